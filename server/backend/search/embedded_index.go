package search

import (
	"bytes"
	"strconv"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	bdoc "github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"

	"jumpup/server/domain"
)

// The fields of the embedded index. Their words are keys (matcher/text).
const (
	fieldName       = "n"  // words of names
	fieldNamePart   = "np" // parts of them
	fieldNameBegin  = "nb" // their first letters, so that one key press is one look-up
	fieldLabel      = "l"  // the same of labels
	fieldLabelPart  = "lp"
	fieldLabelBegin = "lb"
	fieldInitials   = "z"
	fieldTerms      = "t" // of all texts, counted
	fieldWritten    = "w"
	fieldSort       = "s"
	fieldOwner      = "o"
	fieldVersion    = "v"
	fieldAttr       = "a:" // and the attribute's name
	fieldNumber     = "#:"
)

const shortBeginning = 2 // letters of a beginning that has a field of its own

// How fields are indexed.
const (
	asWords  = index.IndexField | index.SkipFreqNorm
	asTerms  = index.IndexField
	asValue  = index.IndexField | index.SkipFreqNorm | index.DocValues
	asNumber = index.IndexField | index.DocValues
	asStored = index.StoreField
)

// blanks cuts at blanks, where keys are joined.
type blanks struct{}

func (blanks) Analyze(b []byte) analysis.TokenStream {
	out := make(analysis.TokenStream, 0, bytes.Count(b, []byte{' '})+1)
	for at, n := 0, 1; at < len(b); n++ {
		end := bytes.IndexByte(b[at:], ' ')
		if end < 0 {
			end = len(b) - at
		}
		out = append(out, &analysis.Token{Term: b[at : at+end], Position: n, Start: at, End: at + end})
		at += end + 1
	}
	return out
}

// whole leaves a value as it is.
type whole struct{}

func (whole) Analyze(b []byte) analysis.TokenStream {
	return analysis.TokenStream{{Term: b, Position: 1, End: len(b)}}
}

// newMapping describes the index to bleve. Documents are made by hand, so that
// it only has to name the way of scoring (BM25: Robertson and Zaragoza, 2009).
func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.ScoringModel = index.BM25Scoring
	m.DefaultMapping = bleve.NewDocumentDisabledMapping()
	return m
}

// documentID names a document; the first letter is the place of its kind among
// equals.
func documentID(ref domain.Ref) string {
	for i, k := range domain.SearchKinds {
		if k == ref.Kind {
			return string(rune('a'+i)) + ref.ID
		}
	}
	return ""
}

func refOf(id string) domain.Ref {
	if id == "" || int(id[0]-'a') >= len(domain.SearchKinds) {
		return domain.Ref{}
	}
	return domain.Ref{Kind: domain.SearchKinds[id[0]-'a'], ID: id[1:]}
}

// fields gathers the fields of a document for bleve.
type fields struct{ doc *bdoc.Document }

func (f fields) words(name string, options index.FieldIndexingOptions, lists ...[]string) {
	n := 0
	for _, list := range lists {
		for _, w := range list {
			n += len(w) + 1
		}
	}
	if n == 0 {
		return
	}
	b := make([]byte, 0, n)
	for _, list := range lists {
		for _, w := range list {
			b = append(append(b, w...), ' ')
		}
	}
	f.doc.AddField(bdoc.NewTextFieldCustom(name, nil, b[:n-1], options, blanks{}))
}

func (f fields) values(name string, list []string) {
	seen := map[string]bool{}
	for _, v := range list {
		if !seen[v] {
			seen[v] = true
			f.doc.AddField(bdoc.NewTextFieldCustom(name, []uint64{uint64(len(seen))}, []byte(v), asValue, whole{}))
		}
	}
}

func bleveDocument(d document) *bdoc.Document {
	f := fields{bdoc.NewDocument(documentID(d.ref))}
	f.words(fieldName, asWords, d.names.Words)
	f.words(fieldNamePart, asWords, d.names.Parts)
	f.words(fieldNameBegin, asWords, beginnings(d.names.Words, d.names.Parts))
	f.words(fieldLabel, asWords, d.labels.Words)
	f.words(fieldLabelPart, asWords, d.labels.Parts)
	f.words(fieldLabelBegin, asWords, beginnings(d.labels.Words))
	f.words(fieldInitials, asWords, d.names.Initials, d.labels.Initials)
	f.words(fieldTerms, asTerms, d.terms)
	f.words(fieldWritten, asWords, d.written)
	f.values(fieldSort, []string{d.sort})
	if d.owner != "" {
		f.values(fieldOwner, []string{d.owner})
	}
	for a, values := range d.attrs {
		f.values(fieldAttr+string(a), values)
	}
	for _, a := range numeric {
		for i, v := range d.attrs[a] {
			if n, err := strconv.ParseFloat(v, 64); err == nil {
				f.doc.AddField(bdoc.NewNumericFieldWithIndexingOptions(fieldNumber+string(a), []uint64{uint64(i)}, n, asNumber))
			}
		}
	}
	f.doc.AddField(bdoc.NewTextFieldCustom(fieldVersion, nil, []byte(strconv.FormatInt(d.version, 10)), asStored, whole{}))
	return f.doc
}

// beginnings gives the first one and two letters of keys, each once; a key's
// first byte names its script.
func beginnings(lists ...[]string) []string {
	seen := map[string]bool{}
	var out []string
	for _, list := range lists {
		for _, key := range list {
			for n := 2; n <= 1+shortBeginning && n <= len(key); n++ {
				if !seen[key[:n]] {
					seen[key[:n]] = true
					out = append(out, key[:n])
				}
			}
		}
	}
	return out
}
