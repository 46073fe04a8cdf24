package matcher

import "math"

// kernel says how much one past deal speaks for a deal now: the product of one factor
// per trait, 1 where deal and need agree. The factors were fitted to rounds of 2008-11
// (README.md, "Fitting"); they are shapes, not weights, and mean nothing by themselves.
type kernel struct {
	fastDays, slowDays, fast   float64 // recency: a mixture of two exponential decays
	undatedDays                float64 // age taken for an undated deal
	follow                     float64 // a further deal in a company already held
	tagFloor, tagLike, tagNone float64 // other label: floor + like x correlation; unknown
	stageNext, stageFar        float64 // one step away, more
	stageOther, stageNone      float64 // "other", unknown
	region, country, abroad    float64 // same region, same country, another one
	placeNone                  float64
	amountFloor, amountScale   float64 // by the distance of the logarithms
	amountNone                 float64
	ageFloor, ageScale         float64 // by the distance in years
	ageNone                    float64
}

var dealKernel = kernel{
	fastDays: 460, slowDays: 1500, fast: 0.75, undatedDays: 730, follow: 0.15,
	tagFloor: 0.01, tagLike: 0.675, tagNone: 0.165,
	stageNext: 0.62, stageFar: 0.23, stageOther: 0.31, stageNone: 0.45,
	region: 0.34, country: 0.0225, abroad: 0.012, placeNone: 0.1,
	amountFloor: 0.0065, amountScale: 1, amountNone: 0.35,
	ageFloor: 0.14, ageScale: 3.1, ageNone: 0.48,
}

// Decays of the other statistics, in days.
const (
	shareDays  = 700 // portfolio shares
	activeDays = 365 // recent activity
)

// recency weights of one age in days.
type recency struct{ deal, share, active float64 }

// decayTable holds recency by age, up to decayYears years, so that scoring takes no exponentials
// for it; older deals count as that old.
type decayTable []recency

const decayYears = 40

func newDecayTable(k kernel) decayTable {
	t := make(decayTable, decayYears*366)
	for age := range t {
		a := float64(age)
		t[age] = recency{
			deal:   k.fast*math.Exp(-a/k.fastDays) + (1-k.fast)*math.Exp(-a/k.slowDays),
			share:  math.Exp(-a / shareDays),
			active: math.Exp(-a / activeDays),
		}
	}
	return t
}

// at returns the weights of a deal's day, seen from now.
func (t decayTable) at(day, now Day, undated float64) recency {
	age := int(undated)
	if day != 0 {
		age = max(0, int(now-day))
	}
	return t[min(age, len(t)-1)]
}

// stageOrder is the order of the stages; "other" and unknown ones have none.
var stageOrder = map[string]int8{
	"pre-seed": 1, "seed": 2, "series-a": 3, "series-b": 4, "series-c": 5, "growth": 6, "pre-ipo": 7, "public": 8,
}

const (
	stageUnknown int8 = -1
	stageOther   int8 = 0
)

func orderOf(stage string) int8 {
	if stage == "" {
		return stageUnknown
	}
	return stageOrder[label(stage)]
}

func (k *kernel) stage(need, deal int8) float64 {
	switch {
	case need == stageUnknown || deal == stageUnknown:
		return k.stageNone
	case need == deal:
		return 1
	case need == stageOther || deal == stageOther:
		return k.stageOther
	case need-deal == 1 || deal-need == 1:
		return k.stageNext
	}
	return k.stageFar
}

func (k *kernel) place(a, b place) float64 {
	switch {
	case a.country == noAtom || b.country == noAtom:
		return k.placeNone
	case a.country != b.country:
		return k.abroad
	case a.city != noAtom && a.city == b.city:
		return 1
	case a.region == noAtom || b.region == noAtom:
		return k.placeNone
	case a.region == b.region:
		return k.region
	}
	return k.country
}
