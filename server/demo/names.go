package demo

import (
	"strconv"
	"strings"

	"jumpup/server/domain"
)

// Organisations are named after creatures and things of folk tales.
var (
	qualities = []pair{
		{"달빛", "Moonlight"},
		{"푸른", "Blue"},
		{"새벽", "Dawn"},
		{"은빛", "Silver"},
		{"구름", "Cloud"},
		{"바람", "Wind"},
		{"별빛", "Starlight"},
		{"무지개", "Rainbow"},
		{"첫눈", "First Snow"},
		{"노을", "Sunset"},
		{"여울", "Rapids"},
		{"한여름", "Midsummer"},
		{"이슬", "Dewdrop"},
		{"옥빛", "Jade"},
		{"숲속", "Woodland"},
		{"안개", "Mist"},
		{"파도", "Wave"},
		{"산울림", "Echo"},
		{"은하", "Galaxy"},
		{"볕든", "Sunny"},
	}
	creatures = []pair{
		{"두루미", "Crane"},
		{"도깨비", "Dokkaebi"},
		{"달토끼", "Moon Rabbit"},
		{"해태", "Haetae"},
		{"고래", "Whale"},
		{"호랑이", "Tiger"},
		{"거북이", "Turtle"},
		{"까치", "Magpie"},
		{"수달", "Otter"},
		{"봉황", "Phoenix"},
		{"청룡", "Azure Dragon"},
		{"사슴", "Deer"},
		{"솟대", "Sotdae"},
		{"물레", "Spinning Wheel"},
		{"장승", "Jangseung"},
		{"나침반", "Compass"},
		{"등대", "Lighthouse"},
		{"방패연", "Shield Kite"},
		{"돌하르방", "Stone Guardian"},
		{"반딧불", "Firefly"},
		{"제비", "Swallow"},
		{"다람쥐", "Squirrel"},
		{"연어", "Salmon"},
		{"매", "Falcon"},
		{"느티나무", "Zelkova"},
	}
	houses = []pair{
		{"청사초롱", "Silk Lantern"},
		{"일곱별", "Seven Stars"},
		{"북극성", "Polar Lamp"},
		{"흰소", "White Ox"},
		{"금도끼", "Golden Axe"},
		{"은하수", "Milky Ferry"},
		{"견우", "Herdsman"},
		{"직녀", "Weaver"},
		{"비단길", "Silk Path"},
		{"돌다리", "Stone Bridge"},
		{"무쇠솥", "Iron Kettle"},
		{"세발까마귀", "Three-Legged Crow"},
		{"복주머니", "Fortune Pouch"},
		{"여의주", "Dragon Pearl"},
		{"참나무", "Tall Oak"},
		{"나룻배", "Ferry Boat"},
		{"풍경", "Wind Chime"},
		{"솔방울", "Pine Cone"},
		{"항아리", "Onggi"},
		{"새끼줄", "Straw Rope"},
	}
	surnames = []pair{
		{"김", "Kim"},
		{"이", "Lee"},
		{"박", "Park"},
		{"최", "Choi"},
		{"정", "Jung"},
		{"강", "Kang"},
		{"조", "Cho"},
		{"윤", "Yoon"},
		{"장", "Jang"},
		{"임", "Lim"},
		{"한", "Han"},
		{"오", "Oh"},
		{"서", "Seo"},
		{"신", "Shin"},
		{"권", "Kwon"},
		{"황", "Hwang"},
		{"안", "Ahn"},
		{"송", "Song"},
		{"류", "Ryu"},
		{"홍", "Hong"},
	}
	givenNames = []pair{
		{"가온", "Gaon"},
		{"나래", "Narae"},
		{"다솜", "Dasom"},
		{"라온", "Raon"},
		{"마루", "Maru"},
		{"보람", "Boram"},
		{"새론", "Saeron"},
		{"아라", "Ara"},
		{"초롱", "Chorong"},
		{"하람", "Haram"},
		{"누리", "Nuri"},
		{"단비", "Danbi"},
		{"미르", "Mir"},
		{"별하", "Byeolha"},
		{"슬기", "Seulgi"},
		{"예솔", "Yesol"},
		{"이든", "Ideun"},
		{"주리", "Juri"},
		{"찬솔", "Chansol"},
		{"큰솔", "Keunsol"},
		{"한별", "Hanbyeol"},
		{"해솔", "Haesol"},
		{"힘찬", "Himchan"},
		{"겨레", "Gyeore"},
		{"다온", "Daon"},
		{"도담", "Dodam"},
		{"루다", "Ruda"},
		{"바다", "Bada"},
		{"소담", "Sodam"},
		{"온유", "Onyu"},
		{"윤슬", "Yunseul"},
		{"한결", "Hangyeol"},
	}
)

// combination gives the i-th different pairing of two lists; beyond all of
// them it starts again with a number behind.
func combination(i int, first, second []pair, glue string) (p pair, again int) {
	n := len(first) * len(second)
	again, i = i/n, i%n
	a, b := first[i%len(first)], second[(i/len(first)+i)%len(second)]
	return pair{a.ko + glue + b.ko, a.en + " " + b.en}, again
}

func numbered(p pair, again int) pair {
	if again == 0 {
		return p
	}
	n := " " + strconv.Itoa(again+1)
	return pair{p.ko + n, p.en + n}
}

// firmName names company i of a niche.
func firmName(i int, n niche) pair {
	p, again := combination(i, qualities, creatures, "")
	return numbered(pair{p.ko + n.suffix.ko, p.en + " " + n.suffix.en}, again)
}

// personName is 성이름 in Korean and Given Surname in English.
func personName(i int) pair {
	p, again := combination(i, surnames, givenNames, "")
	en := strings.SplitN(p.en, " ", 2)
	return numbered(pair{p.ko, en[1] + " " + en[0]}, again)
}

// slug is the host part of a fictional address.
func slug(en string) string {
	return strings.ReplaceAll(strings.ToLower(en), " ", "-") + ".example"
}

// registrationNo makes a business registration number of the tax office 999,
// which does not exist, with a right check digit.
func registrationNo(i int) string {
	nine := "999" + pad(81+i/10000%9, 2) + pad(i%10000, 4)
	check, _ := domain.BusinessCheckDigit(nine)
	return nine[:3] + "-" + nine[3:5] + "-" + nine[5:] + string(check)
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
}
