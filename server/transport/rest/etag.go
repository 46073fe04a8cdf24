package rest

import (
	"net/http"
	"strconv"
	"strings"
)

// IfMatch is the precondition of PUT, PATCH and DELETE; embed it in the input.
type IfMatch struct {
	IfMatch string `header:"If-Match" doc:"ETag of what you read, such as \"3\"; * changes whatever is there"`
}

// version is the version the client read: 0 for *, which matches any. It fails
// with 428 without the header and with 412 when the header names no version.
func (m IfMatch) version() (int64, error) {
	v := strings.TrimSpace(m.IfMatch)
	switch v {
	case "":
		return 0, problem(http.StatusPreconditionRequired, "send If-Match with the ETag of what you read, so that nobody's change is lost")
	case "*":
		return 0, nil
	}
	if len(v) > 2 && v[0] == '"' && v[len(v)-1] == '"' {
		if n, err := strconv.ParseInt(v[1:len(v)-1], 10, 64); err == nil && n > 0 {
			return n, nil
		}
	}
	return 0, problem(http.StatusPreconditionFailed, "If-Match names no version of this; load it again")
}

// IfNoneMatch lets a GET answer 304; embed it in the input.
type IfNoneMatch struct {
	IfNoneMatch string `header:"If-None-Match" doc:"ETag of what you have"`
}

// unchanged gives the 304 answer when the client already has the version, else
// nil.
func (m IfNoneMatch) unchanged(version int64) error {
	tag := etag(version)
	for part := range strings.SplitSeq(m.IfNoneMatch, ",") {
		part = strings.TrimPrefix(strings.TrimSpace(part), "W/")
		if part == tag || part == "*" {
			p := problem(http.StatusNotModified, "")
			p.headers = http.Header{"Etag": {tag}}
			return p
		}
	}
	return nil
}

// ETag is the version header of an answer; embed it in the output.
type ETag struct {
	ETag string `header:"ETag" doc:"Version of the answer, for If-Match and If-None-Match"`
}

// etag writes a version as an entity tag.
func etag(version int64) string { return `"` + strconv.FormatInt(version, 10) + `"` }

// tagged is the header of a version.
func tagged(version int64) ETag { return ETag{ETag: etag(version)} }
