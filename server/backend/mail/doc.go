// Package mail delivers single messages by SMTP.
//
// Package app opens one [Mailer] and gives it to the services as
// accounts.Mailer. It writes plain text in UTF-8 and nothing else: no words of
// its own, no templates, no queue, no second try (whoever sends decides), and
// it never logs an address or a text.
package mail
