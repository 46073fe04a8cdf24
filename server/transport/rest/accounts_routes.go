package rest

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// registerAccounts adds signing in, links, invitations and accounts.
func (s *Server) registerAccounts(api huma.API) {
	const area = "accounts"
	post, get := http.MethodPost, http.MethodGet

	add(s, api, op(get, "/me", area, "Who is signed in"), s.readMe)
	add(s, api, op(http.MethodPatch, "/me", area, "Change your own name or language"), s.changeMe)

	signIn := limited(public(op(post, "/sign-in", area, "Sign in with address and password")), rateSignIn)
	signIn.Errors = []int{http.StatusUnauthorized}
	add(s, api, signIn, s.enter)
	add(s, api, status(public(op(post, "/sign-out", area, "Sign out of this browser")), http.StatusNoContent), s.leave)
	add(s, api, status(op(post, "/sign-out-everywhere", area, "Sign out of every browser"), http.StatusNoContent), s.leaveEverywhere)
	add(s, api, limited(op(post, "/password", area, "Change your password; every other sign-in ends"), rateSignIn), s.changePassword)
	add(s, api, limited(status(public(op(post, "/password-reset", area, "Ask for a reset link by mail; the answer is always the same")), http.StatusAccepted), rateReset), s.askReset)

	add(s, api, limited(public(op(post, "/links/peek", area, "See what a one-time link is for; this never spends it")), rateLinks), s.peekLink)
	add(s, api, limited(public(op(post, "/links/spend", area, "Spend a one-time link and sign in")), rateLinks), s.spendLink)

	add(s, api, op(get, "/invitations", area, "List invitations, newest first"), s.listInvitations)
	add(s, api, creates(op(post, "/invitations", area, "Invite somebody")), s.invite)
	add(s, api, status(op(http.MethodDelete, "/invitations/{id}", area, "Withdraw an invitation"), http.StatusNoContent), s.withdraw)
	add(s, api, creates(op(post, "/invitations/{id}/renew", area, "Withdraw an invitation and issue it again")), s.renew)

	add(s, api, op(get, "/users", area, "List accounts by address"), s.listUsers)
	add(s, api, op(get, "/users/{id}", area, "Read an account"), s.readUser)
	add(s, api, op(http.MethodPatch, "/users/{id}", area, "Change role, subject, or disable; the account's sign-ins end"), s.changeUser)
	add(s, api, creates(op(post, "/users/{id}/reset-link", area, "Make a password reset link to hand over")), s.handReset)
	add(s, api, status(op(post, "/users/{id}/sign-out", area, "End every sign-in of an account"), http.StatusNoContent), s.signOutUser)
}
