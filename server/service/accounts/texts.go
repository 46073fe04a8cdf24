package accounts

import (
	"fmt"
	"time"

	"jumpup/server/domain"
)

// kst is the programme's time; a fixed zone needs no time zone files.
var kst = time.FixedZone("KST", 9*60*60)

var roleNames = map[domain.Role][2]string{
	domain.RoleCompany:       {"기업 담당자", "company member"},
	domain.RoleExpert:        {"전문가", "expert"},
	domain.RoleInvestor:      {"투자자", "investor"},
	domain.RoleCoordinator:   {"코디네이터", "coordinator"},
	domain.RoleManager:       {"수행기관 담당자", "institution manager"},
	domain.RoleAdministrator: {"관리자", "administrator"},
}

// text is the ready message of a link in a language.
func text(l domain.Link, lang, url string, subject domain.Text) domain.Mail {
	name, _ := l.Name.In(lang)
	org, _ := subject.In(lang)
	until := l.Expires.In(kst).Format("2006-01-02 15:04") + " KST"
	m := domain.Mail{To: l.Email}
	if lang == "en" {
		m.Subject, m.Text = english(l, name, org, url, until)
	} else {
		m.Subject, m.Text = korean(l, name, org, url, until)
	}
	return m
}

func korean(l domain.Link, name, org, url, until string) (subject, body string) {
	greet := "안녕하세요."
	if name != "" {
		greet = name + "님, 안녕하세요."
	}
	switch l.Kind {
	case domain.LinkReset:
		return "[도약 프로그램] 비밀번호 재설정", fmt.Sprintf(`%s

비밀번호를 다시 정하려면 아래 주소를 열고 새 비밀번호를 입력하십시오.

%s

이 주소는 한 번만 쓸 수 있으며 %s까지 유효합니다.
요청하신 적이 없으면 이 메일을 무시하십시오. 비밀번호는 바뀌지 않습니다.
`, greet, url, until)
	case domain.LinkSignIn:
		return "[도약 프로그램] 시연 계정 로그인", fmt.Sprintf("%s\n\n아래 주소를 열고 단추를 누르면 로그인합니다.\n\n%s\n\n이 주소는 한 번만 쓸 수 있으며 %s까지 유효합니다.\n", greet, url, until)
	}
	as := roleNames[l.Role][0]
	if org != "" {
		as = org + "의 " + as
	}
	return "[도약 프로그램] 초대", fmt.Sprintf(`%s

도약 프로그램 매칭 서비스에 %s로 초대합니다.
아래 주소를 열고 비밀번호를 정하면 바로 시작할 수 있습니다.

%s

이 주소는 한 번만 쓸 수 있으며 %s까지 유효합니다. 다른 사람에게 전달하지 마십시오.
`, greet, as, url, until)
}

func english(l domain.Link, name, org, url, until string) (subject, body string) {
	greet := "Hello,"
	if name != "" {
		greet = "Dear " + name + ","
	}
	switch l.Kind {
	case domain.LinkReset:
		return "[도약 프로그램] Reset your password", fmt.Sprintf(`%s

To choose a new password, open this address and enter it there.

%s

The address works once, until %s.
If you did not ask for this, ignore this message; your password stays as it is.
`, greet, url, until)
	case domain.LinkSignIn:
		return "[도약 프로그램] Sign in to the demonstration", fmt.Sprintf("%s\n\nOpen this address and press the button to sign in.\n\n%s\n\nThe address works once, until %s.\n", greet, url, until)
	}
	as := roleNames[l.Role][1]
	if org != "" {
		as += " of " + org
	}
	return "[도약 프로그램] Your invitation", fmt.Sprintf(`%s

You are invited to the matching service of the Jump-Up (도약) programme as %s.
Open this address and choose a password to start.

%s

The address works once, until %s. Please do not pass it on.
`, greet, as, url, until)
}
