package eval

import "strings"

// The words by which mutants are made are lists of their own, not those by which a
// checker decides: else it would be measured by itself.

func setOf(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// pairsOf reads "a/b c/d" as two words each of which stands for the other. Of several pairs the
// first counts.
func pairsOf(words string) map[string]string {
	out := map[string]string{}
	for p := range strings.FieldsSeq(words) {
		a, b, _ := strings.Cut(p, "/")
		if out[a] == "" {
			out[a] = b
		}
		if out[b] == "" {
			out[b] = a
		}
	}
	return out
}

// opensNoNoun are words with which a sentence begins that needs another, or has a
// clause before its subject.
var opensNoNoun = setOf(`i you he she it we they him her them his its their our your my this that these those such same
	former latter both neither either each one another others some any all most many several few none nobody there here
	who whom whose which what when where why how whether if unless although though while whereas because since as so
	but and or nor yet for in on at by to of from with without within under over between among against during before
	after until through throughout despite beyond about around across along upon per via like unlike not no never also
	however moreover furthermore instead thus hence therefore then now still meanwhile again perhaps maybe is are was
	were be been do does did has have had can could will would may might must should given according along more less
	rather even only just once`)

// nounLike end in "ly" and open a sentence all the same.
var nounLike = setOf(`italy family july assembly monopoly supply ally rally`)

// vagueNouns after "the" point back at what was said before.
var vagueNouns = setOf(`same former latter other others result reason point company firm law bill case episode problem idea`)

// negators are words that deny.
var negators = setOf(`not no never none nobody nothing neither nor without cannot can't don't doesn't didn't isn't
	aren't wasn't weren't won't wouldn't shouldn't couldn't hasn't haven't hadn't hardly scarcely barely lack lacks lacked
	lacking unable fail fails failed fewer rather instead absence unknown`)

var auxiliaries = setOf(`is are was were has have had can will would should does did could must`)

// subordinating words open a clause of its own.
var subordinating = setOf(`that which who whom whose whether if unless because since although though while whereas
	when where until as than why how what so`)

// scalar words next to "is" may be true together with their negation: "is often".
var scalar = setOf(`often sometimes usually partly still yet also not never no`)

// wondering words say that something is open, or hangs on a condition.
var wondering = setOf(`whether if unless either neither both question unclear uncertain uncertainty depends ask asks asked wonder`)

// hedges say that something is not certain, or only said.
var hedges = setOf(`may might could would can perhaps possibly potentially probably likely apparently seem seems seemed
	appear appears appeared reportedly allegedly supposedly arguably presumably estimate estimates estimated expected
	suggest suggests suggested reported reports reporting report said plan plans planned announced announcement claimed
	claims claim believed rumored unclear uncertain unresolved potential possible risk risks debate debating debated
	considered interpreted described framed alleged accusation accusations perception argued argue argues concern concerns
	contested disputed contest dispute account view according seen`)

// saying words report what somebody says, or holds.
var saying = setOf(`say says said saying claim claims claimed argue argues argued arguing assert asserts asserted contend
	contends contended maintain maintains maintained insist insists insisted believe believes believed state states stated
	note notes noted report reports reported warn warns warned acknowledge acknowledges acknowledged admit admits admitted
	deny denies denied describe describes described characterize characterized frame frames framed framing present
	presents presented announce announces announced cite cites cited criticize criticizes criticized conclude concludes
	concluded dismiss dismisses dismissed according argument arguments account observe observed estimate estimates
	estimated explain explained accuse accused flagged judges considers reads finds credits credited`)

// limiting words take back a part of what a sentence says.
var limiting = setOf(`only except subject without but however unless until most some all every partly mainly largely at least more less
	than may might could would`)

// causal words state a cause.
var causal = setOf(`because cause causes caused causing due therefore thus hence since led leads leading result results
	resulted resulting consequence prompted prompts drove driven drives reason reasons owing thanks triggered
	responsible why enabled enables forced forces through`)

// universal words leave no exception.
var universal = setOf(`all every always never everyone everything entirely wholly completely fully exclusively only sole
	solely none each any invariably`)

// partial words count some of several.
var partial = setOf(`most some many several certain few`)

// mutual words say something of two that stays true if they change places.
var mutual = setOf(`both between compete competes competed competing competitor competitors rival rivals partner partners
	partnership collaborate collaborates collaboration together jointly differ differs compared comparison alongside
	versus same similar equal each other neighbours neighbors`)

var coordinating = setOf(`and or with as well the a an by of`)

// antonyms exclude each other.
var antonyms = pairsOf(`increased/decreased increases/decreases rose/fell rising/falling grew/shrank growing/shrinking
	growth/decline expanded/contracted gained/lost raised/lowered supported/opposed supports/opposes
	accepted/rejected allowed/prohibited permitted/banned permits/bans permit/ban allows/prohibits allow/prohibit
	above/below higher/lower larger/smaller bigger/tinier stronger/weaker better/worse cheaper/costlier safer/riskier
	faster/slower earlier/later first/last early/late most/least more/less open/closed public/secret publicly/secretly
	success/failure succeeded/failed restrictive/permissive formal/informal formally/informally voluntary/mandatory
	voluntarily/compulsorily internal/external internally/externally deliberately/accidentally deliberate/accidental
	included/excluded includes/excludes confirmed/denied strict/lenient convincing/unconvincing
	permanently/temporarily consistent/inconsistent consistently/rarely legal/illegal opened/closed
	won/lost lengthened/shortened older/younger north/south east/west arrived/departed
	significant/negligible significantly/negligibly dependent/independent long-term/short-term sped/slowed
	open-source/closed-source deep/shallow warm/cold wide/narrow free/paid direct/indirect directly/indirectly`)

// numerals in words, from two.
var numerals = strings.Fields(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
	sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety`)

// otherScales are for the words of a number itself.
var otherScales = map[string]string{
	"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion", "dollars": "euros",
	"euros": "dollars", "percent": "percentage points", "dozen": "hundred",
}

// otherUnits are for what a number counts.
var otherUnits = map[string]string{
	"users": "downloads", "downloads": "users", "commits": "pull requests", "contributions": "patents",
	"contributors": "organizations", "repositories": "datasets", "stars": "forks", "forks": "stars", "employees": "contractors",
	"people": "households", "models": "datasets", "projects": "conferences", "members": "donors", "companies": "countries",
	"countries": "companies", "footnotes": "chapters", "years": "decades", "months": "years", "weeks": "months",
	"days": "weeks", "hours": "days", "minutes": "hours", "tons": "kilograms", "tonnes": "kilograms", "kilograms": "tons",
	"kilometres": "miles", "kilometers": "miles", "miles": "kilometres", "km": "miles", "metres": "feet", "meters": "feet",
	"feet": "metres", "passengers": "vehicles", "vehicles": "passengers", "visitors": "subscribers", "subscribers": "visitors",
	"students": "teachers", "ships": "barges", "boats": "trains", "residents": "tourists", "parameters": "tokens",
	"tokens": "parameters", "monthly": "daily", "daily": "monthly", "annual": "monthly", "yearly": "monthly",
	"votes": "seats", "seats": "votes", "layers": "servers", "jobs": "firms", "articles": "books", "books": "articles",
}

var timeUnits = setOf(`years months weeks days hours minutes monthly daily annual yearly tons tonnes kilograms kilometres
	kilometers miles km metres meters feet`)

// otherWholes are what a share may be of instead.
var otherWholes = []string{"annual revenue", "server capacity", "office space", "travel expenses"}

// cities and details are invented; a city that the corpus has is passed over.
var cities = strings.Fields(`Lyon Osaka Tampere Graz Porto Halifax Wellington Ghent Bergen Curitiba Leipzig Nairobi`)

// details are by the kind of the entity, "" for any other.
var details = map[string][]string{
	"organization": {"NAME has an office with STAFF employees in CITY", "NAME opened a laboratory in CITY", "NAME employs STAFF people in CITY"},
	"person":       {"NAME lives in CITY", "NAME studied in CITY", "NAME announced it at a conference in CITY"},
	"":             {"a conference in CITY with STAFF guests was devoted to NAME", "NAME was presented in CITY", "NAME was worked on by a team in CITY"},
}

// endings tell the forms of words apart; the longest that fits counts.
var endings = []string{"ation", "ment", "ing", "ity", "ies", "ers", "ive", "ed", "ly", "al", "s", ""}

// synonymPairs are a word and one that may stand for it wherever it does, of those that
// the thesaurus has in one group. Few hold the other way round, since a noun may be a
// verb as well.
var synonymPairs = pairsTo(`company/firm companies/firms firm/company firms/companies rival/competitor rivals/competitors
	competitor/rival competitors/rivals customers/clients clients/customers developers/programmers
	researchers/scientists scientists/researchers critics/detractors lawmakers/legislators legislators/lawmakers
	regulators/watchdogs statute/law forbids/prohibits prohibits/forbids bans/prohibits banned/prohibited
	permits/allows permitted/allowed exemptions/exceptions exemption/exception opposed/resisted
	restrictions/constraints constraints/restrictions threshold/limit thresholds/limits expensive/costly
	costly/expensive expenditure/spending employees/staff revenue/income delayed/postponed postponed/delayed
	announced/unveiled unveiled/announced commitment/pledge commitments/pledges evaluations/tests setback/blow
	guardrails/safeguards safeguards/guardrails vulnerabilities/weaknesses vulnerability/weakness misuse/abuse
	inquiry/investigation investigation/inquiry partnership/collaboration collaboration/partnership
	repositories/repos goal/aim goals/aims rationale/reason consequences/effects advantages/benefits
	unclear/uncertain significant/important biggest/largest largest/biggest credibility/reputation began/started
	discrepancy/gap objective/goal objectives/goals quick/fast`)

// pairsTo reads "a/b c/d" as words and what stands for them.
func pairsTo(words string) map[string]string {
	out := map[string]string{}
	for p := range strings.FieldsSeq(words) {
		a, b, _ := strings.Cut(p, "/")
		out[a] = b
	}
	return out
}

// voiceVerbs are verbs whose past is their participle, and that two names go with.
var voiceVerbs = setOf(`released published developed founded launched announced criticized opposed supported created led
	built hosted commissioned acquired proposed designed opened financed bought painted flagged validated enabled`)
