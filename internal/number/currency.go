package number

// currencyBefore reads a sign or a code before a number.
func (p *parser) currencyBefore(i int) (currency string, next int) {
	t := p.at(i)
	switch {
	case t.kind == sign && currencySign(t.r) != "" && p.at(i+1).gap != broken:
		return currencySign(t.r), i + 1
	case t.kind != word:
		return "", i
	case p.at(i+1).kind == sign && p.at(i+1).gap == joined:
		sign := currencySign(p.at(i + 1).r)
		if c := currencyPrefixes[p.text(i)]; c != "" && sign != "" && p.at(i+2).gap != broken {
			return c, i + 2
		}
		if c := p.codeAt(i); c != "" && sign != "" {
			return c, i + 2
		}
	case p.at(i+1).kind == numeral && p.at(i+1).gap != broken:
		if c := p.codeAt(i); c != "" {
			return c, i + 1
		}
	}
	return "", i
}

// codeAt returns the code of the currency that token i is, in capitals.
func (p *parser) codeAt(i int) string {
	if e := p.at(i).entry; e.class == code && p.allUpper(i) {
		return currencies[e.arg].upper
	}
	return ""
}

// isMoney reports whether the coins at i are money and not a weight.
func (p *parser) isMoney(a *amount, i int) bool {
	return !p.is(i, "pound", "pounds") || p.follows(i+1, "sterling") || a.value.Compare(whole(1000)) >= 0
}

// nationalDollars reads "US dollars", "U.S. dollars", "Canadian dollars".
func (p *parser) nationalDollars(i int) (currency string, next int) {
	next = i + 1
	name := p.text(i)
	if name == "U" && p.isSign(i+1, '.') && p.text(i+2) == "S" && p.isSign(i+3, '.') {
		name, next = "US", i+4
	}
	if c := nationalDollars[name]; c != "" && p.follows(next, "dollar", "dollars") {
		return c, next + 1
	}
	return "", i
}

// currencies are those that are read. Names are here that mean one currency where no
// country is named, which crowns and pesos don't.
var currencies = [...]struct {
	code, upper string
	names       []string
}{
	{"usd", "USD", []string{"dollar", "dollars", "bucks"}},
	{"eur", "EUR", []string{"euro", "euros"}},
	{"gbp", "GBP", []string{"pound", "pounds", "sterling"}},
	{"jpy", "JPY", []string{"yen"}},
	{"cny", "CNY", []string{"yuan", "renminbi"}},
	{"inr", "INR", []string{"rupee", "rupees"}},
	{"krw", "KRW", nil},
	{"chf", "CHF", nil},
	{"cad", "CAD", nil},
	{"aud", "AUD", nil},
	{"nzd", "NZD", nil},
	{"hkd", "HKD", nil},
	{"sgd", "SGD", nil},
	{"brl", "BRL", nil},
	{"sek", "SEK", nil},
	{"nok", "NOK", nil},
	{"dkk", "DKK", nil},
	{"ils", "ILS", []string{"shekel", "shekels"}},
	{"aed", "AED", nil},
	{"rub", "RUB", []string{"ruble", "rubles", "rouble", "roubles"}},
	{"cnh", "CNY", nil},
	{"rmb", "CNY", nil},
}

// currencyPrefixes are the letters before a dollar or yen sign.
var currencyPrefixes = map[string]string{
	"US": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "NZ": "NZD", "HK": "HKD", "S": "SGD", "R": "BRL",
	"CN": "CNY", "JP": "JPY",
}

// currencySign returns the code of the currency that has the sign, or "".
func currencySign(r rune) string {
	switch r {
	case '$':
		return "USD"
	case '€':
		return "EUR"
	case '£':
		return "GBP"
	case '¥', '￥':
		return "JPY"
	case '₹':
		return "INR"
	case '₩':
		return "KRW"
	case '₪':
		return "ILS"
	case '₽':
		return "RUB"
	}
	return ""
}

// nationalDollars are the words before "dollars" that say whose they are.
var nationalDollars = map[string]string{
	"US": "USD", "American": "USD", "Canadian": "CAD", "Australian": "AUD", "Singapore": "SGD",
}
