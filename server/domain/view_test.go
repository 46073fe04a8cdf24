package domain

import (
	"reflect"
	"slices"
	"testing"
	"time"
)

// visibility lists every field of every record, nested ones as "Works.Client":
// nil for a field that whoever may read the record sees, else the viewers who
// see it beside programme staff. A field that is in no list fails the test: a
// new field is private until somebody decides.
var visibility = map[Kind]map[string][]string{
	KindInstitution: {
		"ID": nil, "Version": nil, "Name": nil, "Kind": nil, "Country": nil, "Region": nil, "Fields": nil,
		"Capacity.Min": {"manager"}, "Capacity.Max": {"manager"}, "Conflicts": {"manager"},
	},
	KindCohort: {
		"ID": nil, "Version": nil, "Name": nil, "Year": nil, "Starts": nil, "Ends": nil,
		"Rules.Field": nil, "Rules.Op": nil, "Rules.Value": nil, "Rules.Reason": nil,
	},
	KindPerson: {
		"ID": nil, "Version": nil, "Email": nil, "Phone": nil, "Name": nil, "Organisation": nil, "Title": nil, "Role": nil,
		"Languages": nil, "Timezone": nil,
	},
	KindCompany: {
		"ID": nil, "Version": nil, "Name": nil, "Cohort": nil, "RegistrationNo": {"company"}, "Founded": nil, "Country": nil,
		"Region": nil, "City": nil, "Industries": nil, "IndustryRevision": nil, "Tags": nil, "SizeClass": nil, "Employees": nil,
		"Stage": nil, "Revenue.Year": {"company"}, "Revenue.Amount.Value": {"company"}, "Revenue.Amount.Currency": {"company"},
		"Certificates.Kind": nil, "Certificates.Number": {"company"}, "Certificates.Expires": {"company"},
		"Summary": nil, "Website": nil, "HiddenFrom": {"company"},
	},
	KindNeed: {
		"ID": nil, "Version": nil, "Company": nil, "Kind": nil, "Title": nil, "Detail": nil, "Topics": nil, "Fields": nil,
		"Industries": nil, "IndustryRevision": nil, "Tags": nil, "Markets": nil, "Languages": nil, "Stage": nil,
		"Amount.Min": nil, "Amount.Max": nil, "Amount.Currency": nil, "Instrument": nil, "UseOfFunds": nil, "Opened": nil,
		"Due": nil, "Priority": {"company"}, "Confidential": nil, "State": nil, "Holder": {"company"}, "Since": nil,
		"StateBy": {"company"}, "Remark": {"company"},
	},
	KindExpert: {
		"ID": nil, "Version": nil, "Name": nil, "Headline": nil, "Summary": nil, "Institution": nil, "Roles": nil, "Fields": nil,
		"Topics.Topic": nil, "Topics.Years": nil, "Industries": nil, "IndustryRevision": nil, "Tags": nil, "Markets": nil,
		"Languages.Code": nil, "Languages.Level": nil, "Works.Title": nil, "Works.Text": nil, "Works.Date": nil,
		"Works.Client": {"expert", "manager"}, "Works.ClientPrivate": nil, "Capacity": nil, "Load": nil,
		"Unavailable.From": nil, "Unavailable.To": nil, "Conflicts": {"expert", "manager"}, "Country": nil, "Region": nil, "Timezone": nil,
	},
	KindInvestor: {
		"ID": nil, "Version": nil, "Name": nil, "Kind": nil, "Thesis": nil, "Stages": nil, "Ticket.Min": nil, "Ticket.Max": nil,
		"Ticket.Currency": nil, "Instruments": nil, "Industries": nil, "IndustryRevision": nil, "Tags": nil, "Markets": nil,
		"Languages": nil, "Portfolio.Company": nil, "Portfolio.Name": nil, "Portfolio.Date": nil, "Portfolio.Stage": nil,
		"Portfolio.Amount.Value": nil, "Portfolio.Amount.Currency": nil, "Portfolio.Industries": nil,
		"Portfolio.IndustryRevision": nil, "Portfolio.Tags": nil, "Portfolio.Country": nil, "Portfolio.Region": nil,
		"Portfolio.City": nil, "Portfolio.Lead": nil, "Conflicts": {"investor"}, "Capacity": {"investor"},
		"Country": nil, "Region": nil, "City": nil, "Timezone": nil,
	},
	KindPreference: {
		"From": nil, "To": nil, "Version": nil, "Level": nil, "Note": nil, "Private": nil, "Expires": nil,
	},
}

// fill sets every field to something; ids are those of the matrix.
func fill(v reflect.Value, name string) {
	own := map[string]string{"Organisation": "c1", "Company": "c1", "Institution": "x1", "From": "c1"}
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Unix(1, 0)))
			return
		}
		for i := range v.NumField() {
			fill(v.Field(i), v.Type().Field(i).Name)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), name)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), name)
	case reflect.String:
		v.SetString("some " + name)
		if id, ok := own[name]; ok {
			v.SetString(id)
		}
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(7)
	}
}

// leaves names the fields of a record that hold something, and all fields.
func leaves(v reflect.Value, prefix string, all map[string]bool) {
	t := v.Type()
	for i := range t.NumField() {
		f, x := t.Field(i), v.Field(i)
		name := prefix + f.Name
		if f.Anonymous {
			leaves(x, prefix, all)
			continue
		}
		elem := f.Type
		if elem.Kind() == reflect.Slice {
			elem = elem.Elem()
		}
		if elem.Kind() == reflect.Struct && elem != reflect.TypeFor[time.Time]() && elem != reflect.TypeFor[Text]() {
			inner := reflect.Zero(elem)
			if x.Kind() == reflect.Struct {
				inner = x
			} else if x.Len() > 0 {
				inner = x.Index(0)
			}
			leaves(inner, name+".", all)
			continue
		}
		all[name] = all[name] || !x.IsZero()
	}
}

func filled(k Kind) Record {
	r := New(k)
	fill(reflect.ValueOf(r).Elem(), "")
	id := map[Kind]string{KindCompany: "c1", KindExpert: "e1", KindInvestor: "i1", KindInstitution: "x1"}[k]
	if id != "" {
		reflect.ValueOf(r).Elem().FieldByName("ID").SetString(id)
	}
	return r
}

// viewers are the actors of the matrix and, for the roles with a subject, a
// stranger of the same role.
func viewers() map[string]Actor {
	out := map[string]Actor{}
	for _, m := range matrixActors {
		out[m.name] = m.actor
		if m.actor.Role.SubjectKind() != "" {
			stranger := m.actor
			stranger.Subject.ID = "zz"
			stranger.Institution = ""
			out["another "+m.name] = stranger
		}
	}
	return out
}

// TestViewHidesPrivateFields walks every field of every kind for every viewer.
func TestViewHidesPrivateFields(t *testing.T) {
	for _, k := range Kinds {
		whole := map[string]bool{}
		r := filled(k)
		leaves(reflect.ValueOf(r).Elem(), "", whole)
		for name, set := range whole {
			if _, listed := visibility[k][name]; !listed {
				t.Errorf("%s.%s is in no list; decide who may see it, in view.go and here", k, name)
			}
			if !set {
				t.Errorf("%s.%s was not filled by the test", k, name)
			}
		}
		for name := range visibility[k] {
			if _, exists := whole[name]; !exists {
				t.Errorf("%s.%s is listed but does not exist", k, name)
			}
		}
		for who, a := range viewers() {
			seen := map[string]bool{}
			leaves(reflect.ValueOf(View(a, r)).Elem(), "", seen)
			for name, sees := range seen {
				only := visibility[k][name]
				want := only == nil || a.Staff() || slices.Contains(only, who)
				if sees != want {
					t.Errorf("%s sees %s.%s: %v, want %v", who, k, name, sees, want)
				}
			}
		}
		again := map[string]bool{}
		leaves(reflect.ValueOf(r).Elem(), "", again)
		if !reflect.DeepEqual(again, whole) {
			t.Errorf("viewing a %s changed it", k)
		}
	}
}

// TestViewShowsOpenClients: a client that is not private stays.
func TestViewShowsOpenClients(t *testing.T) {
	e := &Expert{ID: "e1", Works: []Work{{Client: "open"}, {Client: "secret", ClientPrivate: true}}}
	got := View(matrixActors[1].actor, e).(*Expert)
	if got.Works[0].Client != "open" || got.Works[1].Client != "" || e.Works[1].Client != "secret" {
		t.Errorf("works seen by a company: %+v, stored: %+v", got.Works, e.Works)
	}
}
