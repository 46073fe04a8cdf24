package rest

import "github.com/danielgtaylor/huma/v2"

// registerAccounts adds signing in, links, invitations and accounts.
func (s *Server) registerAccounts(api huma.API) {}
