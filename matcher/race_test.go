//go:build race

package matcher_test

func init() { raceDetector = true }
