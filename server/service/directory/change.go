package directory

import (
	"context"
	"strconv"
	"strings"

	"jumpup/server/domain"
)

// Create stores a new record. Programme staff may choose its id; everybody
// else, and staff who leave it empty, get a new one. A need starts as a draft
// of its company. It fails with conflict when the id is taken or a reference
// names nothing, with forbidden when the actor may not add such a record or
// sets a field that is not theirs.
func (s *Service) Create(ctx context.Context, a domain.Actor, r domain.Record) (Item, error) {
	if err := signedIn(a); err != nil {
		return Item{}, err
	}
	k := r.Ref().Kind
	r, err := domain.Draft(a, r)
	if err != nil {
		return Item{}, err
	}
	if r.Ref().ID == "" || !a.Staff() {
		setID(r, s.newID())
	}
	if n, ok := r.(*domain.Need); ok {
		n.Start(domain.NeedDraft, s.now())
	}
	if !domain.Can(a, domain.ActCreate, domain.ObjectOf(r, nil)) {
		return Item{}, forbidden("you may not add a %s", k)
	}
	if err := validate(r); err != nil {
		return Item{}, err
	}
	r.SetRev(0)
	saved, err := s.store.Save(ctx, r.Ref(), 0, func(current domain.Record) (domain.Record, []domain.Event, error) {
		if current != nil {
			return nil, nil, domain.Errorf(domain.CodeConflict, "id", "a %s with the id %q exists already; choose another id", k, r.Ref().ID)
		}
		return r, []domain.Event{domain.Happened(domain.RecordCreated, a, r.Ref(), s.now(), nil)}, nil
	})
	return s.answer(ctx, a, saved, err)
}

// Update replaces a record as far as the actor may set its fields (see
// domain.Edit); version is the one the actor has seen, 0 for any. It fails with
// stale when the record has changed since.
func (s *Service) Update(ctx context.Context, a domain.Actor, ref domain.Ref, version int64, r domain.Record) (Item, error) {
	if id := r.Ref().ID; id != "" && id != ref.ID {
		return Item{}, domain.Errorf(domain.CodeInvalid, "id", "is %q but the address names %q; an id never changes", id, ref.ID)
	}
	return s.save(ctx, a, ref, version, domain.ActUpdate, domain.Object{}, func(current domain.Record) (domain.Record, *domain.Event, error) {
		next, err := domain.Edit(a, current, r)
		if err != nil {
			return nil, nil, err
		}
		if err := validate(next); err != nil {
			return nil, nil, err
		}
		fields := domain.Changed(current, next)
		if len(fields) == 0 {
			return current, nil, nil
		}
		e := domain.Happened(domain.RecordChanged, a, ref, s.now(), map[string]string{"fields": strings.Join(fields, " ")})
		return next, &e, nil
	})
}

// Step moves a need. It fails with forbidden when the actor may not take the
// step, with conflict when the need's state does not allow it.
func (s *Service) Step(ctx context.Context, a domain.Actor, id domain.NeedID, version int64, step domain.NeedStep, remark string) (Item, error) {
	ref := domain.Ref{Kind: domain.KindNeed, ID: string(id)}
	return s.save(ctx, a, ref, version, domain.ActStep, domain.Object{Step: step}, func(current domain.Record) (domain.Record, *domain.Event, error) {
		n := *current.(*domain.Need)
		from := n.State
		if err := n.Take(step, strings.TrimSpace(remark), s.now()); err != nil {
			return nil, nil, err
		}
		e := domain.Happened(domain.NeedMoved, a, ref, s.now(), map[string]string{
			"step": string(step), "from": string(from), "to": string(n.State),
		})
		return &n, &e, nil
	})
}

// save is read, decide, write for a stored record: not_found when the actor
// may not even see it, forbidden when the action is not theirs.
func (s *Service) save(ctx context.Context, a domain.Actor, ref domain.Ref, version int64, act domain.Action, o domain.Object,
	decide func(current domain.Record) (domain.Record, *domain.Event, error),
) (Item, error) {
	if err := s.allowed(ctx, a, ref, act, o.Step); err != nil {
		return Item{}, err
	}
	saved, err := s.store.Save(ctx, ref, version, func(current domain.Record) (domain.Record, []domain.Event, error) {
		if current == nil {
			return nil, nil, missing(ref)
		}
		object := domain.ObjectOf(current, nil)
		object.Step = o.Step
		if !domain.Can(a, act, object) {
			return nil, nil, forbidden("you may not %s this %s", act, ref.Kind)
		}
		next, e, err := decide(current)
		if err != nil || e == nil {
			return next, nil, err
		}
		return next, []domain.Event{*e}, nil
	})
	return s.answer(ctx, a, saved, err)
}

// allowed checks before the transaction, so that a stranger learns nothing
// from a version check.
func (s *Service) allowed(ctx context.Context, a domain.Actor, ref domain.Ref, act domain.Action, step domain.NeedStep) error {
	if err := signedIn(a); err != nil {
		return err
	}
	r, err := s.store.Record(ctx, ref)
	if err != nil {
		return err
	}
	owner, err := s.owner(ctx, r)
	if err != nil {
		return err
	}
	o := domain.ObjectOf(r, owner)
	if !domain.Can(a, domain.ActRead, o) {
		return missing(ref)
	}
	if o.Step = step; !domain.Can(a, act, o) {
		return forbidden("you may not %s this %s", act, ref.Kind)
	}
	return nil
}

// Delete removes a record. It fails with conflict, naming what refers to it,
// when something still does.
func (s *Service) Delete(ctx context.Context, a domain.Actor, ref domain.Ref, version int64) error {
	if err := s.allowed(ctx, a, ref, domain.ActDelete, ""); err != nil {
		return err
	}
	_, err := s.store.Save(ctx, ref, version, func(current domain.Record) (domain.Record, []domain.Event, error) {
		if current == nil {
			return nil, nil, missing(ref)
		}
		if !domain.Can(a, domain.ActDelete, domain.ObjectOf(current, nil)) {
			return nil, nil, forbidden("you may not delete this %s", ref.Kind)
		}
		e := domain.Happened(domain.RecordDeleted, a, ref, s.now(), map[string]string{"version": strconv.FormatInt(current.Rev(), 10)})
		return nil, []domain.Event{e}, nil
	})
	return err
}

func (s *Service) answer(ctx context.Context, a domain.Actor, saved domain.Record, err error) (Item, error) {
	if err != nil {
		return Item{}, err
	}
	owner, err := s.owner(ctx, saved)
	if err != nil {
		return Item{}, err
	}
	return item(a, saved, owner), nil
}

func setID(r domain.Record, id string) {
	switch x := r.(type) {
	case *domain.Institution:
		x.ID = domain.InstitutionID(id)
	case *domain.Cohort:
		x.ID = domain.CohortID(id)
	case *domain.Person:
		x.ID = domain.PersonID(id)
	case *domain.Company:
		x.ID = domain.CompanyID(id)
	case *domain.Need:
		x.ID = domain.NeedID(id)
	case *domain.Expert:
		x.ID = domain.ExpertID(id)
	case *domain.Investor:
		x.ID = domain.InvestorID(id)
	}
}
