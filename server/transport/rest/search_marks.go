package rest

import (
	"unicode/utf8"

	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

// Marks are where the words that were looked for stand in a name, for each of
// its wordings.
type Marks struct {
	Plain []Mark `json:"plain,omitempty" doc:"Of a name in one language"`
	Ko    []Mark `json:"ko,omitempty"`
	En    []Mark `json:"en,omitempty"`
}

// Mark is a stretch of a text: its start and its end, which does not belong to
// it, in UTF-16 code units as JavaScript counts them.
type Mark [2]int

// Snippet is a piece of a longer text with the words that were looked for.
type Snippet struct {
	Field string `json:"field" enum:"headline,tags,summary,detail,use_of_funds,works,thesis,portfolio" doc:"Where it stands"`
	Lang  string `json:"lang,omitempty" enum:"ko,en" doc:"Its language, when it is said"`
	Text  string `json:"text" example:"현지 유통망을 찾습니다." doc:"A sentence, or about 160 characters of a long one"`
	Marks []Mark `json:"marks" doc:"Stretches [start, end) in UTF-16 code units, in order"`
}

// Words is what search adds to a list that was asked for with words.
type Words struct {
	Found    []ListHit `json:"found,omitempty" doc:"With words: where they stand, an entry per item in the same order"`
	Reading  string    `json:"reading,omitempty" enum:"all,typo,any" doc:"With words: how they were taken: all of them, all but with other spellings, or the more the better"`
	Engine   string    `json:"engine,omitempty" example:"embedded" doc:"With words: which engine answered"`
	Degraded bool      `json:"degraded,omitempty" doc:"With words: not everything can be found just now"`
	Relax    []Relaxed `json:"relax,omitempty" doc:"When words and filters find nothing: how many would be found without one of them, most first"`
}

// ListHit tells where the words stand in one item of a list.
type ListHit struct {
	ID        string   `json:"id" example:"c1"`
	NameMarks Marks    `json:"name_marks"`
	Snippet   *Snippet `json:"snippet,omitempty" doc:"Where the words stand in a longer text, when the name does not show them"`
}

// Relaxed says how many would be found without a filter.
type Relaxed struct {
	Attr  string `json:"attr" example:"region" doc:"The filter, or q for the words"`
	Total int    `json:"total" example:"7"`
}

func wordsOf(l directory.Listing) Words {
	if l.Found == nil {
		return Words{}
	}
	out := Words{Reading: string(l.Found.Reading), Engine: l.Found.Engine, Degraded: l.Found.Degraded}
	for i, sight := range l.Found.Items {
		out.Found = append(out.Found, ListHit{l.Items[i].Record.Ref().ID, marksOf(sight.Name, sight.NameMarks), snippetOf(sight.Snippet)})
	}
	out.Relax = each(l.Found.Relax, func(r directory.Relaxed) Relaxed { return Relaxed{string(r.Attr), r.Total} })
	return out
}

func marksOf(t domain.Text, m directory.Marks) Marks {
	return Marks{inUTF16(t.Plain, m.Plain), inUTF16(t.Ko, m.Ko), inUTF16(t.En, m.En)}
}

func snippetOf(s *directory.Snippet) *Snippet {
	if s == nil {
		return nil
	}
	marks := inUTF16(s.Text, s.Marks)
	if marks == nil {
		marks = []Mark{}
	}
	return &Snippet{s.Field, s.Lang, s.Text, marks}
}

// inUTF16 counts ranges of bytes, which are in order, in UTF-16 code units.
func inUTF16(s string, marks [][2]int) []Mark {
	var out []Mark
	units, at := 0, 0
	count := func(to int) int {
		for at < to {
			r, size := utf8.DecodeRuneInString(s[at:])
			at += size
			units++
			if r > 0xffff {
				units++
			}
		}
		return units
	}
	for _, m := range marks {
		start := count(m[0])
		out = append(out, Mark{start, count(m[1])})
	}
	return out
}
