package matcher_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"jumpup/matcher"
)

// sharedData returns a folder of the measuring data, or skips the test.
func sharedData(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("JUMPUP_SHARED_DATA")
	if root == "" {
		root = filepath.Join("..", "..", "shared", "data")
	}
	dir := filepath.Join(root, name)
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the measuring data %q is not there: set JUMPUP_SHARED_DATA to the folder that holds it", name)
	}
	return dir
}

type jsonText matcher.Text

func (x *jsonText) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &x.En)
	}
	var v struct{ Ko, En string }
	err := json.Unmarshal(b, &v)
	*x = jsonText(v)
	return err
}

type jsonDay matcher.Day

func (d *jsonDay) UnmarshalJSON(b []byte) error {
	s, err := strconv.Unquote(string(b))
	if err != nil {
		return err
	}
	day, err := matcher.ParseDay(s)
	*d = jsonDay(day)
	return err
}

type record struct {
	ID, Company, Kind, Stage           string
	Name, Title, Detail, Summary       jsonText
	Headline, Thesis                   jsonText
	UseOfFunds                         jsonText `json:"use_of_funds"`
	Country, Region, City, Timezone    string
	Institution                        string
	Founded                            int
	Industries, Tags, Markets          []string
	Topics                             json.RawMessage
	Languages                          json.RawMessage
	Fields, Roles, Stages, Instruments []string
	Opened, Due                        jsonDay
	Confidential                       bool
	Amount                             matcher.Range
	Ticket                             matcher.Range
	Capacity                           *int
	Load                               int
	Conflicts                          []string
	HiddenFrom                         []string `json:"hidden_from"`
	Works                              []struct {
		Title, Text   jsonText
		Date          jsonDay
		Client        string
		ClientPrivate bool `json:"client_private"`
	}
	Portfolio []struct {
		Company, Name, Stage  string
		Date                  jsonDay
		Amount                matcher.Amount
		Industries, Tags      []string
		Country, Region, City string
		Lead                  bool
	}
	Unavailable     []struct{ From, To jsonDay }
	From, To, Level string
	Private         bool
	Expires         jsonDay
	Organisation    string
}

func (r record) strings(t testing.TB, raw json.RawMessage) (out []string) {
	if raw != nil {
		if err := json.Unmarshal(raw, &out); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func (r record) company() matcher.Company {
	return matcher.Company{
		ID: r.ID, Name: matcher.Text(r.Name), Founded: r.Founded, Country: r.Country, Region: r.Region, City: r.City,
		Industries: r.Industries, Tags: r.Tags, Stage: r.Stage, Summary: matcher.Text(r.Summary), HiddenFrom: r.HiddenFrom,
	}
}

func (r record) need(t testing.TB) matcher.Need {
	return matcher.Need{
		ID: r.ID, Company: r.Company, Kind: r.Kind, Title: matcher.Text(r.Title), Detail: matcher.Text(r.Detail),
		Topics: r.strings(t, r.Topics), Fields: r.Fields, Industries: r.Industries, Tags: r.Tags, Markets: r.Markets,
		Languages: r.strings(t, r.Languages), Stage: r.Stage, Amount: r.Amount, UseOfFunds: matcher.Text(r.UseOfFunds),
		Opened: matcher.Day(r.Opened), Due: matcher.Day(r.Due), Confidential: r.Confidential,
	}
}

func (r record) expert(t testing.TB) matcher.Expert {
	e := matcher.Expert{
		ID: r.ID, Name: matcher.Text(r.Name), Headline: matcher.Text(r.Headline), Summary: matcher.Text(r.Summary),
		Institution: r.Institution, Roles: r.Roles, Fields: r.Fields, Industries: r.Industries, Tags: r.Tags,
		Markets: r.Markets, Capacity: r.Capacity, Load: r.Load, Conflicts: r.Conflicts, Country: r.Country,
		Region: r.Region, Timezone: r.Timezone,
	}
	for _, raw := range []struct {
		from json.RawMessage
		to   any
	}{{r.Topics, &e.Topics}, {r.Languages, &e.Languages}} {
		if raw.from == nil {
			continue
		}
		var v []struct {
			Topic, Code, Level string
			Years              float64
		}
		if err := json.Unmarshal(raw.from, &v); err != nil {
			t.Fatal(err)
		}
		for _, x := range v {
			if x.Code != "" {
				e.Languages = append(e.Languages, matcher.Language{Code: x.Code, Level: x.Level})
			} else {
				e.Topics = append(e.Topics, matcher.Topic{Name: x.Topic, Years: x.Years})
			}
		}
	}
	for _, w := range r.Works {
		e.Works = append(e.Works, matcher.Work{
			Title: matcher.Text(w.Title), Text: matcher.Text(w.Text), Date: matcher.Day(w.Date),
			Client: w.Client, ClientPrivate: w.ClientPrivate,
		})
	}
	for _, u := range r.Unavailable {
		e.Unavailable = append(e.Unavailable, matcher.Span{From: matcher.Day(u.From), To: matcher.Day(u.To)})
	}
	return e
}

func (r record) investor(t testing.TB) matcher.Investor {
	v := matcher.Investor{
		ID: r.ID, Name: matcher.Text(r.Name), Kind: r.Kind, Thesis: matcher.Text(r.Thesis), Stages: r.Stages,
		Ticket: r.Ticket, Instruments: r.Instruments, Industries: r.Industries, Tags: r.Tags, Markets: r.Markets,
		Languages: r.strings(t, r.Languages), Conflicts: r.Conflicts, Capacity: r.Capacity, Load: r.Load,
		Country: r.Country, Region: r.Region, City: r.City, Timezone: r.Timezone,
	}
	for _, d := range r.Portfolio {
		v.Portfolio = append(v.Portfolio, matcher.Deal{
			Company: d.Company, Name: d.Name, Date: matcher.Day(d.Date), Stage: d.Stage, Amount: d.Amount,
			Industries: d.Industries, Tags: d.Tags, Country: d.Country, Region: d.Region, City: d.City, Lead: d.Lead,
		})
	}
	return v
}

// loadCorpus reads a data folder; a file that is not there is an empty one.
func loadCorpus(t testing.TB, dir string) (c matcher.Corpus) {
	t.Helper()
	each := func(name string, f func(record)) {
		file, err := os.Open(filepath.Join(dir, name+".jsonl"))
		if os.IsNotExist(err) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<21)
		for lines.Scan() {
			var r record
			if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			f(r)
		}
		if err := lines.Err(); err != nil {
			t.Fatal(err)
		}
	}
	each("institutions", func(r record) {
		c.Institutions = append(c.Institutions, matcher.Institution{ID: r.ID, Conflicts: r.Conflicts})
	})
	each("people", func(r record) {
		c.People = append(c.People, matcher.Person{ID: r.ID, Organisation: r.Organisation})
	})
	each("companies", func(r record) { c.Companies = append(c.Companies, r.company()) })
	each("needs", func(r record) { c.Needs = append(c.Needs, r.need(t)) })
	each("experts", func(r record) { c.Experts = append(c.Experts, r.expert(t)) })
	each("investors", func(r record) { c.Investors = append(c.Investors, r.investor(t)) })
	each("preferences", func(r record) {
		c.Preferences = append(c.Preferences, matcher.Preference{
			From: r.From, To: r.To, Level: r.Level, Private: r.Private, Expires: matcher.Day(r.Expires),
		})
	})
	return c
}
