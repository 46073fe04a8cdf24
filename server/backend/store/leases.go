package store

import (
	"context"
	"time"
)

// Lease takes or renews a lease for ttl from now, by the database's clock; held
// is false while another holder has it. Two holders never have one at the same
// time.
func (s *Store) Lease(ctx context.Context, name, holder string, ttl time.Duration) (held bool, err error) {
	err = s.write(ctx, func(t *tx) error {
		n, err := affected(t.ExecContext(ctx, "INSERT INTO lease (name, holder, until) VALUES ($1, $2, "+s.leaseUntil(ttl)+")"+
			" ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until"+
			" WHERE lease.holder = excluded.holder OR lease.until <= "+s.eng.clock, name, holder))
		held = n == 1
		return err
	})
	return held && err == nil, err
}

// Release gives a lease up; one that another holder has stays his.
func (s *Store) Release(ctx context.Context, name, holder string) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "DELETE FROM lease WHERE name = $1 AND holder = $2", name, holder)
		return err
	})
}
