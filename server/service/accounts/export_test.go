package accounts

// OccupyHasher takes every slot of the hasher until release is called.
func OccupyHasher(s *Service) (release func()) {
	for range cap(s.slots) {
		s.slots <- struct{}{}
	}
	return func() {
		for range cap(s.slots) {
			<-s.slots
		}
	}
}

// CheapHashes makes hashing fast for the tests of this package; it gives the
// way back.
func CheapHashes() (restore func()) {
	memory = 64
	return func() { memory = argonMemory }
}

// Hash is hash.
var Hash = hash
