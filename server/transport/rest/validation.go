package rest

import (
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
)

// secretFields are never echoed in a problem.
var secretFields = []string{"password", "secret", "current", "next", "idempotency-key", "cookie"}

// validationProblem makes a problem of what huma found wrong.
func validationProblem(status int, msg string, errs []error) *Problem {
	p := problem(status, msg)
	for _, err := range errs {
		if err == nil {
			continue
		}
		item := ProblemItem{Message: err.Error()}
		if d, ok := err.(huma.ErrorDetailer); ok {
			detail := d.ErrorDetail()
			item = ProblemItem{Location: detail.Location, Message: detail.Message, Value: shown(detail.Location, detail.Value)}
		}
		p.Errors = append(p.Errors, item)
	}
	if len(p.Errors) > 0 {
		p.Field = p.Errors[0].Location
		if status == http.StatusUnprocessableEntity || status == http.StatusBadRequest {
			p.Detail = "the request has faults; correct them and send it again"
		}
	}
	return p
}

// shown is the value to echo: short scalars of fields that hold no secret.
func shown(location string, v any) any {
	low := strings.ToLower(location)
	if low == "body" || low == "" {
		return nil
	}
	for _, s := range secretFields {
		if strings.HasSuffix(low, s) {
			return nil
		}
	}
	switch x := v.(type) {
	case string:
		if len(x) <= 100 && utf8.ValidString(x) {
			return x
		}
	case bool, float64, int:
		return x
	}
	return nil
}
