package domain

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestTraits(t *testing.T) {
	expert := &Expert{
		ID: "e", Topics: []Topic{{Topic: " Clean  Tech"}}, Tags: []string{"AI"}, Industries: []string{"C2611"}, Languages: []Language{{Code: "en-US"}},
		Country: "kr", Region: "Seoul", Capacity: Int(4), Load: Int(3), Works: []Work{{Date: "2024-05-01"}, {Date: "2022-01-01"}},
		Conflicts: []string{"secret"},
	}
	investor := &Investor{
		ID: "i", Stages: []Stage{"seed"}, Conflicts: []string{"secret"}, Capacity: Int(77),
		Portfolio: []Deal{
			{Company: "f1", Date: "2024-07-01", Tags: []string{"AI"}, Country: "KR", Region: "Seoul", Stage: "seed", Amount: Amount{Value: "1000", Currency: "usd"}},
			{Company: "f2", Date: "2024-07-01", Tags: []string{"ai"}, Country: "KR"},
			{Company: "f3", Date: "", Tags: []string{"undated"}},
		},
	}
	for _, c := range []struct {
		r    Record
		want string
	}{
		{expert, "topic:clean tech, field:?, tag:ai, ksic:C, ksic:C26, ksic:C261, ksic:C2611, market:?, speaks:en, in:KR, in:KR/seoul, room:1, last:2024"},
		{&Expert{ID: "e", Capacity: Int(1), Load: Int(1)}, "topic:?, field:?, tag:?, ksic:?, market:?, speaks:?, last:?"},
		{investor, "tag:?, ksic:?, market:?, speaks:?, stage:seed, holds:f1, holds:f2, holds:f3, did:@55, did-in:KR@55, did-in:KR/seoul@54, " +
			"did-tag:ai@55, did-both:did-tag:ai did-in:KR/seoul@54, did-stage:seed@54, did-size:USD9@54"},
		{&Investor{ID: "i"}, "tag:?, ksic:?, market:?, speaks:?, stage:?, did:?"},
		{&Company{ID: "c", Tags: []string{"AI"}}, ""},
	} {
		if got := strings.Join(Traits(c.r, strings.ToLower), ", "); got != c.want {
			t.Errorf("%s has\n%s, want\n%s", c.r.Ref(), got, c.want)
		}
	}
}

// TestTraitsOfWhatIsPrivate: nothing that others may not read is a trait.
func TestTraitsOfWhatIsPrivate(t *testing.T) {
	other := Actor{User: "u", Role: RoleCompany, Subject: Ref{KindCompany, "c"}}
	for _, r := range []Record{
		&Expert{ID: "e", Conflicts: []string{"secret"}, Works: []Work{{Client: "secret", ClientPrivate: true, Date: "2024-01-01"}}, Capacity: Int(3)},
		&Investor{ID: "i", Conflicts: []string{"secret"}, Capacity: Int(3), Portfolio: []Deal{{Company: "f", Date: "2024-01-01"}}},
	} {
		all, seen := Traits(r, strings.ToLower), Traits(View(other, r), strings.ToLower)
		if !slices.Equal(all, seen) {
			t.Errorf("%s: traits tell what a company may not see: %v, of what it sees %v", r.Ref(), all, seen)
		}
		a, _ := Activity(r)
		if b, _ := Activity(View(other, r)); a != b {
			t.Errorf("%s: activity tells what a company may not see", r.Ref())
		}
	}
}

// TestActivity: more and later deals are more, further ones in a company less
// than new ones; time passing changes no order.
func TestActivity(t *testing.T) {
	investor := func(dates ...string) Record {
		x := &Investor{ID: "i"}
		for i, d := range dates {
			x.Portfolio = append(x.Portfolio, Deal{Company: fmt.Sprint(i), Date: Date(d)})
		}
		return x
	}
	follow := &Investor{ID: "i", Portfolio: []Deal{{Company: "a", Date: "2024-06-01"}, {Company: "a", Date: "2024-06-02"}}}
	order := []Record{
		investor("2020-01-01"), investor("2020-01-01", "2020-01-01"), investor("2024-06-01"), follow,
		investor("2024-06-01", "2024-06-01"), investor("2024-06-01", "2024-06-01", "2024-06-01", "2010-01-01"),
	}
	last := -1.0
	for i, r := range order {
		n, ok := Activity(r)
		if !ok || n <= last {
			t.Errorf("number %d has %v after %v", i, n, last)
		}
		last = n
	}
	if _, ok := Activity(investor("")); ok {
		t.Error("undated deals are no activity")
	}
}
