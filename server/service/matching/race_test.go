//go:build race

package matching

// raceDetector says that the tests are built with -race, which makes them many
// times slower.
const raceDetector = true
