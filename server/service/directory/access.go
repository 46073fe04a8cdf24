package directory

import "jumpup/server/domain"

// personal tells the kinds that hold personal data: reading them is logged.
func personal(k domain.Kind) bool {
	return k == domain.KindPerson || k == domain.KindExpert || k == domain.KindInvestor
}

// saw notes the read of one record of personal data; reading one's own is no
// access to somebody's data.
func (s *Service) saw(a domain.Actor, r domain.Record) {
	ref := r.Ref()
	if !personal(ref.Kind) || own(a, r) {
		return
	}
	s.log.Accessed(domain.Access{Actor: a.User, Action: domain.ActRead, Ref: ref, At: s.now(), Count: 1})
}

// sawMany notes a read of several records, one entry a kind.
func (s *Service) sawMany(a domain.Actor, rs []domain.Record) {
	count := map[domain.Kind]int{}
	for _, r := range rs {
		if k := r.Ref().Kind; personal(k) && !own(a, r) {
			count[k]++
		}
	}
	for _, k := range domain.Kinds {
		if n := count[k]; n > 0 {
			s.log.Accessed(domain.Access{Actor: a.User, Action: domain.ActRead, Ref: domain.Ref{Kind: k}, At: s.now(), Count: n})
		}
	}
}

func own(a domain.Actor, r domain.Record) bool {
	if a.Role == domain.RoleSystem || a.Subject == r.Ref() {
		return true
	}
	p, ok := r.(*domain.Person)
	return ok && a.Subject.ID != "" && p.Organisation == a.Subject.ID
}
