package accounts

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	_ "embed"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"jumpup/server/domain"
)

// Argon2id with 19 MiB, two passes, one lane: the first choice of the OWASP
// Password Storage Cheat Sheet.
const (
	argonMemory = 19 * 1024 // KiB
	argonTime   = 2
	argonLanes  = 1
	argonKey    = 32
	argonSalt   = 16
)

// memory is argonMemory; only tests use less, to be done in time.
var memory uint32 = argonMemory

// Bounds of a password, in characters after NFC.
const (
	MinPassword = 10
	MaxPassword = 200
)

//go:embed common.txt
var commonList string

var common = func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(commonList) {
		m[strings.TrimSpace(line)] = true
	}
	return m
}()

// checkPassword lists nothing but length, the own address and the most common
// passwords: no rules of composition (NIST SP 800-63B, 3.1.1.2). It gives the
// password in NFC, the form that is hashed.
func checkPassword(field, password, email string) (string, error) {
	p := norm.NFC.String(password)
	bad := func(format string, args ...any) (string, error) {
		return "", domain.Errorf(domain.CodeInvalid, field, format, args...)
	}
	if !utf8.ValidString(password) {
		return bad("is not valid text; type it again")
	}
	n, lower := utf8.RuneCountInString(p), strings.ToLower(p)
	name, _, _ := strings.Cut(email, "@")
	switch {
	case n < MinPassword:
		return bad("is too short; use at least %d characters, for instance four words", MinPassword)
	case n > MaxPassword:
		return bad("is too long; use at most %d characters", MaxPassword)
	case email != "" && (lower == email || lower == name):
		return bad("is your address; choose something others cannot guess")
	case common[lower] || strings.Trim(lower, string([]rune(lower)[:1])) == "":
		return bad("is one of the most common passwords; choose something others cannot guess")
	}
	return p, nil
}

// hash gives the argon2id hash in PHC form.
func hash(password string) (string, error) {
	salt := make([]byte, argonSalt)
	if _, err := rand.Read(salt); err != nil {
		return "", fmt.Errorf("reading random bytes: %w", err)
	}
	key := argon2.IDKey([]byte(password), salt, argonTime, memory, argonLanes, argonKey)
	b64 := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s",
		argon2.Version, memory, argonTime, argonLanes, b64(salt), b64(key)), nil
}

// matches compares in constant time; a malformed hash matches nothing.
func matches(phc, password string) bool {
	var version, mem, time int
	var lanes uint8
	parts := strings.Split(phc, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false
	}
	if _, err := fmt.Sscanf(parts[2], "v=%d", &version); err != nil || version != argon2.Version {
		return false
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &mem, &time, &lanes); err != nil ||
		mem < 8 || mem > 1<<20 || time < 1 || time > 16 || lanes < 1 {
		return false
	}
	salt, err := base64.RawStdEncoding.DecodeString(parts[4])
	if err != nil {
		return false
	}
	want, err := base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil || len(want) == 0 {
		return false
	}
	got := argon2.IDKey([]byte(password), salt, uint32(time), uint32(mem), lanes, uint32(len(want)))
	return subtle.ConstantTimeCompare(got, want) == 1
}

// hashPassword hashes behind the semaphore, so that many sign-ins at once
// cannot take the memory of the machine; it waits until ctx ends.
func (s *Service) hashPassword(ctx context.Context, password string) (string, error) {
	if err := s.enter(ctx); err != nil {
		return "", err
	}
	defer s.leave()
	return hash(password)
}

func (s *Service) verify(ctx context.Context, phc, password string) (bool, error) {
	if err := s.enter(ctx); err != nil {
		return false, err
	}
	defer s.leave()
	return matches(phc, norm.NFC.String(password)), nil
}

func (s *Service) enter(ctx context.Context) error {
	select {
	case s.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return &domain.Error{
			Code: domain.CodeUnavailable, Message: "too many people sign in at this moment; try again in a few seconds", Err: ctx.Err(),
		}
	}
}

func (s *Service) leave() { <-s.slots }
