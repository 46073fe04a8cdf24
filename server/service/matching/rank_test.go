package matching

import (
	"testing"

	"jumpup/matcher"
	"jumpup/server/domain"
)

func TestRankNeedForItsCompany(t *testing.T) {
	h := demoHouse(t)
	r := h.ranked(companyOne, "need-001", Options{})
	if len(r.Items) != 20 || r.For != domain.KindExpert || r.Need.ID != "need-001" {
		t.Fatalf("%d items for %s", len(r.Items), r.For)
	}
	if r.Key.Weights != 1 || r.Key.Day != today || r.Key.Snapshot == "" || r.Key.NeedVersion == 0 {
		t.Errorf("the key names too little: %+v", r.Key)
	}
	words := map[string]int{}
	for i, m := range r.Items {
		if i > 0 && m.Score > r.Items[i-1].Score {
			t.Errorf("item %d scores more than the one before", i)
		}
		if m.Candidate.Name.IsZero() || m.Candidate.Headline.IsZero() || m.Candidate.Ref.Kind != domain.KindExpert {
			t.Errorf("the candidate is %+v", m.Candidate)
		}
		if m.Blocked != "" || m.Low > m.Score || m.High < m.Score || len(m.Parts) < len(matcher.PartCodes(matcher.Experts)) {
			t.Errorf("a match of %+v", m)
		}
		words[m.Fit.Word]++
	}
	if words[WordStrong]+words[WordGood] == 0 {
		t.Errorf("nobody among the first twenty fits: %v", words)
	}
	if len(h.reads) != 1 || h.reads[0].Count != 20 || h.reads[0].Actor != companyOne.User {
		t.Errorf("the access log holds %+v", h.reads)
	}
}

// TestWordsForAFit: over all pairs of the demonstration the words divide the
// candidates instead of praising everybody or nobody.
func TestWordsForAFit(t *testing.T) {
	h := wholeHouse(t)
	for _, k := range []domain.NeedKind{domain.NeedDirecting, domain.NeedInvestment} {
		words, all := map[string]int{}, 0
		err := h.store.Each(t.Context(), domain.KindNeed, domain.AnyOf(domain.AttrNeedKind, string(k)), func(r domain.Record) error {
			if all > 4000 {
				return nil
			}
			for _, m := range h.ranked(domain.System("test"), r.(*domain.Need).ID, Options{Top: MostTop}).Items {
				words[m.Fit.Word]++
				all++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		strong, good := words[WordStrong]*100/all, (words[WordStrong]+words[WordGood])*100/all
		if strong < 2 || strong > 10 || good < 15 || good > 40 {
			t.Errorf("%s: %d%% of the pairs are strong and %d%% at least good", k, strong, good)
		}
	}
}

func TestRankNeedAsksThePolicy(t *testing.T) {
	h := demoHouse(t)
	triaged := h.need("need-001", func(n *domain.Need) { n.State = domain.NeedTriaged })
	for _, c := range []struct {
		who  domain.Actor
		need domain.NeedID
		want domain.Code
	}{
		{companyOne, triaged, ""},
		{coordinator, triaged, ""},
		{nobody, triaged, domain.CodeUnauthenticated},
		{as(domain.RoleCompany, "company-002"), triaged, domain.CodeNotFound},
		{expertOne, triaged, domain.CodeForbidden},
		{investorOne, triaged, domain.CodeNotFound},
		{managerOne, triaged, domain.CodeNotFound},
		{companyOne, "nowhere", domain.CodeNotFound},
	} {
		_, err := h.RankNeed(t.Context(), c.who, c.need, Options{})
		h.wants(err, c.want, string(c.who.User)+" ranks "+string(c.need))
	}
	_, err := h.RankNeed(t.Context(), coordinator, h.kind(domain.NeedPartner), Options{})
	h.wants(err, domain.CodeConflict, "ranking a partner need")
	_, err = h.RankNeed(t.Context(), coordinator, triaged, Options{Top: MostTop + 1})
	h.wants(err, domain.CodeInvalid, "asking for too many")
	_, err = h.RankNeed(t.Context(), coordinator, triaged, Options{Weights: 7})
	h.wants(err, domain.CodeNotFound, "asking for weights that are not there")
}

// need changes a need and gives its id.
func (h *house) need(id domain.NeedID, change func(*domain.Need)) domain.NeedID {
	h.Helper()
	r, err := h.store.Record(h.Context(), domain.Ref{Kind: domain.KindNeed, ID: string(id)})
	if err != nil {
		h.Fatal(err)
	}
	n := *r.(*domain.Need)
	change(&n)
	h.put(&n)
	return id
}

// kind finds a need of a kind.
func (h *house) kind(k domain.NeedKind) domain.NeedID {
	h.Helper()
	page, err := h.store.List(h.Context(), domain.Query{Kind: domain.KindNeed, Filter: domain.AnyOf(domain.AttrNeedKind, string(k)), Limit: 1})
	if err != nil || len(page.Items) == 0 {
		h.Fatalf("no need of kind %s: %v", k, err)
	}
	return page.Items[0].(*domain.Need).ID
}

func TestChangesCountAtOnce(t *testing.T) {
	h := demoHouse(t)
	first := h.ranked(companyOne, "need-001", Options{}).Items[0].Candidate.Ref
	r, err := h.store.Record(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	x := *r.(*domain.Expert)
	x.Conflicts = []string{"company-001"}
	h.put(&x)
	for _, m := range h.ranked(companyOne, "need-001", Options{Blocked: true, Top: MostTop}).Items {
		if m.Candidate.Ref == first {
			t.Errorf("%s has a conflict and is still shown to the company, blocked by %q", first, m.Blocked)
		}
	}
	seen := false
	for _, m := range h.ranked(coordinator, "need-001", Options{Blocked: true, Top: MostTop}).Items {
		seen = seen || m.Candidate.Ref == first && m.Blocked == matcher.GateConflict
	}
	if !seen {
		t.Errorf("the coordinator does not see why %s is gone", first)
	}
}

func TestFullCandidatesSaySo(t *testing.T) {
	h := demoHouse(t)
	first := h.ranked(companyOne, "need-001", Options{}).Items[0].Candidate.Ref
	r, err := h.store.Record(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	x := *r.(*domain.Expert)
	x.Load = x.Capacity
	if x.Capacity == nil {
		x.Capacity, x.Load = domain.Int(1), domain.Int(1)
	}
	h.put(&x)
	for _, m := range h.ranked(companyOne, "need-001", Options{}).Items {
		if m.Candidate.Ref == first {
			t.Error("a full expert is proposed")
		}
	}
	items := h.ranked(companyOne, "need-001", Options{Blocked: true, Top: MostTop}).Items
	gated := false
	for _, m := range items {
		gated = gated || m.Blocked != ""
		if gated && m.Blocked == "" {
			t.Fatal("an open match comes after gated ones")
		}
		if m.Candidate.Ref == first && (!m.Full || m.Blocked != matcher.GateFull) {
			t.Errorf("the full expert is shown as %+v", m)
		}
	}
	if !gated {
		t.Error("no gated pair is listed")
	}
	own, err := h.MatchesFor(t.Context(), as(domain.RoleExpert, first.ID), first, Options{Top: 5})
	if err != nil || len(own.Items) == 0 || !own.Items[0].Full {
		t.Errorf("a full expert sees %d matches (%v), want matches marked full", len(own.Items), err)
	}
}

func TestMatchesForCandidates(t *testing.T) {
	h := demoHouse(t)
	for _, who := range []domain.Actor{expertOne, investorOne} {
		r, err := h.MatchesFor(t.Context(), who, who.Subject, Options{Top: 50})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Items) < 5 || r.For != domain.KindCompany {
			t.Errorf("%s: %d matches", who.User, len(r.Items))
		}
		for _, m := range r.Items {
			if m.Need == nil || m.Need.Confidential || m.Candidate.Ref.Kind != domain.KindCompany || m.Candidate.Name.IsZero() {
				t.Errorf("%s sees %+v", who.User, m)
			}
			if m.Need.State != domain.NeedTriaged && m.Need.State != domain.NeedMatched {
				t.Errorf("%s sees the %s need %s", who.User, m.Need.State, m.Need.ID)
			}
			if m.Need.Remark != "" || m.Need.Priority != nil {
				t.Errorf("%s sees how %s is handled", who.User, m.Need.ID)
			}
		}
	}
	_, err := h.MatchesFor(t.Context(), expertOne, domain.Ref{Kind: domain.KindExpert, ID: "expert-002"}, Options{})
	h.wants(err, domain.CodeNotFound, "an expert asks for another's matches")
	_, err = h.MatchesFor(t.Context(), companyOne, expertOne.Subject, Options{})
	h.wants(err, domain.CodeForbidden, "a company asks for an expert's matches")
	_, err = h.MatchesFor(t.Context(), nobody, expertOne.Subject, Options{})
	h.wants(err, domain.CodeUnauthenticated, "nobody asks")
	if r, err := h.MatchesFor(t.Context(), coordinator, expertOne.Subject, Options{}); err != nil || len(r.Items) == 0 {
		t.Errorf("the coordinator sees %d matches of an expert (%v)", len(r.Items), err)
	}
}

func TestHiddenCompaniesStayHidden(t *testing.T) {
	h := demoHouse(t)
	r, err := h.MatchesFor(t.Context(), investorOne, investorOne.Subject, Options{})
	if err != nil || len(r.Items) == 0 {
		t.Fatal(err)
	}
	gone := r.Items[0].Candidate.Ref
	rec, err := h.store.Record(t.Context(), gone)
	if err != nil {
		t.Fatal(err)
	}
	c := *rec.(*domain.Company)
	c.HiddenFrom = []string{investorOne.Subject.ID}
	h.put(&c)
	r, err = h.MatchesFor(t.Context(), investorOne, investorOne.Subject, Options{Top: MostTop, Blocked: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range r.Items {
		if m.Candidate.Ref == gone {
			t.Errorf("%s hides from the investor and is shown", gone)
		}
	}
}

func TestBothSidesSeeTheSameParts(t *testing.T) {
	h := demoHouse(t)
	own, err := h.MatchesFor(t.Context(), expertOne, expertOne.Subject, Options{Top: 5})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range own.Items {
		theirs := h.ranked(as(domain.RoleCompany, string(m.Need.Company)), m.Need.ID, Options{Top: MostTop})
		found := false
		for _, n := range theirs.Items {
			if n.Candidate.Ref != expertOne.Subject {
				continue
			}
			found = true
			if n.Score != m.Score || n.Low != m.Low || n.High != m.High || n.Fit != m.Fit || len(n.Parts) != len(m.Parts) {
				t.Errorf("%s: the company sees %v, the expert %v", m.Need.ID, n.Score, m.Score)
			}
			for i := range n.Parts {
				a, b := n.Parts[i], m.Parts[i]
				if a.Code != b.Code || a.Value != b.Value || a.Weight != b.Weight || a.Known != b.Known {
					t.Errorf("%s: part %s is %v and %v", m.Need.ID, a.Code, a.Value, b.Value)
				}
			}
		}
		if !found && m.Score > theirs.Items[len(theirs.Items)-1].Score {
			t.Errorf("%s: the company does not see an expert that sees it", m.Need.ID)
		}
	}
}
