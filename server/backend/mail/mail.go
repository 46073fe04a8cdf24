package mail

import (
	"context"
	"errors"
	"net"
	"net/url"
	"strconv"
	"strings"
	"time"

	"jumpup/server/domain"

	smtp "github.com/wneessen/go-mail"
)

// Options say through which server mails go.
type Options struct {
	// URL is smtp://user:password@host:587 (STARTTLS) or smtps://host:465 (TLS
	// from the start); "" means that no mails are sent. With user and password,
	// smtp demands STARTTLS unless the host is this machine; without them it is
	// used when the server offers it.
	URL string
	// From is the sender, "Name <address>" or an address alone; ReplyTo, which
	// may be empty, is a person who answers.
	From, ReplyTo string
	// Timeout bounds one delivery; 0 means 20 seconds.
	Timeout time.Duration
}

// Mailer delivers messages. It is safe for concurrent use and keeps no
// connection open between two messages.
type Mailer struct {
	from, replyTo string
	host          string
	options       []smtp.Option
	timeout       time.Duration
}

// New checks the options; it does not connect. Errors are invalid and name the
// variable to correct, never the password.
func New(o Options) (*Mailer, error) {
	if o.URL == "" {
		return &Mailer{}, nil
	}
	u, err := url.Parse(o.URL)
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" {
		return nil, domain.Errorf(domain.CodeInvalid, "JUMPUP_SMTP_URL", "is no mail server's address; write smtp://user:password@host:587 or smtps://host:465")
	}
	m := &Mailer{from: o.From, replyTo: o.ReplyTo, host: u.Hostname(), timeout: o.Timeout}
	if m.timeout <= 0 {
		m.timeout = 20 * time.Second
	}
	if err := smtp.NewMsg().From(o.From); err != nil {
		return nil, domain.Errorf(domain.CodeInvalid, "JUMPUP_MAIL_FROM", "is no mail address; write name@example.com or Name <name@example.com>")
	}
	if o.ReplyTo != "" && smtp.NewMsg().ReplyTo(o.ReplyTo) != nil {
		return nil, domain.Errorf(domain.CodeInvalid, "JUMPUP_MAIL_REPLY_TO", "is no mail address; write name@example.com or leave it out")
	}
	if m.options, err = options(u, m.timeout); err != nil {
		return nil, err
	}
	if _, err := smtp.NewClient(m.host, m.options...); err != nil {
		return nil, domain.Errorf(domain.CodeInvalid, "JUMPUP_SMTP_URL", "is no mail server's address; write smtp://user:password@host:587 or smtps://host:465")
	}
	return m, nil
}

func options(u *url.URL, timeout time.Duration) ([]smtp.Option, error) {
	port := 587
	if u.Scheme == "smtps" {
		port = 465
	}
	if u.Port() != "" {
		n, err := strconv.Atoi(u.Port())
		if err != nil || n < 1 || n > 65535 {
			return nil, domain.Errorf(domain.CodeInvalid, "JUMPUP_SMTP_URL", "has no usable port; use 587 for smtp or 465 for smtps")
		}
		port = n
	}
	password, hasPassword := u.User.Password()
	out := []smtp.Option{smtp.WithPort(port), smtp.WithTimeout(timeout)}
	switch {
	case u.Scheme == "smtps":
		out = append(out, smtp.WithSSL())
	case hasPassword && !thisMachine(u.Hostname()):
		out = append(out, smtp.WithTLSPolicy(smtp.TLSMandatory))
	default:
		out = append(out, smtp.WithTLSPolicy(smtp.TLSOpportunistic))
	}
	if hasPassword {
		auth := smtp.SMTPAuthAutoDiscover
		if u.Scheme == "smtp" && thisMachine(u.Hostname()) {
			auth = smtp.SMTPAuthPlain // discovery would insist on TLS
		}
		out = append(out, smtp.WithSMTPAuth(auth), smtp.WithUsername(u.User.Username()), smtp.WithPassword(password))
	}
	return out, nil
}

func thisMachine(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Ready says whether there is a mail server to send through.
func (m *Mailer) Ready() bool { return m != nil && m.host != "" }

// Send delivers one message to one address. It fails with invalid when the
// address or subject cannot be, or the mail server refuses the address for
// good, and with unavailable when the server cannot be reached, does not let us
// in, or asks to come back later. When it returns nil the server took the
// message.
func (m *Mailer) Send(ctx context.Context, mail domain.Mail) error {
	if !m.Ready() {
		return domain.Errorf(domain.CodeUnavailable, "JUMPUP_SMTP_URL", "is not set, so no mail can be sent; hand the link over yourself")
	}
	msg, err := m.message(mail)
	if err != nil {
		return err
	}
	client, err := smtp.NewClient(m.host, m.options...)
	if err != nil {
		return &domain.Error{Code: domain.CodeInternal, Err: err}
	}
	ctx, cancel := context.WithTimeout(ctx, m.timeout)
	defer cancel()
	return explain(client.DialAndSendWithContext(ctx, msg))
}

func (m *Mailer) message(mail domain.Mail) (*smtp.Msg, error) {
	if strings.ContainsAny(mail.Subject, "\r\n") {
		return nil, domain.Errorf(domain.CodeInvalid, "subject", "holds a line break; write it in one line")
	}
	msg := smtp.NewMsg(smtp.WithCharset(smtp.CharsetUTF8))
	if strings.ContainsAny(mail.To, "\r\n,;<>") || msg.To(mail.To) != nil {
		return nil, domain.Errorf(domain.CodeInvalid, "email", "is no mail address; write name@example.com")
	}
	err := msg.From(m.from)
	if m.replyTo != "" {
		err = errors.Join(err, msg.ReplyTo(m.replyTo))
	}
	if err != nil {
		return nil, &domain.Error{Code: domain.CodeInternal, Err: err}
	}
	msg.Subject(mail.Subject)
	msg.SetDate()
	msg.SetMessageID()
	msg.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: no holiday notices back
	msg.SetBodyString(smtp.TypeTextPlain, mail.Text)
	return msg, nil
}

// explain turns a failed delivery into one of the domain's errors.
func explain(err error) error {
	if err == nil {
		return nil
	}
	var sent *smtp.SendError
	if errors.As(err, &sent) && sent.Reason == smtp.ErrSMTPRcptTo && !sent.IsTemp() && sent.ErrorCode() >= 500 {
		return &domain.Error{Code: domain.CodeInvalid, Field: "email", Message: "the mail server refuses this address; check it, or hand the link over yourself", Err: err}
	}
	return &domain.Error{Code: domain.CodeUnavailable, Message: "the mail could not be delivered now; try again later, or hand the link over yourself", Err: err}
}
