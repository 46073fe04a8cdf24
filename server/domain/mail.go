package domain

// Mail is one plain message with one action link, in the reader's language.
type Mail struct{ To, Subject, Text string }
