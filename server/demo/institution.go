package demo

import "jumpup/server/domain"

// agency is an institution: its experts practise its fields first.
type agency struct {
	name    pair
	kind    string
	region  string
	fields  []string
	topics  []string // Korean labels it is known for
	experts int      // of 240
}

var agencies = []agency{
	{pair{"도약나루 경영연구원", "Jump Ferry Management Institute"}, "research", "서울", []string{"strategy", "management"}, []string{"신사업 개발", "사업 전환", "가격과 수익 구조"}, 42},
	{pair{"한뜰 기술진흥원", "Hantteul Technology Agency"}, "research", "대전", []string{"technology"}, []string{"연구 개발 로드맵", "양산과 공정 개선", "데이터와 인공 지능"}, 40},
	{pair{"너른바다 수출지원센터", "Wide Sea Export Centre"}, "public", "부산", []string{"strategy"}, []string{"해외 진출", "브랜드와 마케팅", "품질과 인증"}, 36},
	{pair{"솔마루 회계법인", "Solmaru Accounting"}, "accounting", "서울", []string{"management"}, []string{"재무와 자금", "상장 준비", "인수 합병과 제휴"}, 30},
	{pair{"맑은뜻 특허법률사무소", "Clear Intent Patent Attorneys"}, "law", "서울", []string{"technology"}, []string{"지식 재산", "인수 합병과 제휴"}, 18},
	{pair{"달구벌 스마트제조혁신단", "Dalgubeol Smart Manufacturing Group"}, "public", "대구", []string{"technology"}, []string{"스마트 공장", "품질과 인증", "양산과 공정 개선"}, 34},
	{pair{"푸른고개 지속가능컨설팅", "Green Pass Sustainability"}, "consultancy", "경기", []string{"management", "strategy"}, []string{"탄소와 ESG", "공급망과 구매", "사업 전환"}, 22},
	{pair{"이음새 조직인재연구소", "Seam Organisation Lab"}, "consultancy", "광주", []string{"management"}, []string{"조직과 인재", "신사업 개발"}, 18},
}

// agencyOf gives the institution of an index; there may be more than eight in
// larger sizes.
func agencyOf(i int) agency { return agencies[i%len(agencies)] }

func (w *world) writeInstitutions() {
	perExpert := 3
	weights := share(agencies, func(a agency) int { return a.experts })
	counts := quotas(w.size.Experts, weights)
	for i := range w.size.Institutions {
		a := agencyOf(i)
		name := numbered(a.name, i/len(agencies))
		w.institutions = append(w.institutions, &domain.Institution{
			ID:   domain.InstitutionID("institution-" + pad(i+1, 1)),
			Name: domain.Text{Ko: name.ko, En: name.en}, Kind: a.kind, Country: "KR", Region: a.region, Fields: a.fields,
			Capacity: domain.CapacityRange{Min: domain.Int(counts[i%len(agencies)] / 4), Max: domain.Int(counts[i%len(agencies)] * perExpert)},
		})
	}
}
