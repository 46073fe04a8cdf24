package mail

import (
	"context"
	"io"
	"mime"
	"mime/quotedprintable"
	netmail "net/mail"
	"strings"
	"testing"
	"time"

	"jumpup/server/domain"

	smtp "github.com/wneessen/go-mail"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func newMailer(t *testing.T, o Options) *Mailer {
	t.Helper()
	if o.From == "" {
		o.From = "도약 <jumpup@example.com>"
	}
	m, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var letter = domain.Mail{To: "kim@example.com", Subject: "초대: 도약 프로그램에 오신 것을 환영합니다", Text: "링크를 여십시오:\nhttps://jumpup.example/link#secret\n.\n끝"}

// TestSend: the message arrives once, whole, in UTF-8, with the headers that
// keep it out of holiday replies.
func TestSend(t *testing.T) {
	s := start(t, &server{})
	m := newMailer(t, Options{URL: "smtp://" + s.address(), ReplyTo: "help@example.com"})
	if !m.Ready() {
		t.Fatal("not ready")
	}
	if err := m.Send(context.Background(), letter); err != nil {
		t.Fatal(err)
	}
	if len(s.messages) != 1 || len(s.rcpt) != 1 || !strings.Contains(s.rcpt[0], "<kim@example.com>") {
		t.Fatalf("%q to %q", s.messages, s.rcpt)
	}
	msg, err := netmail.ReadMessage(strings.NewReader(s.messages[0]))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(msg.Header.Get("Subject"))
	if err != nil || subject != letter.Subject {
		t.Errorf("subject %q %v", subject, err)
	}
	from, err := msg.Header.AddressList("From")
	if err != nil || from[0].Name != "도약" || from[0].Address != "jumpup@example.com" {
		t.Errorf("from %v %v", from, err)
	}
	for header, want := range map[string]string{"Reply-To": "<help@example.com>", "Auto-Submitted": "auto-generated"} {
		if got := msg.Header.Get(header); got != want {
			t.Errorf("%s: %q", header, got)
		}
	}
	if msg.Header.Get("Message-Id") == "" || !strings.HasPrefix(msg.Header.Get("Content-Type"), "text/plain; charset=UTF-8") {
		t.Errorf("%v", msg.Header)
	}
	text, err := io.ReadAll(quotedprintable.NewReader(msg.Body))
	if got := strings.TrimRight(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n"); err != nil || got != letter.Text {
		t.Errorf("text %q %v", got, err)
	}
}

func TestSendWithPassword(t *testing.T) {
	s := start(t, &server{login: "user\x00pass word"})
	if err := newMailer(t, Options{URL: "smtp://user:pass%20word@" + s.address()}).Send(context.Background(), letter); err != nil {
		t.Fatal(err)
	}
	err := newMailer(t, Options{URL: "smtp://user:wrong@" + s.address()}).Send(context.Background(), letter)
	if domain.CodeOf(err) != domain.CodeUnavailable || strings.Contains(err.Error(), "wrong") || len(s.messages) != 1 {
		t.Fatalf("%v, %d messages", err, len(s.messages))
	}
}

// TestTLS: a certificate counts when the server offers TLS, both ways; nothing
// is sent to one that cannot prove who it is.
func TestTLS(t *testing.T) {
	for _, scheme := range []string{"smtp", "smtps"} {
		cfg, trust := certificate(t)
		s := start(t, &server{tls: cfg, implicit: scheme == "smtps", login: "u\x00p"})
		m := newMailer(t, Options{URL: scheme + "://u:p@" + s.address()})
		if err := m.Send(context.Background(), letter); domain.CodeOf(err) != domain.CodeUnavailable || len(s.messages) != 0 {
			t.Fatalf("%s untrusted: %v, %d messages", scheme, err, len(s.messages))
		}
		m.options = append(m.options, smtp.WithTLSConfig(trust))
		if err := m.Send(context.Background(), letter); err != nil || len(s.messages) != 1 {
			t.Fatalf("%s trusted: %v, %d messages", scheme, err, len(s.messages))
		}
	}
}

func TestRefusedAddress(t *testing.T) {
	for answer, code := range map[string]domain.Code{
		"550 5.1.1 no such mailbox":  domain.CodeInvalid,
		"451 4.3.0 come back later":  domain.CodeUnavailable,
		"421 4.7.0 too many, closed": domain.CodeUnavailable,
	} {
		s := start(t, &server{refuse: answer})
		err := newMailer(t, Options{URL: "smtp://" + s.address()}).Send(context.Background(), letter)
		if domain.CodeOf(err) != code || len(s.messages) != 0 {
			t.Errorf("%s: %v", answer, err)
		}
	}
}

// TestHostileMail: line breaks and lists in addresses or subjects never reach
// the server.
func TestHostileMail(t *testing.T) {
	s := start(t, &server{})
	m := newMailer(t, Options{URL: "smtp://" + s.address()})
	for name, change := range map[string]func(*domain.Mail){
		"line break in address": func(x *domain.Mail) { x.To = "a@example.com\r\nBcc: b@example.com" },
		"two addresses":         func(x *domain.Mail) { x.To = "a@example.com, b@example.com" },
		"named address":         func(x *domain.Mail) { x.To = "A <a@example.com>" },
		"no address":            func(x *domain.Mail) { x.To = "" },
		"words":                 func(x *domain.Mail) { x.To = "not an address" },
		"line break in subject": func(x *domain.Mail) { x.Subject = "Hello\r\nBcc: b@example.com" },
	} {
		x := letter
		change(&x)
		if err := m.Send(context.Background(), x); domain.CodeOf(err) != domain.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(s.rcpt) != 0 || len(s.messages) != 0 {
		t.Errorf("sent %q to %q", s.messages, s.rcpt)
	}
}

// TestSilentServer: a server that never answers costs no more than the time
// given.
func TestSilentServer(t *testing.T) {
	s := start(t, &server{mute: true})
	m := newMailer(t, Options{URL: "smtp://" + s.address(), Timeout: 200 * time.Millisecond})
	began := time.Now()
	if err := m.Send(context.Background(), letter); domain.CodeOf(err) != domain.CodeUnavailable {
		t.Fatal(err)
	}
	if spent := time.Since(began); spent > 10*time.Second {
		t.Fatalf("waited %v", spent)
	}
	gone := start(t, &server{})
	gone.listener.Close()
	if err := newMailer(t, Options{URL: "smtp://" + gone.address()}).Send(context.Background(), letter); domain.CodeOf(err) != domain.CodeUnavailable {
		t.Fatal(err)
	}
}

func TestWithoutServer(t *testing.T) {
	m := newMailer(t, Options{})
	if m.Ready() {
		t.Fatal("ready without a server")
	}
	if err := m.Send(context.Background(), letter); domain.CodeOf(err) != domain.CodeUnavailable {
		t.Fatal(err)
	}
}

func TestBadOptions(t *testing.T) {
	for name, x := range map[string]struct {
		o     Options
		field string
	}{
		"scheme":   {Options{URL: "http://user:secret@host", From: "a@b.example"}, "JUMPUP_SMTP_URL"},
		"host":     {Options{URL: "smtp://", From: "a@b.example"}, "JUMPUP_SMTP_URL"},
		"port":     {Options{URL: "smtp://user:secret@host:70000", From: "a@b.example"}, "JUMPUP_SMTP_URL"},
		"broken":   {Options{URL: "smtp://user:secret@[", From: "a@b.example"}, "JUMPUP_SMTP_URL"},
		"from":     {Options{URL: "smtp://host"}, "JUMPUP_MAIL_FROM"},
		"reply to": {Options{URL: "smtp://host", From: "a@b.example", ReplyTo: "nobody"}, "JUMPUP_MAIL_REPLY_TO"},
	} {
		_, err := New(x.o)
		if domain.CodeOf(err) != domain.CodeInvalid || !strings.Contains(err.Error(), x.field) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSecurity: passwords go to other machines only under TLS.
func TestSecurity(t *testing.T) {
	for address, want := range map[string]string{
		"smtp://u:p@mail.example": "must", "smtp://mail.example": "may", "smtp://u:p@127.0.0.1": "may", "smtp://u:p@localhost:25": "may",
	} {
		if got := security(t, newMailer(t, Options{URL: address})); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

// security reads back what the library was told.
func security(t *testing.T, m *Mailer) string {
	t.Helper()
	client, err := smtp.NewClient(m.host, m.options...)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{"TLSMandatory": "must", "TLSOpportunistic": "may"}[client.TLSPolicy()]
}
