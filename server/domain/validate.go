package domain

import "strings"

func checkID(p *Problems, field, id string) {
	switch {
	case id == "":
		p.Add(field, "is missing; give every record a stable id")
	case len(id) > 200:
		p.Add(field, "is longer than 200 bytes; shorten it")
	case strings.ContainsFunc(id, func(r rune) bool { return r < 0x20 || r == 0x7f }):
		p.Add(field, "holds a control character; remove it")
	}
}

// Validate lists what is wrong with the record by itself.
func (x *Institution) Validate() (p Problems) { checkID(&p, "id", string(x.ID)); return p }

// Validate lists what is wrong with the record by itself.
func (x *Cohort) Validate() (p Problems) { checkID(&p, "id", string(x.ID)); return p }

// Validate lists what is wrong with the record by itself.
func (x *Person) Validate() (p Problems) { checkID(&p, "id", string(x.ID)); return p }

// Validate lists what is wrong with the record by itself.
func (x *Company) Validate() (p Problems) { checkID(&p, "id", string(x.ID)); return p }

// Validate lists what is wrong with the record by itself.
func (x *Need) Validate() (p Problems) { checkID(&p, "id", string(x.ID)); return p }

// Validate lists what is wrong with the record by itself.
func (x *Expert) Validate() (p Problems) { checkID(&p, "id", string(x.ID)); return p }

// Validate lists what is wrong with the record by itself.
func (x *Investor) Validate() (p Problems) { checkID(&p, "id", string(x.ID)); return p }

// Validate lists what is wrong with the record by itself.
func (x *Preference) Validate() (p Problems) {
	checkID(&p, "from", x.From)
	checkID(&p, "to", x.To)
	return p
}
