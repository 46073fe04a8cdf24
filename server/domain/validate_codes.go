package domain

import (
	_ "embed"
	"strings"
	"sync"
)

// countryCodes are the officially assigned codes of ISO 3166-1 alpha-2.
const countryCodes = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
`

// currencyCodes are the codes of ISO 4217 in use, with those withdrawn since
// 1999, because old deals are dated.
const currencyCodes = `
ADP AED AFA AFN ALL AMD ANG AOA AON AOR ARS ATS AUD AWG AZM AZN BAM BBD BDT BEF BGL BGN BHD BIF
BMD BND BOB BOV BRL BSD BTN BWP BYB BYN BYR BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CSD
CUC CUP CVE CYP CZK DEM DJF DKK DOP DZD ECS ECV EEK EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEL
GHC GHS GIP GMD GNF GRD GTQ GWP GYD HKD HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD
JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LUF LVL LYD MAD MDL MGA MGF MKD
MMK MNT MOP MRO MRU MTL MUR MVR MWK MXN MXV MYR MZM MZN NAD NGN NIO NLG NOK NPR NZD OMR PAB PEN
PGK PHP PKR PLN PTE PYG QAR ROL RON RSD RUB RUR RWF SAR SBD SCR SDD SDG SEK SGD SHP SIT SKK SLE
SLL SOS SRD SRG SSP STD STN SVC SYP SZL THB TJR TJS TMM TMT TND TOP TPE TRL TRY TTD TWD TZS UAH
UGX USD UYI UYU UYW UZS VEB VED VEF VES VND VUV WST XAF XCD XCG XDR XOF XPF YER YUM ZAR ZMK ZMW
ZWD ZWG ZWL ZWR
`

// zoneNames are the names of the IANA time zone database, one a line.
//
//go:embed validate_zones.txt
var zoneNames string

var (
	countries  = sync.OnceValue(func() map[string]bool { return setOf(countryCodes) })
	currencies = sync.OnceValue(func() map[string]bool { return setOf(currencyCodes) })
	zones      = sync.OnceValue(func() map[string]bool { return setOf(zoneNames) })
)

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// KnownCountry says whether a code is assigned in ISO 3166-1 alpha-2.
func KnownCountry(code string) bool { return countries()[code] }

// KnownCurrency says whether a code is, or since 1999 was, a currency of
// ISO 4217.
func KnownCurrency(code string) bool { return currencies()[code] }

// KnownZone says whether a name stands in the IANA time zone database.
func KnownZone(name string) bool { return zones()[name] }
