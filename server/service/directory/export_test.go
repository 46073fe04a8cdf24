package directory

// SetMaxUnpacked changes the limit for a test; the result puts it back.
func SetMaxUnpacked(n int64) (restore func()) {
	before := maxUnpacked
	maxUnpacked = n
	return func() { maxUnpacked = before }
}
