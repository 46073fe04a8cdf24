package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// meiliDocument is a document as the server holds it. Attribute values and ids
// are spelled in ASCII: the server compares values without regard to case and
// form, and we do not.
type meiliDocument struct {
	ID      string `json:"id"`
	Version int64  `json:"v"`
	Owner   string `json:"own,omitempty"`
	Key     string `json:"key"`
	Name    string `json:"name"`

	Words      string `json:"nw,omitempty"`
	Parts      string `json:"np,omitempty"`
	LabelWords string `json:"lw,omitempty"`
	LabelParts string `json:"lp,omitempty"`
	Initials   string `json:"z,omitempty"`
	T3         string `json:"t3,omitempty"`
	T2         string `json:"t2,omitempty"`
	T1         string `json:"t,omitempty"`
	Written    string `json:"w,omitempty"`
	FuzzyName  string `json:"fn,omitempty"`
	FuzzyLabel string `json:"fl,omitempty"`
	FuzzyTerms string `json:"ft,omitempty"`

	Attrs   map[domain.Attr][]string  `json:"a"`
	Numbers map[domain.Attr][]float64 `json:"n,omitempty"`
	Long    map[string]string         `json:"long,omitempty"` // values that are filtered by their hash
}

// Bounds of the server (milli): a value that is sorted or filtered by has 468
// bytes.
const (
	meiliIDMost    = 230 // bytes of a record's id, spelled in twice as many
	meiliValueMost = 400
)

// meiliID names a document: the place of the kind, then the id in hexadecimal,
// so that equally good hits stand in the order of their names. False when the
// id is too long.
func meiliID(ref domain.Ref) (string, bool) {
	place := slices.Index(domain.SearchKinds, ref.Kind)
	return strconv.Itoa(place) + hex.EncodeToString([]byte(ref.ID)), place >= 0 && len(ref.ID) <= meiliIDMost
}

// meiliRef is the other way round; zero for what is none of ours.
func meiliRef(id string) domain.Ref {
	if id == "" || id[0] < '0' || int(id[0]-'0') >= len(domain.SearchKinds) {
		return domain.Ref{}
	}
	b, err := hex.DecodeString(id[1:])
	if err != nil {
		return domain.Ref{}
	}
	return domain.Ref{Kind: domain.SearchKinds[id[0]-'0'], ID: string(b)}
}

// meiliValue spells an attribute value so that equal spellings are equal
// values: simple ones as they are, others in hexadecimal, long ones by their
// hash.
func meiliValue(v string) string {
	switch {
	case len(v) < meiliValueMost && strings.Trim(v, "abcdefghijklmnopqrstuvwxyz0123456789_-") == "":
		return "=" + v
	case 2*len(v) < meiliValueMost:
		return "x" + hex.EncodeToString([]byte(v))
	}
	sum := sha256.Sum256([]byte(v))
	return "h" + hex.EncodeToString(sum[:])
}

// plainValue is the other way round; false for the hash of a long value.
func plainValue(s string) (string, bool) {
	if s == "" || s[0] == 'h' {
		return "", false
	}
	if s[0] == '=' {
		return s[1:], true
	}
	b, err := hex.DecodeString(s[1:])
	return string(b), err == nil
}

// inOrder spells a text so that the server's order is the order of its bytes.
func inOrder(s string) string {
	return hex.EncodeToString([]byte(s[:min(len(s), meiliValueMost/2)]))
}

// meiliDocumentOf gives a document in JSON; false when its id is too long.
func meiliDocumentOf(d document) (meiliLine, bool) {
	id, ok := meiliID(d.ref)
	if !ok {
		return meiliLine{}, false
	}
	m := meiliDocument{
		ID: id, Version: d.version, Key: inOrder(d.ref.ID), Name: inOrder(d.sort),
		Words:      strings.Join(d.names.Words, " "),
		Parts:      strings.Join(d.names.Parts, " "),
		LabelWords: strings.Join(d.labels.Words, " "),
		LabelParts: strings.Join(d.labels.Parts, " "),
		Initials:   strings.Join(innerInitials(d.names.Initials, d.labels.Initials), " "),
		Written:    strings.Join(d.written, " "),
		FuzzyName:  fuzzyKeys(d.names.Words, d.names.Parts),
		FuzzyLabel: fuzzyKeys(d.labels.Words, d.labels.Parts),
		Attrs:      map[domain.Attr][]string{},
	}
	if d.owner != "" {
		m.Owner = meiliValue(d.owner)
	}
	levels := impactLevels(d.terms)
	for i, to := range []*string{&m.T1, &m.T2, &m.T3} {
		*to = strings.Join(levels[i], " ")
	}
	m.FuzzyTerms = fuzzyKeys(levels[0])
	m.attributes(d.attrs)
	b, err := json.Marshal(m)
	return meiliLine{id: id, ref: d.ref, json: b}, err == nil
}

func (m *meiliDocument) attributes(attrs map[domain.Attr][]string) {
	for a, values := range attrs {
		for _, v := range values {
			s := meiliValue(v)
			if _, plain := plainValue(s); !plain {
				if m.Long == nil {
					m.Long = map[string]string{}
				}
				m.Long[s] = v
			}
			if !slices.Contains(m.Attrs[a], s) {
				m.Attrs[a] = append(m.Attrs[a], s)
			}
			if !slices.Contains(numeric, a) {
				continue
			}
			if n, err := strconv.ParseFloat(v, 64); err == nil && !math.IsNaN(n) && !math.IsInf(n, 0) {
				if m.Numbers == nil {
					m.Numbers = map[domain.Attr][]float64{}
				}
				m.Numbers[a] = append(m.Numbers[a], n)
			}
		}
	}
}

// innerInitials gives every run of initials, since the server looks for the
// beginnings of the last word of a query only.
func innerInitials(lists ...[]string) []string {
	const (
		longest = 16
		most    = 2000
	)
	var out []string
	seen := map[string]bool{}
	for _, list := range lists {
		for _, key := range list { // the initials from each syllable on
			for n := 3; n <= min(len(key), longest+1) && len(out) < most; n++ {
				if !seen[key[:n]] {
					seen[key[:n]] = true
					out = append(out, key[:n])
				}
			}
		}
	}
	return out
}

// The server allows two slips from one length on, in any script; text.Slips
// from another in Korean than elsewhere. So the Korean one is set, and other
// words between the two are looked for in a longer spelling.
const (
	slipsOne  = 6  // length of a key
	slipsTwo  = 13 // of a Korean one
	slipsPad  = "lll"
	padAround = 2 // slips of a longer word
)

// fuzzyKey is the spelling in which a word with slips is looked for.
func fuzzyKey(key string) string {
	if len(key) < slipsTwo && text.Slips(key) == 2 {
		return slipsPad + key
	}
	return key
}

// fuzzyKeys gives the spellings in which words with slips are found.
func fuzzyKeys(lists ...[]string) string {
	var b strings.Builder
	for _, list := range lists {
		for _, key := range list {
			b.WriteString(key + " ")
			if key != "" && key[0] != 'h' && len(key) >= slipsTwo-len(slipsPad)-padAround && len(key) < slipsTwo+padAround {
				b.WriteString(slipsPad + key + " ")
			}
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

// averageTerms is taken for the number of terms of a record's texts; it is
// fixed, so that scores depend on no other document.
const averageTerms = 90

// impacts are the saturated frequencies of BM25 that the levels stand for, from
// level 1; a frequency belongs to the nearest.
var impacts = [meiliImpactLevels]float64{0.33, 0.5, 0.7}

// impactLevels gives the terms that a text is at least so much about, since the
// server counts no words: the level is the attribute. The first level holds
// every term, each once, so that words of one synonym stand in one attribute.
func impactLevels(terms []string) (levels [meiliImpactLevels][]string) {
	count := map[string]int{}
	for _, t := range terms {
		if count[t]++; count[t] == 1 {
			levels[0] = append(levels[0], t)
		}
	}
	long := bm25K * (1 - bm25B + bm25B*float64(len(terms))/averageTerms)
	for _, t := range levels[0] {
		f := float64(count[t])
		f /= f + long
		for level := 1; level < meiliImpactLevels && f > (impacts[level-1]+impacts[level])/2; level++ {
			levels[level] = append(levels[level], t)
		}
	}
	return levels
}
