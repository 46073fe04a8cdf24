package domain

import (
	"slices"
	"testing"
)

func TestOverlay(t *testing.T) {
	base := &Need{ID: "n1", Company: "c1", Title: PlainText("a"), Tags: []string{"x"}, State: NeedTriaged, Revision: Revision{7}}
	over := &Need{ID: "n2", Company: "c2", Title: Text{Ko: "b"}, Detail: PlainText("d"), State: NeedFiled}
	all := Overlay(base, over, nil).(*Need)
	if all.ID != "n1" || all.Version != 7 || all.State != NeedTriaged || all.Company != "c2" || all.Title.Ko != "b" || all.Detail.Plain != "d" || len(all.Tags) != 1 {
		t.Errorf("all that is filled: %+v", all)
	}
	some := Overlay(base, over, []string{"detail", "tags"}).(*Need)
	if some.Title.Plain != "a" || some.Detail.Plain != "d" || some.Tags != nil || some.Company != "c1" {
		t.Errorf("two fields: %+v", some)
	}
	if none := Overlay(base, over, []string{}).(*Need); none.Detail.Plain != "" || none == base {
		t.Errorf("no field: %+v", none)
	}
}

func TestDiffering(t *testing.T) {
	a := &Need{ID: "n1", Title: PlainText("수출"), Tags: []string{}, Detail: PlainText("x"), State: NeedFiled}
	b := &Need{ID: "n2", Title: Text{Ko: "수출"}, Detail: PlainText("y"), Priority: Int(2)}
	if got, want := Differing(a, b), []string{"detail", "priority"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if names := FieldNames(KindNeed); slices.Contains(names, "id") || slices.Contains(names, "state") || !slices.Contains(names, "use_of_funds") {
		t.Errorf("fields of a need: %v", names)
	}
}
