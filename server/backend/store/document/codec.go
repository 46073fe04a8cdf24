package document

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"sort"

	"jumpup/server/domain"
)

// form is a stored document of one kind.
type form interface{ record() domain.Record }

func formOf(r domain.Record) form {
	switch x := r.(type) {
	case *domain.Institution:
		return institutionOf(x)
	case *domain.Cohort:
		return cohortOf(x)
	case *domain.Person:
		return personOf(x)
	case *domain.Company:
		return companyOf(x)
	case *domain.Need:
		return needOf(x)
	case *domain.Expert:
		return expertOf(x)
	case *domain.Investor:
		return investorOf(x)
	case *domain.Preference:
		return preferenceOf(x)
	}
	return nil
}

func newForm(k domain.Kind) form {
	switch k {
	case domain.KindInstitution:
		return &institution{}
	case domain.KindCohort:
		return &cohort{}
	case domain.KindPerson:
		return &person{}
	case domain.KindCompany:
		return &company{}
	case domain.KindNeed:
		return &need{}
	case domain.KindExpert:
		return &expert{}
	case domain.KindInvestor:
		return &investor{}
	case domain.KindPreference:
		return &preference{}
	}
	return nil
}

// Encode gives the canonical document of a record. A need's state, holder,
// since, term and remark are not part of it, nor is any version.
func Encode(r domain.Record) ([]byte, error) {
	if r == nil || reflect.ValueOf(r).IsNil() {
		return nil, fmt.Errorf("document: %T is nil", r)
	}
	f := formOf(r)
	if f == nil {
		return nil, fmt.Errorf("document: no form for %T", r)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(f); err != nil {
		return nil, fmt.Errorf("document: %w", err)
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// Decode gives the record of a stored document, with version 0.
func Decode(k domain.Kind, doc []byte) (domain.Record, error) {
	f := newForm(k)
	if f == nil {
		return nil, fmt.Errorf("document: unknown kind %q", k)
	}
	if err := json.Unmarshal(doc, f); err != nil {
		return nil, fmt.Errorf("document: stored %s is damaged: %w", k, err)
	}
	return f.record(), nil
}

// Changed names the fields, in alphabetic order, in which two documents of one
// kind differ. Values never appear.
func Changed(before, after []byte) ([]string, error) {
	var a, b map[string]json.RawMessage
	if err := json.Unmarshal(before, &a); err != nil {
		return nil, fmt.Errorf("document: %w", err)
	}
	if err := json.Unmarshal(after, &b); err != nil {
		return nil, fmt.Errorf("document: %w", err)
	}
	var names []string
	for n, v := range a {
		if w, ok := b[n]; !ok || !bytes.Equal(v, w) {
			names = append(names, n)
		}
	}
	for n := range b {
		if _, ok := a[n]; !ok {
			names = append(names, n)
		}
	}
	sort.Strings(names)
	return names, nil
}

// Broken says whether a document holds what cannot be kept to the letter: the
// character U+0000, which PostgreSQL refuses, or bytes that were no UTF-8,
// which the encoder wrote as an escaped U+FFFD (a real one is never escaped).
func Broken(doc []byte) bool {
	for i := 0; i+1 < len(doc); i++ {
		if doc[i] != '\\' {
			continue
		}
		i++
		if doc[i] == 'u' && (bytes.HasPrefix(doc[i+1:], []byte("0000")) || bytes.HasPrefix(doc[i+1:], []byte("fffd"))) {
			return true
		}
	}
	return false
}
