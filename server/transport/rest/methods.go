package rest

import (
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
)

// methodTable knows which methods the document lists per path. The router alone
// cannot tell: for it /weights/{version} also answers GET /weights/sensitivity.
type methodTable map[string][]string

func methodsOf(api huma.API) methodTable {
	t := methodTable{}
	for path, item := range api.OpenAPI().Paths {
		for method, o := range map[string]*huma.Operation{
			http.MethodGet: item.Get, http.MethodPost: item.Post, http.MethodPut: item.Put, http.MethodPatch: item.Patch, http.MethodDelete: item.Delete,
		} {
			if o != nil {
				t[path] = append(t[path], method)
			}
		}
		slices.Sort(t[path])
	}
	return t
}

// fence adds a 405 wherever a path of its own has not the method that a path
// with a parameter beside it has.
func (t methodTable) fence(routes *gin.RouterGroup) {
	for path, own := range t {
		for other, methods := range t {
			if path == other || strings.Contains(path, "{") || !covers(other, path) {
				continue
			}
			for _, m := range methods {
				if !slices.Contains(own, m) {
					routes.Handle(m, path, func(c *gin.Context) { refuseMethod(c, own) })
				}
			}
		}
	}
}

// covers says whether a path with parameters matches a plain one.
func covers(pattern, path string) bool {
	a, b := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && !strings.HasPrefix(a[i], "{") {
			return false
		}
	}
	return true
}

// refuse answers a method that no route takes.
func (t methodTable) refuse(c *gin.Context) {
	path := strings.TrimPrefix(c.Request.URL.Path, "/api/v1")
	refuseMethod(c, t[path])
}

// refuseMethod answers 405; without own the router's list of methods stands.
func refuseMethod(c *gin.Context, own []string) {
	if own != nil {
		c.Header("Allow", strings.Join(own, ", "))
	}
	writeProblem(c, problem(http.StatusMethodNotAllowed, "this address does not take the method; see Allow"))
}
