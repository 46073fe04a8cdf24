package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"strings"

	"jumpup/server/domain"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
)

// fault is what a database's error means, whichever database it was.
type fault int

const (
	faultOther   fault = iota
	faultRetry         // another transaction was in the way; trying again may work
	faultBusy          // waited for a lock in vain
	faultForeign       // a dangling or still used reference
	faultUnique        // a second row of the same key
	faultFull          // no space left
	faultReadOnly
	faultDamaged
	faultGone // server or file out of reach
	faultText // a character that cannot be kept
)

func faultOf(err error) fault {
	if errors.Is(err, errAgain) {
		return faultRetry
	}
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		return liteFault(lite.Code())
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pgFault(pg.Code)
	}
	var op *net.OpError
	var dial *pgconn.ConnectError
	if errors.As(err, &op) || errors.As(err, &dial) || errors.Is(err, driver.ErrBadConn) ||
		errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) || errors.Is(err, sql.ErrConnDone) {
		return faultGone
	}
	return faultOther
}

// liteFault reads SQLite's result codes (sqlite.org/rescode.html).
func liteFault(code int) fault {
	switch code {
	case 787, 1811: // foreign key, trigger
		return faultForeign
	case 1555, 2067: // primary key, unique
		return faultUnique
	}
	switch code & 0xff {
	case 5, 6: // busy, locked
		return faultBusy
	case 8: // read-only
		return faultReadOnly
	case 13: // full
		return faultFull
	case 11, 26: // corrupt, not a database
		return faultDamaged
	case 10, 14: // i/o, cannot open
		return faultGone
	}
	return faultOther
}

// pgFault reads PostgreSQL's SQLSTATE codes (appendix A of its manual).
func pgFault(code string) fault {
	switch code {
	case "40001", "40P01":
		return faultRetry
	case "55P03":
		return faultBusy
	case "23503":
		return faultForeign
	case "23505":
		return faultUnique
	case "53100":
		return faultFull
	case "25006":
		return faultReadOnly
	case "22021":
		return faultText
	}
	switch {
	case strings.HasPrefix(code, "08"), strings.HasPrefix(code, "57P"), code == "53300":
		return faultGone
	case strings.HasPrefix(code, "XX"), strings.HasPrefix(code, "58"):
		return faultDamaged
	}
	return faultOther
}

// asError turns a database's error into one of the domain's codes. Errors of
// the domain and ends of a context pass unchanged; nil stays nil.
func asError(err error) error {
	var known *domain.Error
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	say := func(code domain.Code, message string) error {
		return &domain.Error{Code: code, Message: message, Err: err}
	}
	switch faultOf(err) {
	case faultRetry, faultBusy:
		return say(domain.CodeUnavailable, "another long write is in the way; nothing was changed, try again in a moment")
	case faultForeign:
		return say(domain.CodeConflict, "a record that is referred to does not exist or is still used; nothing was changed")
	case faultUnique:
		return say(domain.CodeConflict, "there is already one of the same key; reload and try again")
	case faultFull:
		return say(domain.CodeUnavailable, "the disk of the database is full; nothing was changed, make space and try again")
	case faultReadOnly:
		return say(domain.CodeUnavailable, "the database is read-only; nothing was changed, make its folder and file writable for the user of this program, or connect to the primary server")
	case faultDamaged:
		return say(domain.CodeUnavailable, "the database is damaged; stop the program and restore the newest backup")
	case faultText:
		return say(domain.CodeInvalid, "a text holds the character U+0000 or broken UTF-8; remove it")
	case faultGone:
		return say(domain.CodeUnavailable, "the database cannot be reached; check that its server runs or its file exists")
	}
	return say(domain.CodeInternal, "")
}

// notFound is the one way to say that something does not exist.
func notFound(kind domain.Kind, id string) error {
	return domain.Errorf(domain.CodeNotFound, "", "there is no %s %q", kind, id)
}

// missing turns the absence of a row into not_found, all else into asError.
func missing(err error, kind domain.Kind, id string) error {
	if errors.Is(err, sql.ErrNoRows) {
		return notFound(kind, id)
	}
	return asError(err)
}
