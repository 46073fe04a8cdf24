// Package rest is the HTTP transport: routes, transport objects, the table of
// errors, sign-ins, limits and the web page.
//
// The wiring makes one handler with [New]. Handlers turn requests into calls of
// services and answers into transport objects; they decide nothing. It never
// touches a database, a backend or the ranking library.
package rest
