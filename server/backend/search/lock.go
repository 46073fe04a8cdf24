package search

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
)

// errFolderHeld says that another program uses the folder.
var errFolderHeld = errors.New("another program uses it")

// lockFolder keeps other programs out of a folder until release, or until the
// program ends in whatever way.
func lockFolder(dir string) (release func() error, err error) {
	f, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		if errors.Is(err, syscall.EWOULDBLOCK) {
			err = errFolderHeld
		}
		return nil, errors.Join(err, f.Close())
	}
	return f.Close, nil
}
