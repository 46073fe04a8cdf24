package search

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"

	"github.com/meilisearch/meilisearch-go"

	"jumpup/server/domain"
)

// The searchable attributes, from the best place of a word to the worst: the
// place of a word that was found is read from the score.
const (
	meiliNameWord     = "nw" // words of names
	meiliNamePart     = "np"
	meiliLabelWord    = "lw"
	meiliLabelPart    = "lp"
	meiliInitials     = "z"
	meiliTerms        = "t" // of all texts; those that a text is much about also in t2 and t3
	meiliWritten      = "w"
	meiliFuzzyName    = "fn" // the same again, for words that are spelled a little differently
	meiliFuzzyLabel   = "fl"
	meiliFuzzyTerms   = "ft"
	meiliImpactLevels = 3
)

var (
	meiliImpacts = []string{meiliTerms + "3", meiliTerms + "2", meiliTerms}
	meiliStrict  = append(append([]string{meiliNameWord, meiliNamePart, meiliLabelWord, meiliLabelPart, meiliInitials}, meiliImpacts...), meiliWritten)
	meiliFuzzy   = []string{meiliFuzzyName, meiliFuzzyLabel, meiliFuzzyTerms}
)

const (
	meiliTotalMost  = 50_000_000 // totals are counted up to here
	meiliFacetMost  = 1_000_000  // values of a facet
	meiliCutoff     = 60_000     // ms; we give up earlier ourselves, and never take half an answer
	meiliLocale     = "eng"      // keys are ASCII: no dictionary, no guess of the language
	meiliPrimaryKey = "id"
)

// meiliSettings describes the index, but for facetSearch, which the client
// cannot send as false here, and the synonyms.
func meiliSettings() *meilisearch.Settings {
	return &meilisearch.Settings{
		// Nothing but the query and the document makes the order; it ends with
		// the kind and the id, so that pages follow each other.
		RankingRules:         []string{"sort", "words", "typo", "attributeRank", "exactness", "id:asc"},
		SearchableAttributes: append(append([]string{}, meiliStrict...), meiliFuzzy...),
		DisplayedAttributes:  []string{"id", "long"},
		FilterableAttributes: []string{"a", "id", "n", "own"},
		SortableAttributes:   []string{"id", "key", "n", "name"},
		// What a word of each length may have wrong, as text.Slips (see fuzzyKey).
		TypoTolerance: &meilisearch.TypoTolerance{
			Enabled:             true,
			MinWordSizeForTypos: meilisearch.MinWordSizeForTypos{OneTypo: slipsOne, TwoTypos: slipsTwo},
			DisableOnWords:      []string{},
			DisableOnAttributes: meiliStrict,
		},
		ProximityPrecision:  meilisearch.ByAttribute,
		Pagination:          &meilisearch.Pagination{MaxTotalHits: meiliTotalMost},
		Faceting:            &meilisearch.Faceting{MaxValuesPerFacet: meiliFacetMost, SortFacetValuesBy: map[string]meilisearch.SortFacetType{"*": meilisearch.SortFacetTypeCount}},
		SearchCutoffMs:      meiliCutoff,
		LocalizedAttributes: []*meilisearch.LocalizedAttributes{{Locales: []string{meiliLocale}, AttributePatterns: []string{"*"}}},
	}
}

// meiliSchema names the form of the index: settings and documents.
func meiliSchema() string {
	b, err := json.Marshal(struct {
		*meilisearch.Settings
		Form  string        // of the documents, before they are spelled
		Spelt meiliDocument // names of the fields
		Kinds []domain.Kind // their places are in the ids
		Level [meiliImpactLevels]float64
	}{meiliSettings(), formHash(), meiliDocument{}, domain.SearchKinds, impacts})
	if err != nil {
		panic("search: settings are plain data: " + err.Error())
	}
	return fingerprintOf(b)
}

func fingerprintOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:12])
}

// settingsOf gives a fingerprint of what the server says of an index: somebody
// else may have changed it. Synonyms come and go without a rebuild.
func (m *Meili) settingsOf(ctx context.Context, uid string) (string, error) {
	out := ""
	err := m.write(ctx, "read the settings", func(ctx context.Context) error {
		s, err := m.server.Index(uid).GetSettingsWithContext(ctx)
		var unread *meilisearch.Error
		if errors.As(err, &unread) && unread.ErrCode == meilisearch.ErrCodeResponseUnmarshalBody {
			out = "not ours" // rules by pattern, which the client cannot read
			return nil
		}
		if err != nil {
			return err
		}
		s.Synonyms = nil
		b, err := json.Marshal(s)
		out = fingerprintOf(b)
		return err
	})
	return out, err
}

// setUp makes an index with settings and synonyms and waits until it is ready.
func (m *Meili) setUp(ctx context.Context, uid string, synonyms domain.Synonyms) error {
	settings := meiliSettings()
	settings.Synonyms = meiliSynonyms(synonyms)
	steps := []func(context.Context) (*meilisearch.TaskInfo, error){
		func(ctx context.Context) (*meilisearch.TaskInfo, error) {
			return m.server.CreateIndexWithContext(ctx, &meilisearch.IndexConfig{Uid: uid, PrimaryKey: meiliPrimaryKey})
		},
		func(ctx context.Context) (*meilisearch.TaskInfo, error) {
			return m.server.Index(uid).UpdateSettingsWithContext(ctx, settings)
		},
		func(ctx context.Context) (*meilisearch.TaskInfo, error) {
			return m.server.Index(uid).UpdateFacetSearchWithContext(ctx, false)
		},
	}
	for _, step := range steps {
		if err := m.run(ctx, "set up the index", step); err != nil && meiliCode(err) != "index_already_exists" {
			return err
		}
	}
	return nil
}
