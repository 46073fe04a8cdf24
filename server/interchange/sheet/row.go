package sheet

import (
	"slices"

	"jumpup/server/domain"
)

// rowState gathers what one row says beyond the fields of its record.
type rowState struct {
	fields     []string
	keys       domain.MatchKeys
	parentID   string
	parentName string
	header     string // of the cell that is being read
	money      map[string]*moneyState
	groups     []string          // of money, in the order met
	texts      map[string]func() // settles a text once all its columns are read
	foreign    map[string]bool   // texts under a header that is not our own
	later      []func()
	assumedWon bool
}

func newRow() *rowState {
	return &rowState{money: map[string]*moneyState{}, texts: map[string]func(){}, foreign: map[string]bool{}, fields: []string{}}
}

// state notes that the row says something of a field.
func (r *rowState) state(path string) {
	if !slices.Contains(r.fields, path) {
		r.fields = append(r.fields, path)
	}
}

func (r *rowState) moneyOf(group string, settle func(string)) *moneyState {
	if r.money == nil {
		r.money = map[string]*moneyState{}
	}
	m := r.money[group]
	if m == nil {
		m = &moneyState{settle: settle}
		r.money[group] = m
		r.groups = append(r.groups, group)
	}
	if m.settle == nil {
		m.settle = settle
	}
	return m
}
