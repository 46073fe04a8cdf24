package search

import (
	"context"
	"slices"
	"strings"

	"github.com/meilisearch/meilisearch-go"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// SetSynonyms implements Engine. Nothing is indexed anew; an index that is not
// there gets its synonyms when it is rebuilt.
func (m *Meili) SetSynonyms(ctx context.Context, synonyms domain.Synonyms) error {
	keys := meiliSynonyms(synonyms)
	err := m.run(ctx, "take the synonyms", func(ctx context.Context) (*meilisearch.TaskInfo, error) {
		return m.index().UpdateSynonymsWithContext(ctx, &keys)
	})
	if isMeiliMissing(err) {
		return nil
	}
	return err
}

// meiliSynonyms gives the groups in keys: each member, of one word or several,
// stands for all others. The last word of a query is looked for by its
// beginning, so members are known by that of their last word as well.
func meiliSynonyms(synonyms domain.Synonyms) map[string][]string {
	out := map[string][]string{}
	for _, group := range synonyms.Tidy() {
		for _, from := range group {
			words := text.QueryWords(from)
			if len(words) == 0 {
				continue
			}
			last := len(words) - 1
			own := exactKeys(words)
			for _, name := range []string{own, strings.TrimPrefix(exactKeys(words[:last])+" "+words[last].Begin, " ")} {
				for _, to := range group {
					other := exactKeys(text.QueryWords(to))
					if other != "" && other != own && !slices.Contains(out[name], other) {
						out[name] = append(out[name], other)
					}
				}
			}
		}
	}
	return out
}

// exactKeys gives the keys of finished words, joined by blanks.
func exactKeys(words []text.QueryWord) string {
	keys := make([]string, len(words))
	for i, w := range words {
		keys[i] = w.Exact
	}
	return strings.Join(keys, " ")
}
