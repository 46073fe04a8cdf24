package demo

// place is a region of Korea with the companies of a cohort of a hundred that
// sit there, and its towns.
type place struct {
	region string
	share  int
	towns  []pair
}

// The real cohorts' shares: Gyeongsang 34, Gyeonggi 26, Chungcheong and Jeolla
// 21, Seoul, Incheon and Gangwon 19.
var places = []place{
	{"부산", 8, []pair{{"부산", "Busan"}}},
	{"대구", 6, []pair{{"대구", "Daegu"}}},
	{"울산", 4, []pair{{"울산", "Ulsan"}}},
	{"경북", 7, []pair{{"구미", "Gumi"}, {"포항", "Pohang"}, {"경산", "Gyeongsan"}}},
	{"경남", 9, []pair{{"창원", "Changwon"}, {"김해", "Gimhae"}, {"진주", "Jinju"}, {"사천", "Sacheon"}}},
	{"경기", 26, []pair{{"성남", "Seongnam"}, {"화성", "Hwaseong"}, {"안산", "Ansan"}, {"수원", "Suwon"}, {"평택", "Pyeongtaek"}, {"파주", "Paju"}}},
	{"대전", 4, []pair{{"대전", "Daejeon"}}},
	{"세종", 1, []pair{{"세종", "Sejong"}}},
	{"충북", 4, []pair{{"청주", "Cheongju"}, {"충주", "Chungju"}}},
	{"충남", 5, []pair{{"천안", "Cheonan"}, {"아산", "Asan"}}},
	{"광주", 2, []pair{{"광주", "Gwangju"}}},
	{"전북", 3, []pair{{"전주", "Jeonju"}, {"군산", "Gunsan"}}},
	{"전남", 2, []pair{{"순천", "Suncheon"}, {"나주", "Naju"}}},
	{"서울", 11, []pair{{"서울", "Seoul"}}},
	{"인천", 6, []pair{{"인천", "Incheon"}}},
	{"강원", 2, []pair{{"원주", "Wonju"}, {"춘천", "Chuncheon"}}},
}

// nation is a country of investors, deals and markets. Share is how many of 80
// investors come from it.
type nation struct {
	code      string
	name      pair
	share     int
	currency  string
	timezone  string
	languages []string
	cities    [][2]string // region code, city
}

var nations = []nation{
	{"KR", pair{"한국", "Korea"}, 34, "KRW", "Asia/Seoul", []string{"ko", "en"}, [][2]string{{"서울", "서울"}, {"경기", "성남"}, {"부산", "부산"}, {"대전", "대전"}}},
	{"US", pair{"미국", "the United States"}, 10, "USD", "America/Los_Angeles", []string{"en"}, [][2]string{{"CA", "San Francisco"}, {"CA", "Palo Alto"}, {"MA", "Boston"}, {"TX", "Austin"}}},
	{"SG", pair{"싱가포르", "Singapore"}, 6, "USD", "Asia/Singapore", []string{"en", "zh"}, [][2]string{{"", "Singapore"}}},
	{"JP", pair{"일본", "Japan"}, 6, "JPY", "Asia/Tokyo", []string{"ja", "en"}, [][2]string{{"13", "Tokyo"}, {"27", "Osaka"}}},
	{"DE", pair{"독일", "Germany"}, 4, "EUR", "Europe/Berlin", []string{"de", "en"}, [][2]string{{"BE", "Berlin"}, {"BY", "Munich"}}},
	{"GB", pair{"영국", "the United Kingdom"}, 4, "GBP", "Europe/London", []string{"en"}, [][2]string{{"ENG", "London"}, {"ENG", "Cambridge"}}},
	{"FR", pair{"프랑스", "France"}, 3, "EUR", "Europe/Paris", []string{"fr", "en"}, [][2]string{{"IDF", "Paris"}}},
	{"NL", pair{"네덜란드", "the Netherlands"}, 2, "EUR", "Europe/Amsterdam", []string{"en", "nl"}, [][2]string{{"NH", "Amsterdam"}, {"NB", "Eindhoven"}}},
	{"CH", pair{"스위스", "Switzerland"}, 2, "CHF", "Europe/Zurich", []string{"de", "en"}, [][2]string{{"ZH", "Zurich"}}},
	{"IL", pair{"이스라엘", "Israel"}, 2, "USD", "Asia/Jerusalem", []string{"en", "he"}, [][2]string{{"TA", "Tel Aviv"}}},
	{"VN", pair{"베트남", "Vietnam"}, 2, "USD", "Asia/Ho_Chi_Minh", []string{"vi", "en"}, [][2]string{{"SG", "Ho Chi Minh City"}, {"HN", "Hanoi"}}},
	{"AE", pair{"아랍에미리트", "the United Arab Emirates"}, 2, "USD", "Asia/Dubai", []string{"en", "ar"}, [][2]string{{"DU", "Dubai"}, {"AZ", "Abu Dhabi"}}},
	{"CA", pair{"캐나다", "Canada"}, 1, "USD", "America/Toronto", []string{"en", "fr"}, [][2]string{{"ON", "Toronto"}}},
	{"AU", pair{"호주", "Australia"}, 1, "USD", "Australia/Sydney", []string{"en"}, [][2]string{{"NSW", "Sydney"}}},
	{"IN", pair{"인도", "India"}, 1, "USD", "Asia/Kolkata", []string{"en", "hi"}, [][2]string{{"KA", "Bengaluru"}}},
}

// target is a country that needs aim at.
type target struct {
	code string
	name pair
}

var targets = []target{
	{"VN", pair{"베트남", "Vietnam"}},
	{"US", pair{"미국", "the United States"}},
	{"JP", pair{"일본", "Japan"}},
	{"DE", pair{"독일", "Germany"}},
	{"ID", pair{"인도네시아", "Indonesia"}},
	{"SG", pair{"싱가포르", "Singapore"}},
	{"AE", pair{"아랍에미리트", "the United Arab Emirates"}},
	{"IN", pair{"인도", "India"}},
	{"GB", pair{"영국", "the United Kingdom"}},
	{"TH", pair{"태국", "Thailand"}},
	{"MX", pair{"멕시코", "Mexico"}},
	{"PL", pair{"폴란드", "Poland"}},
	{"AU", pair{"호주", "Australia"}},
	{"NL", pair{"네덜란드", "the Netherlands"}},
}

// share lists a weight per item.
func share[T any](items []T, of func(T) int) []int {
	out := make([]int, len(items))
	for i, x := range items {
		out[i] = of(x)
	}
	return out
}
