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
