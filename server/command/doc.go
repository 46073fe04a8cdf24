// Package command is the command line: it parses arguments, calls app or, for
// the stateless commands, the library, and turns errors into exit codes. It
// holds no rules.
//
// Exit codes: 0 an answer, 1 an internal error, 2 unusable input (nothing on
// standard output).
package command
