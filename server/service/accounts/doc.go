// Package accounts knows who somebody is and what they act for: first start,
// invitations, one-time links, passwords, sign-ins, roles.
//
// The HTTP transport, the commands and the demonstration call it. It asks
// [domain.Can] before every decision, keeps only hashes of secrets and
// passwords, and never knows a cookie, a header or a database.
package accounts
