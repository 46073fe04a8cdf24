package directory

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"strconv"
	"strings"

	"jumpup/server/domain"
)

// SynonymSet is the synonyms of search. Version is made of their content, so
// that it is the same on every server; it is never 0.
type SynonymSet struct {
	Groups  domain.Synonyms
	Version int64
}

// Synonyms reads the synonyms; for coordinators and administrators.
func (s *Service) Synonyms(ctx context.Context, a domain.Actor) (SynonymSet, error) {
	if err := mayRead(a, domain.ObjectSynonyms, "the synonyms"); err != nil {
		return SynonymSet{}, err
	}
	set, _, err := s.readSynonyms(ctx)
	return set, err
}

// readSynonyms gives the synonyms and the setting they were read from.
func (s *Service) readSynonyms(ctx context.Context) (set SynonymSet, text string, err error) {
	text, err = s.settings.Setting(ctx, domain.SettingSynonyms)
	if err != nil {
		return set, text, err
	}
	set.Groups = domain.DefaultSynonyms
	if text != "" {
		set.Groups = nil
		if err := json.Unmarshal([]byte(text), &set.Groups); err != nil {
			return set, text, domain.Errorf(domain.CodeInternal, "", "the synonyms cannot be read: %v", err)
		}
	}
	_, set.Version, err = writeSynonyms(set.Groups)
	return set, text, err
}

// writeSynonyms gives the setting of synonyms and their version.
func writeSynonyms(groups domain.Synonyms) (text string, version int64, err error) {
	if groups == nil {
		groups = domain.Synonyms{}
	}
	b, err := json.Marshal(groups)
	if err != nil {
		return "", 0, err
	}
	sum := sha256.Sum256(b)
	return string(b), 1 + int64(binary.BigEndian.Uint64(sum[:])>>16), nil // below 2^48, which every reader of JSON keeps
}

// SetSynonyms replaces the synonyms, for coordinators and administrators; every
// search engine is told after the commit. version is the one seen, 0 for any;
// stale when they changed since. Words are trimmed, and groups of fewer than two
// dropped.
func (s *Service) SetSynonyms(ctx context.Context, a domain.Actor, version int64, groups domain.Synonyms) (SynonymSet, error) {
	if err := signedIn(a); err != nil {
		return SynonymSet{}, err
	}
	if !domain.Can(a, domain.ActUpdate, domain.Object{Kind: domain.ObjectSynonyms}) {
		return SynonymSet{}, forbidden("only coordinators and administrators may change the synonyms")
	}
	next := SynonymSet{Groups: groups.Tidy()}
	for _, p := range []domain.Problems{trimmed(groups).Validate(), next.Groups.Validate()} {
		if err := p.Err(); err != nil {
			return SynonymSet{}, err
		}
	}
	now, seen, err := s.readSynonyms(ctx)
	if err != nil {
		return SynonymSet{}, err
	}
	if version != 0 && version != now.Version {
		return SynonymSet{}, domain.Errorf(domain.CodeStale, "", "the synonyms were changed meanwhile; load them again")
	}
	text, v, err := writeSynonyms(next.Groups)
	if err != nil {
		return SynonymSet{}, err
	}
	if next.Version = v; v == now.Version {
		return next, nil
	}
	e := domain.Happened(domain.SynonymsChanged, a, domain.Ref{Kind: domain.ObjectSynonyms, ID: domain.SettingSynonyms}, s.now(),
		map[string]string{"groups": strconv.Itoa(len(next.Groups))})
	return next, s.settings.SwapSetting(ctx, domain.SettingSynonyms, seen, text, e)
}

// trimmed folds the blanks of words and drops empty ones, but keeps every group
// in its place, which problems name.
func trimmed(groups domain.Synonyms) domain.Synonyms {
	out := make(domain.Synonyms, len(groups))
	for i, group := range groups {
		for _, w := range group {
			if w = strings.Join(strings.Fields(w), " "); w != "" {
				out[i] = append(out[i], w)
			}
		}
	}
	return out
}
