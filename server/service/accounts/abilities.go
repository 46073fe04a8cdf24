package accounts

import "jumpup/server/domain"

// abilities are the questions a page asks before it shows a button; each is
// answered by [domain.Can] alone.
var abilities = []struct {
	name   string
	act    domain.Action
	object domain.Object
}{
	{"institutions.create", domain.ActCreate, domain.Object{Kind: domain.KindInstitution}},
	{"cohorts.create", domain.ActCreate, domain.Object{Kind: domain.KindCohort}},
	{"people.create", domain.ActCreate, domain.Object{Kind: domain.KindPerson}},
	{"companies.create", domain.ActCreate, domain.Object{Kind: domain.KindCompany}},
	{"needs.create", domain.ActCreate, domain.Object{Kind: domain.KindNeed}},
	{"experts.create", domain.ActCreate, domain.Object{Kind: domain.KindExpert}},
	{"investors.create", domain.ActCreate, domain.Object{Kind: domain.KindInvestor}},
	{"needs.triage", domain.ActStep, domain.Object{Kind: domain.KindNeed, Step: domain.StepTriage}},
	{"overview", domain.ActOverview, domain.Object{Kind: domain.ObjectCorpus}},
	{"import", domain.ActImport, domain.Object{Kind: domain.ObjectCorpus}},
	{"export", domain.ActExport, domain.Object{Kind: domain.ObjectCorpus}},
	{"weights.read", domain.ActRead, domain.Object{Kind: domain.ObjectWeights}},
	{"weights.edit", domain.ActEdit, domain.Object{Kind: domain.ObjectWeights}},
	{"weights.publish", domain.ActPublish, domain.Object{Kind: domain.ObjectWeights}},
	{"runs.create", domain.ActCreate, domain.Object{Kind: domain.ObjectRun}},
	{"users.read", domain.ActRead, domain.Object{Kind: domain.ObjectUser}},
	{"invitations.read", domain.ActRead, domain.Object{Kind: domain.ObjectLink}},
	{"audit.read", domain.ActRead, domain.Object{Kind: domain.ObjectAudit}},
	{"accesses.read", domain.ActRead, domain.Object{Kind: domain.ObjectAccess}},
	{"settings.update", domain.ActUpdate, domain.Object{Kind: domain.ObjectSettings}},
	{"synonyms.update", domain.ActUpdate, domain.Object{Kind: domain.ObjectSynonyms}},
	{"search.notes", domain.ActRead, domain.Object{Kind: domain.ObjectNotes}},
	{"search.status", domain.ActRead, domain.Object{Kind: domain.ObjectIndex}},
	{"search.rebuild", domain.ActRebuild, domain.Object{Kind: domain.ObjectIndex}},
	{"demo.remove", domain.ActDelete, domain.Object{Kind: domain.ObjectDemo}},
}

// Abilities lists, for a page, what the actor may do in general, as names such
// as "needs.create", "invite.company" and "manage.expert". What may be done to
// one record is answered with the record.
func Abilities(a domain.Actor) []string {
	out := []string{}
	for _, q := range abilities {
		o := q.object
		if o.Kind == domain.KindExpert && a.Role == domain.RoleManager {
			o.Institution = domain.InstitutionID(a.Subject.ID) // a manager creates own experts
		}
		if domain.Can(a, q.act, o) {
			out = append(out, q.name)
		}
	}
	for _, r := range domain.Roles {
		if mayInvite(a, r) {
			out = append(out, "invite."+string(r))
		}
		if mayManage(a, r) {
			out = append(out, "manage."+string(r))
		}
	}
	return out
}
