package directory

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"jumpup/server/domain"
)

// Doubt is a pair of stored records that may be one: New came in with a row
// that only partly matched Old. It waits for somebody to decide.
type Doubt struct {
	ID    string
	Kind  domain.Kind
	Old   string // id of the record that was there
	New   string // id of the record that the row became
	Why   string // what agrees: "registration_no", "email" or "name"
	Place string // file and row
	At    time.Time
}

// Pair is a doubt with both records, for a page that shows them side by side.
// Differ lists the fields in which they differ, in the order of the format.
type Pair struct {
	Doubt
	OldRecord, NewRecord domain.Record
	Differ               []string
}

// settingDoubts is where the open doubts are kept, and mostDoubts how many; an
// import that would pass it asks for ids instead.
const (
	settingDoubts = "doubts"
	mostDoubts    = 5000
)

type doubtValue struct {
	ID    string    `json:"id"`
	Kind  string    `json:"kind"`
	Old   string    `json:"old"`
	New   string    `json:"new"`
	Why   string    `json:"why"`
	Place string    `json:"place"`
	At    time.Time `json:"at"`
}

func (s *Service) readDoubts(ctx context.Context) ([]Doubt, error) {
	text, err := s.settings.Setting(ctx, settingDoubts)
	if err != nil || text == "" {
		return nil, err
	}
	var values []doubtValue
	if err := json.Unmarshal([]byte(text), &values); err != nil {
		return nil, fmt.Errorf("read the doubtful pairs: %w", err)
	}
	out := make([]Doubt, len(values))
	for i, v := range values {
		out[i] = Doubt{v.ID, domain.Kind(v.Kind), v.Old, v.New, v.Why, v.Place, v.At}
	}
	return out, nil
}

func (s *Service) putDoubts(ctx context.Context, doubts []Doubt) error {
	if len(doubts) == 0 {
		return s.settings.PutSetting(ctx, settingDoubts, "")
	}
	values := make([]doubtValue, len(doubts))
	for i, d := range doubts {
		values[i] = doubtValue{d.ID, string(d.Kind), d.Old, d.New, d.Why, d.Place, d.At}
	}
	text, err := json.Marshal(values)
	if err != nil {
		return err
	}
	return s.settings.PutSetting(ctx, settingDoubts, string(text))
}

// noteDoubts adds pairs, and forgets those of records that are gone.
func (s *Service) noteDoubts(ctx context.Context, fresh []Doubt) error {
	s.programme.Lock()
	defer s.programme.Unlock()
	open, err := s.readDoubts(ctx)
	if err != nil {
		return err
	}
	pairs, err := s.pairs(ctx, open)
	if err != nil {
		return err
	}
	open = open[:0]
	for _, p := range pairs {
		open = append(open, p.Doubt)
	}
	if len(open)+len(fresh) > mostDoubts {
		return domain.Errorf(domain.CodeInvalid, "", "%d rows could each be a stored record; write the ids into the sheet, or decide the open pairs first", len(fresh))
	}
	return s.putDoubts(ctx, append(open, fresh...))
}

func (s *Service) dropDoubt(ctx context.Context, id string) error {
	s.programme.Lock()
	defer s.programme.Unlock()
	open, err := s.readDoubts(ctx)
	if err != nil {
		return err
	}
	return s.putDoubts(ctx, slices.DeleteFunc(open, func(d Doubt) bool { return d.ID == id }))
}

// pairs loads both records of each doubt; a doubt of which one is gone falls
// away.
func (s *Service) pairs(ctx context.Context, doubts []Doubt) ([]Pair, error) {
	refs := make([]domain.Ref, 0, 2*len(doubts))
	for _, d := range doubts {
		refs = append(refs, domain.Ref{Kind: d.Kind, ID: d.Old}, domain.Ref{Kind: d.Kind, ID: d.New})
	}
	found := map[domain.Ref]domain.Record{}
	for part := range slices.Chunk(refs, 500) {
		records, err := s.store.Records(ctx, part)
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			found[r.Ref()] = r
		}
	}
	var out []Pair
	for _, d := range doubts {
		p := Pair{Doubt: d, OldRecord: found[domain.Ref{Kind: d.Kind, ID: d.Old}], NewRecord: found[domain.Ref{Kind: d.Kind, ID: d.New}]}
		if p.OldRecord != nil && p.NewRecord != nil {
			p.Differ = domain.Differing(p.OldRecord, p.NewRecord)
			out = append(out, p)
		}
	}
	return out, nil
}

// Doubts gives a page of the pairs that wait for a decision, oldest first;
// cursor is the id of the last pair of the page before. Total counts all.
func (s *Service) Doubts(ctx context.Context, a domain.Actor, cursor string, limit int) (domain.Page[Pair], error) {
	if err := mayImport(a); err != nil {
		return domain.Page[Pair]{}, err
	}
	doubts, err := s.readDoubts(ctx)
	if err != nil {
		return domain.Page[Pair]{}, err
	}
	pairs, err := s.pairs(ctx, doubts)
	if err != nil {
		return domain.Page[Pair]{}, err
	}
	page := domain.Page[Pair]{Total: len(pairs)}
	if cursor != "" {
		// A pair that was decided meanwhile is gone: then from the beginning.
		pairs = pairs[slices.IndexFunc(pairs, func(p Pair) bool { return p.ID == cursor })+1:]
	}
	if limit <= 0 {
		limit = 50
	}
	if len(pairs) > limit {
		pairs = pairs[:limit]
		page.Next = pairs[limit-1].ID
	}
	var read []domain.Record
	for _, p := range pairs {
		read = append(read, p.OldRecord, p.NewRecord)
	}
	s.sawMany(a, read)
	page.Items = pairs
	return page, nil
}

// Decide settles a doubtful pair. Different keeps both. The same folds the new
// record into the old one, which takes the fields named in take from the new
// one (nil: every field that the new one fills). not_found when nobody waits for
// this decision any more.
func (s *Service) Decide(ctx context.Context, a domain.Actor, id string, same bool, take []string) error {
	if err := mayImport(a); err != nil {
		return err
	}
	doubts, err := s.readDoubts(ctx)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(doubts, func(d Doubt) bool { return d.ID == id })
	if i < 0 {
		return domain.Errorf(domain.CodeNotFound, "", "this pair waits for no decision; load the list again")
	}
	if d := doubts[i]; same {
		if err := s.Merge(ctx, a, domain.Ref{Kind: d.Kind, ID: d.Old}, domain.Ref{Kind: d.Kind, ID: d.New}, take); err != nil {
			return err
		}
	}
	return s.dropDoubt(ctx, id)
}

// Merge folds one stored record into another of its kind: what referred to it
// refers to the kept one, which takes the fields named in take from the folded
// one (nil: every field that the folded one fills). Forbidden to anybody but
// programme staff; stale when the kept record changes meanwhile.
func (s *Service) Merge(ctx context.Context, a domain.Actor, keep, fold domain.Ref, take []string) error {
	if err := mayImport(a); err != nil {
		return err
	}
	if keep.Kind != fold.Kind || keep.ID == fold.ID || keep.Kind == domain.KindPreference {
		return domain.Errorf(domain.CodeInvalid, "fold", "choose two different records of one kind")
	}
	for _, f := range take {
		if !slices.Contains(domain.FieldNames(keep.Kind), f) {
			return domain.Errorf(domain.CodeInvalid, "take", "%q is no field of a %s; choose some of those that differ", f, keep.Kind)
		}
	}
	kept, err := s.mergeable(ctx, a, keep, domain.ActUpdate)
	if err != nil {
		return err
	}
	folded, err := s.mergeable(ctx, a, fold, domain.ActDelete)
	if err != nil {
		return err
	}
	next := domain.Overlay(kept, folded, take)
	if err := next.Validate().Err(); err != nil {
		return err
	}
	e := domain.Happened(domain.RecordsMerged, a, keep, s.now(), map[string]string{"folded": fold.ID})
	return s.store.Merge(ctx, next, fold, e)
}

func (s *Service) mergeable(ctx context.Context, a domain.Actor, ref domain.Ref, act domain.Action) (domain.Record, error) {
	r, err := s.store.Record(ctx, ref)
	if err != nil {
		return nil, err
	}
	if !domain.Can(a, act, domain.ObjectOf(r, nil)) {
		return nil, forbidden("you may not %s this %s", act, ref.Kind)
	}
	return r, nil
}
