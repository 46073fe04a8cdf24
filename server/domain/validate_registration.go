package domain

import "strings"

// BusinessCheckDigit computes the last digit of a Korean business registration
// number (사업자등록번호) from its first nine digits: weights 1 3 7 1 3 7 1 3 5, plus
// the tens of the ninth digit times five, and what is missing to the next ten.
// ok is false when the input is not nine digits.
func BusinessCheckDigit(nine string) (check byte, ok bool) {
	if !digits(nine, 9, 9) {
		return 0, false
	}
	sum := 0
	for i, w := range [9]int{1, 3, 7, 1, 3, 7, 1, 3, 5} {
		sum += int(nine[i]-'0') * w
	}
	sum += int(nine[8]-'0') * 5 / 10
	return byte('0' + (10-sum%10)%10), true
}

// RegistrationKey is a registration number without hyphens and spaces, the
// form in which two are compared.
func RegistrationKey(no string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' {
			return -1
		}
		return r
	}, no)
}

// registrationProblem checks the registration number of a Korean company: ten
// digits with the right check digit (hyphens allowed), or the thirteen digits of
// a corporate registration number (법인등록번호), whose check digit is not enforced
// because older numbers do not keep it.
func registrationProblem(no string) string {
	key := RegistrationKey(no)
	switch {
	case digits(key, 13, 13):
		return ""
	case !digits(key, 10, 10):
		return "is no Korean business registration number; write its ten digits, as in 000-00-00000"
	}
	if want, _ := BusinessCheckDigit(key[:9]); want != key[9] {
		return "does not pass the check of a business registration number; look for a mistyped digit"
	}
	return ""
}
