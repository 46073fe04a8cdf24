package app

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"jumpup/server/backend/search"
	"jumpup/server/domain"
	"jumpup/server/interchange/jsonl"
)

// FolderSearch says what of a data folder to search. For is one of company,
// need, expert and investor; Top 0 gives every hit. With MeiliURL the folder is
// indexed by Meilisearch, under a name of its own that is removed afterwards;
// else in a temporary folder.
type FolderSearch struct {
	For      domain.Kind
	Queries  []jsonl.SearchLine
	Top      int
	MeiliURL string
	MeiliKey string
}

// searchAnswer is one line of the output.
type searchAnswer struct {
	Query string  `json:"query"`
	Rank  int     `json:"rank"`
	ID    string  `json:"id"`
	Score float64 `json:"score"`
}

// SearchFolder indexes the records of a kind and writes the hits of each query,
// best first, one line a hit, queries in their order. Progress counts queries.
func SearchFolder(ctx context.Context, records []domain.Record, o FolderSearch, w io.Writer, progress func(done, total int)) (err error) {
	engine, remove, err := o.open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove(), engine.Close()) }()
	err = engine.Rebuild(ctx, 1, domain.DefaultSynonyms, func(_ context.Context, put func(domain.Record) error) error {
		for _, r := range records {
			if r.Ref().Kind != o.For {
				continue
			}
			if err := put(r); err != nil {
				return fmt.Errorf("%s: %w", r.Ref(), err)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<16)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	for i, q := range o.Queries {
		if err := o.answer(ctx, engine, q, lines); err != nil {
			return fmt.Errorf("query %q: %w", q.ID, err)
		}
		progress(i+1, len(o.Queries))
	}
	return out.Flush()
}

func (o FolderSearch) open() (search.Engine, func() error, error) {
	if o.MeiliURL == "" {
		e, err := search.OpenEmbedded("")
		return e, func() error { return nil }, err
	}
	e, err := search.NewMeili(search.MeiliOptions{
		URL: o.MeiliURL, Key: o.MeiliKey, Index: "jumpup-folder-" + newID(), Search: folderPatience,
	})
	if err != nil {
		return nil, nil, err
	}
	return e, func() error { return e.Remove(context.Background()) }, nil
}

// folderPatience is how long Meilisearch may take for one query of a folder.
const folderPatience = 30 * time.Second

// answer writes the hits of one query, page by page.
func (o FolderSearch) answer(ctx context.Context, e search.Engine, line jsonl.SearchLine, out *json.Encoder) error {
	q := domain.SearchQuery{Text: line.Text, Kinds: []domain.Kind{o.For}, Filter: map[domain.Kind]domain.Filter{o.For: line.Filter}, Limit: 2000}
	if o.Top > 0 {
		q.Limit = min(o.Top, q.Limit)
	}
	for rank := 0; ; {
		res, err := e.Search(ctx, q)
		if err != nil {
			return err
		}
		for _, h := range res.Hits {
			if rank++; o.Top > 0 && rank > o.Top {
				return nil
			}
			if err := out.Encode(searchAnswer{line.ID, rank, h.Ref.ID, h.Score}); err != nil {
				return err
			}
		}
		if q.Cursor = res.Next; q.Cursor == "" {
			return nil
		}
	}
}
