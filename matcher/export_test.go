package matcher

import "context"

// Values gives tests the raw values of every candidate of a need, gates aside: one row
// per candidate, one column per code of PartCodes, NaN for unknown.
func Values(_ context.Context, s *Snapshot, n Need) (ids []string, rows [][]float64, err error) {
	c, err := newCall(s, DefaultWeights(), n, 0, Options{})
	if err != nil {
		return nil, nil, err
	}
	err = c.each(Options{}, func(x candidate) error {
		row := make([]float64, len(c.codes))
		x.values(c, row)
		ids, rows = append(ids, x.id()), append(rows, row)
		return nil
	})
	return ids, rows, err
}

// KernelFields gives tests the numbers of the deal kernel by name, to try others.
// Snapshots made afterwards use them.
func KernelFields() map[string]*float64 {
	k := &dealKernel
	return map[string]*float64{
		"fastDays": &k.fastDays, "slowDays": &k.slowDays, "fast": &k.fast, "follow": &k.follow,
		"tagFloor": &k.tagFloor, "tagLike": &k.tagLike, "tagNone": &k.tagNone, "stageNext": &k.stageNext,
		"stageFar": &k.stageFar, "stageOther": &k.stageOther, "stageNone": &k.stageNone, "region": &k.region,
		"country": &k.country, "placeNone": &k.placeNone, "amountFloor": &k.amountFloor, "amountScale": &k.amountScale,
		"amountNone": &k.amountNone, "ageFloor": &k.ageFloor, "ageScale": &k.ageScale, "ageNone": &k.ageNone,
	}
}

// Bases gives tests the market's share of each trait for a need, as it is found
// from the sums of the day and deal by deal.
func Bases(s *Snapshot, n Need, asOf Day) (found, counted []float64, err error) {
	c, err := newCall(s, DefaultWeights(), n, asOf, Options{})
	if err != nil {
		return nil, nil, err
	}
	var like, count [traits]float64
	for _, p := range c.deals.past {
		for t := range like {
			like[t] += p.like[t]
			count[t] += p.count[t]
		}
	}
	for t := range like {
		base := 0.0
		if count[t] > 0 {
			base = like[t] / count[t]
		}
		found, counted = append(found, c.deals.base[t]), append(counted, base)
	}
	return found, counted, nil
}
