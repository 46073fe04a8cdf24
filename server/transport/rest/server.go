package rest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"jumpup/server/service/accounts"
	"jumpup/server/service/directory"
	"jumpup/server/service/jobs"
	"jumpup/server/service/matching"
)

// Config is what the transport is made of.
type Config struct {
	Accounts  *accounts.Service
	Directory *directory.Service
	Jobs      *jobs.Service
	Matching  *matching.Service

	Sessions    scs.Store   // sign-ins
	Idempotency Idempotency // nil: Idempotency-Key is not honoured

	Page      fs.FS  // the built web page
	PublicURL string // address people type: https, or http on loopback
	// TrustedProxies are the networks whose X-Forwarded-For counts.
	TrustedProxies []string

	Now     func() time.Time
	NewID   func() string
	Log     *slog.Logger
	Limits  Limits
	Version string

	Demo    func() bool                 // whether the folder is filled with the demonstration
	Ready   func(context.Context) error // nil error: ready to serve
	Observe func(route, method string, status int, took time.Duration)
}

// Server is the transport's state; handlers are its methods.
type Server struct {
	Config
	address     *url.URL
	signIns     *signIns
	rates       limiters
	crossOrigin *http.CrossOriginProtection
	files       sync.Map // page file name -> pageFile
}

// New makes the handler of everything the product serves over HTTP. It fails
// when the configuration cannot be served safely, naming the remedy.
func New(c Config) (http.Handler, error) {
	s, err := newServer(c)
	if err != nil {
		return nil, err
	}
	engine := gin.New()
	engine.UseRawPath = true
	engine.HandleMethodNotAllowed = true
	engine.RedirectTrailingSlash = false
	engine.RedirectFixedPath = false
	engine.MaxMultipartMemory = 1 << 20
	if err := engine.SetTrustedProxies(s.TrustedProxies); err != nil {
		return nil, fmt.Errorf("rest: trusted proxies: %w", err)
	}
	engine.Use(s.observe, s.recovered, s.secureHeaders)
	s.registerHealth(engine)
	engine.Use(s.guardOrigin, s.saneAddress, s.limitAddress)
	api := s.newAPI(engine)
	s.register(api)
	methods := methodsOf(api)
	methods.fence(engine.Group("/api/v1"))
	engine.NoMethod(methods.refuse)
	if err := s.registerDocument(engine, api); err != nil {
		return nil, err
	}
	if err := s.registerPage(engine); err != nil {
		return nil, err
	}
	return engine, nil
}

// register adds the routes of every area.
func (s *Server) register(api huma.API) {
	s.registerAccounts(api)
	s.registerDirectory(api)
	s.registerImports(api)
	s.registerMatching(api)
}

func newServer(c Config) (*Server, error) {
	if c.Accounts == nil || c.Sessions == nil || c.Page == nil || c.Now == nil || c.NewID == nil || c.Log == nil {
		return nil, errors.New("rest: accounts, sessions, page, clock, ids and log are required")
	}
	address, err := url.Parse(c.PublicURL)
	if err != nil || address.Host == "" {
		return nil, fmt.Errorf("rest: %q is no web address; write https://jumpup.example", c.PublicURL)
	}
	if address.Scheme != "https" && (address.Scheme != "http" || !loopback(address.Hostname())) {
		return nil, fmt.Errorf("rest: %q is plain http beyond loopback, where sign-ins could be read; use https", c.PublicURL)
	}
	if c.Limits == (Limits{}) {
		c.Limits = DefaultLimits()
	}
	s := &Server{Config: c, address: address, rates: newLimiters(c.Limits), crossOrigin: http.NewCrossOriginProtection()}
	s.signIns = newSignIns(c.Sessions, address, c.Now, c.Limits)
	if err := s.crossOrigin.AddTrustedOrigin(address.Scheme + "://" + address.Host); err != nil {
		return nil, fmt.Errorf("rest: %w", err)
	}
	return s, nil
}

func (s *Server) newAPI(engine *gin.Engine) huma.API {
	config := huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title: "Jumpup", Version: s.Version,
				Description: "The programme's needs, experts, investors and matches. Sign in with POST /sign-in; the answer sets a cookie.",
			},
			Servers: []*huma.Server{{URL: "/api/v1"}},
			Components: &huma.Components{
				Schemas: huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer),
				SecuritySchemes: map[string]*huma.SecurityScheme{
					"cookie": {Type: "apiKey", In: "cookie", Name: s.signIns.name, Description: "Set by signing in."},
				},
			},
		},
		Formats:       map[string]huma.Format{"application/json": jsonFormat, "json": jsonFormat},
		DefaultFormat: "application/json",
	}
	api := humagin.NewWithGroup(engine, engine.Group("/api/v1"), config)
	api.UseMiddleware(s.authenticate, s.limit, s.bound, s.repeat)
	return api
}
