package directory

import (
	"regexp"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// stageWords are the ways to name a stage. The order matters: what is longer
// or more special comes first.
var stageWords = []struct {
	rule   *regexp.Regexp
	stages []domain.Stage
}{
	{regexp.MustCompile(`(?i)pre-?\s?seed|프리\s?-?시드`), []domain.Stage{"pre-seed"}},
	{regexp.MustCompile(`(?i)pre-?\s?(?:series\s?)?a\b|프리\s?-?(?:시리즈\s?)?A(?:[^A-Za-z]|$)`), []domain.Stage{"seed"}},
	{regexp.MustCompile(`(?i)pre-?\s?ipo|프리\s?-?IPO|상장\s?(?:전|준비|예정)`), []domain.Stage{"pre-ipo"}},
	{regexp.MustCompile(`(?i)\bseed\b|시드|씨드|엔젤\s?라운드`), []domain.Stage{"seed"}},
	{regexp.MustCompile(`(?i)\bearly[- ]stages?\b|초기\s?(?:단계|기업|투자|스타트업)`), []domain.Stage{"seed", "series-a"}},
	{regexp.MustCompile(`(?i)\b(?:growth|later?|expansion)[- ](?:stages?|equity|capital|rounds?)\b|\bscale-?ups?\b|그로스|스케일업|성장\s?(?:단계|기)|후기\s?(?:단계|투자)|(?:series|시리즈)\s?-?[D-F]\b\+?`), []domain.Stage{"growth"}},
	{regexp.MustCompile(`(?i)\blisted compan(?:y|ies)\b|\bpublic(?:ly listed)? compan(?:y|ies)\b|상장사|상장\s?기업|코스닥|코스피`), []domain.Stage{"public"}},
}

// roundRule reads Series A, A-C, A and B, 시리즈 A부터 C, 시리즈A~시리즈B.
var (
	roundRule = regexp.MustCompile(`(?i)(?:\bseries|시리즈|라운드)\s?-?([A-C])((?:\s?(?:,|/|&|and|or|및|와|과|to|through|until|-|–|~|∼|부터|에서)\s?(?:(?:series|시리즈)\s?-?)?[A-C])*)(?:[^a-z]|$)`)
	joinRule  = regexp.MustCompile(`(?i)(to|through|until|-|–|~|∼|부터|에서|,|/|&|and|or|및|와|과)\s?(?:(?:series|시리즈)\s?-?)?([A-C])`)
	// rangeBetween joins two mentions of stages into a span.
	rangeBetween = regexp.MustCompile(`(?i)^\s?(?:stage\s?|단계\s?)?(?:to|through|until|up to|-|–|~|∼|부터|에서|단계부터)\s?$`)
)

// mention is a stage named in a clause.
type mention struct {
	start, end int
	stages     []domain.Stage
}

// stages takes the stages of a clause; "seed to series B" names what lies
// between too.
func (t *CutThesis) stages(c clause) {
	if c.no {
		return
	}
	found := stageMentions(c.text)
	for i, m := range found {
		if i+1 < len(found) && rangeBetween.MatchString(c.text[m.end:found[i+1].start]) {
			next := found[i+1]
			m.stages = between(m.stages[0], next.stages[len(next.stages)-1])
			m.end = next.end
		}
		for _, s := range m.stages {
			if t.found("stages", string(s), c.text[m.start:m.end]) {
				t.Stages = append(t.Stages, s)
			}
		}
	}
	slices.SortFunc(t.Stages, func(a, b domain.Stage) int {
		return slices.Index(domain.Stages, a) - slices.Index(domain.Stages, b)
	})
}

// between lists the stages from one to another, in order of maturity.
func between(from, to domain.Stage) []domain.Stage {
	i, j := slices.Index(domain.Stages, from), slices.Index(domain.Stages, to)
	if i > j {
		i, j = j, i
	}
	return domain.Stages[i : j+1]
}

func stageMentions(text string) []mention {
	masked := []byte(text)
	var out []mention
	take := func(start, end int, stages []domain.Stage) {
		out = append(out, mention{start, end, stages})
		for i := start; i < end; i++ {
			masked[i] = 0
		}
	}
	for _, w := range stageWords[:3] { // before the rounds: pre-A is no series A
		for _, m := range w.rule.FindAllStringIndex(string(masked), -1) {
			take(m[0], m[1], w.stages)
		}
	}
	for _, m := range roundRule.FindAllStringSubmatchIndex(string(masked), -1) {
		end := m[3]
		if m[5] > m[4] {
			end = m[5]
		}
		take(m[0], end, rounds(text[m[2]:m[3]], text[m[4]:m[5]]))
	}
	for _, w := range stageWords[3:] {
		for _, m := range w.rule.FindAllStringIndex(string(masked), -1) {
			take(m[0], m[1], w.stages)
		}
	}
	slices.SortFunc(out, func(a, b mention) int { return a.start - b.start })
	return out
}

// rounds reads a list or span of letters.
func rounds(first, rest string) []domain.Stage {
	at := func(s string) domain.Stage { return domain.Stage("series-" + strings.ToLower(s)) }
	out := []domain.Stage{at(first)}
	for _, m := range joinRule.FindAllStringSubmatch(rest, -1) {
		next := []domain.Stage{at(m[2])}
		switch strings.ToLower(m[1]) {
		case "to", "through", "until", "-", "–", "~", "∼", "부터", "에서":
			next = between(out[len(out)-1], next[0])
		}
		for _, s := range next {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}
