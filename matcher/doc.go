// Package matcher ranks experts and investors for a company's need and says why.
//
// It is a pure library: plain values in, plain values out. A service encodes its
// entities into Corpus and Need, builds a Snapshot once, and calls Rank, RankNeeds
// or Score; Reweigh replays a result under other Weights without reading the data
// again. The package reads no file, no clock and no database, draws no random number
// and knows nothing of the server; the day a ranking refers to is an argument.
//
// A score is made of parts. Each part has a value in 0..1 (or is unknown), a weight
// and a contribution of weight times value; the contributions make the score, summed
// as they are (form sum) or through the logistic function (form logit). Gates come
// first and are never outweighed. The formulas and their sources are in README.md.
package matcher
