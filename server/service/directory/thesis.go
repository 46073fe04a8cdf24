package directory

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// CutThesis is what was found in a pasted thesis. Every value stands in Found
// with the words it was taken from; what the text does not say is empty.
type CutThesis struct {
	Stages      []domain.Stage
	Ticket      domain.Range
	Instruments []string // equity RCPS convertible CB BW loan JV M&A distribution
	Industries  []string // KSIC divisions, only where the word leaves no doubt
	Tags        []string // sectors as written
	Markets     []string // countries
	Lead        string   // lead, follow, both; "" unsaid
	Found       []ThesisFind
}

// ThesisFind says from which words a value was taken. Field is the name of the
// CutThesis field in lower case.
type ThesisFind struct{ Field, Value, Quote string }

// CutThesis reads a pasted paragraph, or answers to questions a line each, in
// Korean or English. What a sentence rules out ("제외", "do not", "except") is
// not taken. It reads and stores nothing.
func (s *Service) CutThesis(_ context.Context, a domain.Actor, text string) (CutThesis, error) {
	if err := pasted(a, text); err != nil {
		return CutThesis{}, err
	}
	return cutThesis(text), nil
}

func cutThesis(text string) CutThesis {
	var t CutThesis
	for _, c := range clauses(text) {
		t.stages(c)
		t.words(c)
		t.listed(c)
		t.lead(c)
	}
	t.ticket(clauses(text))
	return t
}

// clause is a piece of the text that is said or ruled out as a whole.
type clause struct {
	text string
	no   bool // ruled out
}

var (
	// sentence ends; "but" and the like turn what follows.
	breakRule = regexp.MustCompile(`[.!?。]\s+|[;；\n]|\s(?i:but|however|although|though)\s|지만[,\s]|으나[,\s]|하며[,\s]|다만[,\s]|단[,]\s?`)
	// what stands before these is ruled out
	noBeforeRule = regexp.MustCompile(`(?:을|를|은|는)?\s?(?:제외하(?:고|며|면)|제외한|제외합니다|제외|배제|지양|피합니다|하지 ?않|안 ?합니다|않습니다|관심 ?없|이외|불가)`)
	// what stands after these is ruled out
	noAfterRule = regexp.MustCompile(`(?i)\b(?:do(?:es)? not|don['’]t|doesn['’]t|won['’]t|will not|never|no|not|avoid(?:ing)?|exclud(?:e|es|ing)|except(?: for)?|other than|without)\s`)
)

// clauses cuts a text into what it says and what it rules out.
func clauses(text string) []clause {
	var out []clause
	add := func(s string, no bool) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, clause{s, no})
		}
	}
	rest := strings.ReplaceAll(text, "\r", "\n")
	for rest != "" {
		piece := rest
		if m := breakRule.FindStringIndex(rest); m != nil {
			piece, rest = rest[:m[0]], rest[m[1]:]
		} else {
			rest = ""
		}
		if m := noBeforeRule.FindStringIndex(piece); m != nil {
			before := piece[:m[0]]
			// Only the list that ends here is ruled out: what an earlier
			// particle closes was said.
			if i := strings.LastIndexAny(before, ":："); i >= 0 && i+3 < len(before) {
				add(before[:i], false)
				before = before[i:]
			}
			add(before, true)
			piece = piece[m[1]:]
		}
		if m := noAfterRule.FindStringIndex(piece); m != nil {
			add(piece[:m[0]], false)
			add(piece[m[1]:], true)
			continue
		}
		add(piece, false)
	}
	return out
}

// found notes a value with its words; the same value is noted once.
func (t *CutThesis) found(field, value, quote string) bool {
	for _, f := range t.Found {
		if f.Field == field && f.Value == value {
			return false
		}
	}
	t.Found = append(t.Found, ThesisFind{field, value, strings.TrimSpace(quote)})
	return true
}

// words takes instruments, sectors and markets by their lexicons.
func (t *CutThesis) words(c clause) {
	if c.no {
		return
	}
	for _, m := range thesisLexicon.find(c.text) {
		quote := c.text[m.start:m.end]
		for _, v := range m.entry.instruments {
			if t.found("instruments", v, quote) {
				t.Instruments = append(t.Instruments, v)
			}
		}
		if m.entry.sector {
			t.tag(quote, quote)
		}
		for _, v := range m.entry.industries {
			if t.found("industries", v, quote) {
				t.Industries = append(t.Industries, v)
			}
		}
		for _, v := range m.entry.markets {
			if t.found("markets", v, quote) {
				t.Markets = append(t.Markets, v)
			}
		}
	}
}

func (t *CutThesis) tag(value, quote string) {
	same := func(have string) bool { return strings.EqualFold(have, value) }
	if !slices.ContainsFunc(t.Tags, same) && t.found("tags", value, quote) {
		t.Tags = append(t.Tags, value)
	}
}

var (
	sectorLine = regexp.MustCompile(`^(?:\d+[.)]\s*)?(?:(?:관심|투자|주요|선호|집중)\s?)*(?:분야|섹터|산업|업종|(?i:(?:preferred |target |focus )?(?:sectors?|industries|industry|verticals?|fields?|focus areas?)))\s*[:：]\s*(.+)$`)
	listBreak  = regexp.MustCompile(`\s*(?:[,/·、;|]|\s및\s|\s와\s|\s과\s|\s(?i:and|or)\s)\s*`)
)

// listed takes the entries of an answer that is a plain list of sectors, also
// words that no lexicon knows.
func (t *CutThesis) listed(c clause) {
	m := sectorLine.FindStringSubmatch(c.text)
	if m == nil || c.no {
		return
	}
	for _, entry := range listBreak.Split(strings.TrimRight(m[1], " ."), 30) {
		entry = strings.TrimSpace(entry)
		known := slices.ContainsFunc(t.Tags, func(have string) bool {
			return strings.Contains(strings.ToLower(entry), strings.ToLower(have))
		})
		if n := len([]rune(entry)); n >= 2 && n <= 24 && !known && len(strings.Fields(entry)) <= 4 && !thesisLexicon.place(entry) {
			t.tag(entry, entry)
		}
	}
}

var (
	leadRule   = regexp.MustCompile(`(?i)\b(?:co-?)?lead(?:[- ]invest(?:or|ors|ment|ments)|\s+(?:the\s+)?(?:rounds?|deals?|investments?)|\s*(?:or|and|/|,)\s*(?:co-?lead|follow|co-?invest)[a-z-]*)|\b(?:we|to|can|as|usually|typically|often|always|prefer to|happy to)\s+(?:co-?)?lead\b|\bled by us\b|리드\s?(?:투자|로|하|인베스터|가능|선호|또는|및|/)|주관\s?투자|대표\s?투자|앵커\s?투자|리드[,\s/·]`)
	followRule = regexp.MustCompile(`(?i)\bfollow(?:[- ]?on investor|ers?\b|\s+(?:other|lead|a lead|investors?)|\s+only)?\b|\bco-?invest(?:or|ors|ment|ing)?\b|\bparticipat(?:e|es|ing) in rounds\b|팔로우|팔로워|공동\s?투자|후속\s?참여|참여\s?투자|클럽\s?딜`)
	// the question is no answer: "리드 여부: 팔로우"
	leadAsked = regexp.MustCompile(`(?i)^[^:：?]{0,40}(?:여부|역할|구분|lead\s?(?:or|/)\s?follow|리드\s?(?:/|또는)\s?팔로우)[^:：?]{0,20}[:：?]`)
	notLead   = regexp.MustCompile(`(?i)\blead[- ](?:time|generation|gen)\b|\bfollow[- ]?(?:on|up)\b|\bfollows?\s+(?:esg|the|our)\b`)
)

// lead takes who leads a round; what a clause rules out is taken for the other
// side only where the clause says so itself.
func (t *CutThesis) lead(c clause) {
	blank := func(s string) string { return strings.Repeat(" ", len(s)) }
	text := notLead.ReplaceAllStringFunc(leadAsked.ReplaceAllStringFunc(c.text, blank), blank)
	note := func(rule *regexp.Regexp, side string) {
		m := rule.FindStringIndex(text)
		if m == nil || c.no || t.Lead == side || t.Lead == "both" {
			return
		}
		if t.Lead == "" {
			t.Lead = side
		} else {
			t.Lead = "both"
		}
		t.found("lead", side, c.text[m[0]:m[1]])
	}
	note(leadRule, "lead")
	note(followRule, "follow")
}
