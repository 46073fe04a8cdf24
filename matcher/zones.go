package matcher

import "math"

// offsets are the standard (winter) offsets from UTC in hours of the time zones most
// used, from the IANA time zone database; a zone not listed is unknown.
var offsets = map[string]float64{
	"Asia/Seoul": 9, "Asia/Tokyo": 9, "Asia/Shanghai": 8, "Asia/Hong_Kong": 8, "Asia/Taipei": 8, "Asia/Singapore": 8,
	"Asia/Kuala_Lumpur": 8, "Asia/Manila": 8, "Asia/Jakarta": 7, "Asia/Bangkok": 7, "Asia/Ho_Chi_Minh": 7, "Asia/Saigon": 7,
	"Asia/Dhaka": 6, "Asia/Almaty": 5, "Asia/Tashkent": 5, "Asia/Kolkata": 5.5, "Asia/Calcutta": 5.5, "Asia/Karachi": 5,
	"Asia/Dubai": 4, "Asia/Riyadh": 3, "Asia/Qatar": 3, "Asia/Kuwait": 3, "Asia/Bahrain": 3, "Asia/Jerusalem": 2,
	"Asia/Istanbul": 3, "Europe/Istanbul": 3, "Europe/Moscow": 3, "Europe/Kiev": 2, "Europe/Kyiv": 2, "Europe/Athens": 2,
	"Europe/Helsinki": 2, "Europe/Bucharest": 2, "Europe/Sofia": 2, "Europe/Tallinn": 2, "Europe/Riga": 2, "Europe/Vilnius": 2,
	"Europe/Berlin": 1, "Europe/Paris": 1, "Europe/Madrid": 1, "Europe/Rome": 1, "Europe/Amsterdam": 1, "Europe/Brussels": 1,
	"Europe/Vienna": 1, "Europe/Zurich": 1, "Europe/Stockholm": 1, "Europe/Oslo": 1, "Europe/Copenhagen": 1, "Europe/Prague": 1,
	"Europe/Warsaw": 1, "Europe/Budapest": 1, "Europe/Luxembourg": 1, "Europe/Belgrade": 1, "Europe/London": 0, "Europe/Dublin": 0,
	"Europe/Lisbon": 0, "Africa/Cairo": 2, "Africa/Johannesburg": 2, "Africa/Lagos": 1, "Africa/Nairobi": 3, "Africa/Casablanca": 1,
	"America/New_York": -5, "America/Toronto": -5, "America/Detroit": -5, "America/Chicago": -6, "America/Denver": -7,
	"America/Phoenix": -7, "America/Los_Angeles": -8, "America/Vancouver": -8, "America/Mexico_City": -6, "America/Bogota": -5,
	"America/Lima": -5, "America/Santiago": -4, "America/Sao_Paulo": -3, "America/Buenos_Aires": -3,
	"America/Argentina/Buenos_Aires": -3, "America/Panama": -5, "Pacific/Honolulu": -10, "Pacific/Auckland": 12,
	"Australia/Sydney": 10, "Australia/Melbourne": 10, "Australia/Brisbane": 10, "Australia/Perth": 8, "UTC": 0, "Etc/UTC": 0,
}

// countryHours are the standard offsets of countries; where there are several zones,
// that of the main centre of business.
var countryHours = map[string]float64{
	"KR": 9, "JP": 9, "CN": 8, "HK": 8, "TW": 8, "SG": 8, "MY": 8, "PH": 8, "ID": 7, "TH": 7, "VN": 7, "BD": 6, "KZ": 5,
	"UZ": 5, "IN": 5.5, "PK": 5, "AE": 4, "SA": 3, "QA": 3, "KW": 3, "BH": 3, "IL": 2, "TR": 3, "RU": 3, "UA": 2, "GR": 2,
	"FI": 2, "RO": 2, "BG": 2, "EE": 2, "LV": 2, "LT": 2, "DE": 1, "FR": 1, "ES": 1, "IT": 1, "NL": 1, "BE": 1, "AT": 1,
	"CH": 1, "SE": 1, "NO": 1, "DK": 1, "CZ": 1, "PL": 1, "HU": 1, "LU": 1, "RS": 1, "GB": 0, "IE": 0, "PT": 0, "EG": 2,
	"ZA": 2, "NG": 1, "KE": 3, "MA": 1, "US": -5, "CA": -5, "MX": -6, "CO": -5, "PE": -5, "CL": -4, "BR": -3, "AR": -3,
	"PA": -5, "NZ": 12, "AU": 10,
}

// hoursApart is the distance on the clock between a country and a zone, at most 12.
func hoursApart(country, zone string) (float64, bool) {
	a, ok := countryHours[country]
	b, known := offsets[zone]
	if !ok || !known {
		return 0, false
	}
	h := math.Abs(a - b)
	return math.Min(h, 24-h), true
}
