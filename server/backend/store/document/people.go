package document

import "jumpup/server/domain"

type person struct {
	ID           string   `json:"id"`
	Email        string   `json:"email,omitempty"`
	Phone        string   `json:"phone,omitempty"`
	Name         text     `json:"name,omitzero"`
	Organisation string   `json:"organisation,omitempty"`
	Title        text     `json:"title,omitzero"`
	Role         string   `json:"role,omitempty"`
	Languages    []string `json:"languages,omitempty"`
	Timezone     string   `json:"timezone,omitempty"`
}

func personOf(x *domain.Person) *person {
	return &person{
		ID: string(x.ID), Email: x.Email, Phone: x.Phone, Name: text(x.Name), Organisation: x.Organisation,
		Title: text(x.Title), Role: x.Role, Languages: list(x.Languages), Timezone: x.Timezone,
	}
}

func (f *person) record() domain.Record {
	return &domain.Person{
		ID: domain.PersonID(f.ID), Email: f.Email, Phone: f.Phone, Name: f.Name.domain(), Organisation: f.Organisation,
		Title: f.Title.domain(), Role: f.Role, Languages: list(f.Languages), Timezone: f.Timezone,
	}
}

type preference struct {
	From    string `json:"from"`
	To      string `json:"to"`
	Level   string `json:"level,omitempty"`
	Note    string `json:"note,omitempty"`
	Private bool   `json:"private,omitempty"`
	Expires string `json:"expires,omitempty"`
}

func preferenceOf(x *domain.Preference) *preference {
	return &preference{x.From, x.To, string(x.Level), x.Note, x.Private, string(x.Expires)}
}

func (f *preference) record() domain.Record {
	return &domain.Preference{
		From: f.From, To: f.To, Level: domain.Level(f.Level), Note: f.Note, Private: f.Private, Expires: domain.Date(f.Expires),
	}
}
