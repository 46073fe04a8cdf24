// Package app is the wiring: configuration in, running house out. One open
// function per capability; an empty address means the embedded backend. It
// holds no rules and no SQL, and nothing imports it but the command line.
package app
