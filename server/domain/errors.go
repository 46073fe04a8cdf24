package domain

import (
	"errors"
	"fmt"
)

// Code classifies an error for every transport. The list is append-only.
type Code string

// The codes. Unknown errors count as [CodeInternal].
const (
	CodeInvalid         Code = "invalid"
	CodeUnauthenticated Code = "unauthenticated"
	CodeForbidden       Code = "forbidden"
	CodeNotFound        Code = "not_found"
	CodeConflict        Code = "conflict"
	CodeStale           Code = "stale"
	CodeRateLimited     Code = "rate_limited"
	CodeUnavailable     Code = "unavailable"
	CodeInternal        Code = "internal"
)

// Error is the one error type that reaches a user. Field names the place (a
// field path such as "ticket.min", or a file and line), Message says what is
// wrong and the remedy in plain English; Err is the cause, never shown.
type Error struct {
	Code    Code
	Field   string
	Message string
	Err     error
}

func (e *Error) Error() string {
	s := string(e.Code)
	if e.Field != "" {
		s += ": " + e.Field
	}
	if e.Message != "" {
		s += ": " + e.Message
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an error of a code with a formatted message.
func Errorf(code Code, field, format string, args ...any) *Error {
	return &Error{Code: code, Field: field, Message: fmt.Sprintf(format, args...)}
}

// CodeOf gives the code of the first [Error] in the chain; [CodeInternal] for
// any other error and "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}

// Problems collects every fault of one input, in the order found. It is an
// error of [CodeInvalid] when it holds any.
type Problems []*Error

func (p Problems) Error() string {
	if len(p) == 0 {
		return "no problems"
	}
	return fmt.Sprintf("%d problems, the first: %s", len(p), p[0].Error())
}

// Unwrap lets CodeOf and errors.As see the single problems.
func (p Problems) Unwrap() []error {
	out := make([]error, len(p))
	for i, e := range p {
		out[i] = e
	}
	return out
}

// Add appends an invalid-input problem at a field.
func (p *Problems) Add(field, format string, args ...any) {
	*p = append(*p, Errorf(CodeInvalid, field, format, args...))
}

// Err is nil when there are no problems, else p itself.
func (p Problems) Err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}
