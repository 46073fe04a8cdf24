package domain

import "time"

// WeightsVersion names a published set of weights: 1, 2, 3 ...; 0 is a draft.
type WeightsVersion int64

// Weights is a version of the weights (가중치) of both kinds of ranking. Values
// map part codes to weights; which codes exist and what they mean is the
// ranking library's business.
type Weights struct {
	Version   WeightsVersion
	Name      string
	Note      string // why it was changed
	Experts   map[string]float64
	Investors map[string]float64
	By        UserID
	At        time.Time
}

// Run is a saved ranking: what was asked, under which weights, snapshot and
// day, and what came out (the lines of the rank format). It can be replayed
// under other weights and must give the same bytes under its own.
type Run struct {
	ID          string
	Need        NeedID
	NeedVersion int64
	For         Kind
	Weights     WeightsVersion
	Snapshot    string // key of the corpus snapshot
	Day         Date
	Top         int
	Lines       []byte
	By          UserID
	At          time.Time
}

// Snapshot is the corpus a run was made on: a canonical archive of the records
// that the statistics came from, named by the hash of its content.
type Snapshot struct {
	Key     string
	Day     Date
	Records int
	Archive []byte // gzip of JSON Lines, one record a line after a kind line
	At      time.Time
}
