package plainjson_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/internal/costtest"
	"github.com/footnote-go/footnote/internal/plainjson"
)

// A thing has what a Reader can read.
type thing struct {
	Name  string            `json:"name"`
	List  []string          `json:"list"`
	Inner []inner           `json:"inner"`
	Raw   json.RawMessage   `json:"raw"`
	Raws  []json.RawMessage `json:"raws"`
}

type inner struct {
	Name string `json:"name"`
}

func read(data []byte) (out thing, ok bool) {
	r := plainjson.NewReader(data)
	r.Object(func(name []byte) {
		switch string(name) {
		case "name":
			out.Name = r.String()
		case "list":
			out.List = r.Strings()
		case "inner":
			out.Inner = []inner{}
			r.List(func() {
				var in inner
				r.Object(func(name []byte) {
					if string(name) != "name" {
						r.Refuse()
					}
					in.Name = r.String()
				})
				out.Inner = append(out.Inner, in)
			})
		case "raw":
			out.Raw = slices.Clone(r.Value())
		case "raws":
			out.Raws = []json.RawMessage{}
			r.List(func() { out.Raws = append(out.Raws, slices.Clone(r.Value())) })
		default:
			r.Refuse()
		}
	})
	return out, r.Done()
}

func TestReader(t *testing.T) {
	deep := strings.Repeat("[", 200) + strings.Repeat("]", 200)
	for _, tt := range []struct {
		reason, in string
		ok         bool
	}{
		{"all there is", `{"name":"a","list":["b","c"],"inner":[{"name":"d"},{}],"raw":{"x":[1,"]}",{}]},"raws":[1,null,"e"]}`, true},
		{"white space", " {\r\n\"name\" :\t\"a\" , \"list\" : [ \"b\" , \"c\" ] , \"raw\" : [ 1 , { \"x\" : 2 } ] } \n", true},
		{"nothing in it", `{}`, true},
		{"empty lists", `{"list":[],"inner":[],"raws":[]}`, true},
		{"escapes", `{"name":"a\"\\\u00e9\ud83d\ude00\\","list":["\n"]}`, true},
		{"other scripts", `{"name":"é漢😀"}`, true},
		{"any value", `{"raws":[-1.5e3,true,false,null,"x\"]",[],{},[{"a":{}}]]}`, true},
		{"an unknown name", `{"other":1}`, false},
		{"another case", `{"Name":"a"}`, false},
		{"an escape in a name", `{"n\u0061me":"a"}`, false},
		{"a name twice", `{"name":"a","name":"b"}`, false},
		{"null", `{"name":null}`, false},
		{"a number for a string", `{"name":1}`, false},
		{"a string for a list", `{"list":"a"}`, false},
		{"not UTF-8", "{\"name\":\"\xff\"}", false},
		{"a line feed in a string", "{\"name\":\"a\nb\"}", false},
		{"an escape that there is not", `{"name":"\x"}`, false},
		{"too deep", `{"raw":` + deep + `}`, false},
		{"a value that is none", `{"raw":tru}`, false},
		{"brackets that don't fit", `{"raw":[}}`, false},
		{"a comma too many", `{"list":["a",]}`, false},
		{"a comma too many in an object", `{"name":"a",}`, false},
		{"a comma too few", `{"name":"a" "list":[]}`, false},
		{"more behind it", `{"name":"a"}{}`, false},
		{"cut off", `{"name":"a"`, false},
		{"cut off in a string", `{"name":"a\"`, false},
		{"no object", `[]`, false},
		{"nothing", ``, false},
		{"a zero byte", "{}\x00", false},
	} {
		got, ok := read([]byte(tt.in))
		if ok != tt.ok {
			t.Errorf("%s: read: %v", tt.reason, ok)
		}
		compare(t, tt.in, got, ok)
	}
}

// compare fails if encoding/json reads something else in a text that was not refused.
func compare(t *testing.T, in string, got thing, ok bool) {
	t.Helper()
	if !ok {
		return
	}
	var want thing
	if err := json.Unmarshal([]byte(in), &want); err != nil {
		t.Errorf("%s: encoding/json says %v", in, err)
	} else if !reflect.DeepEqual(want, got) {
		t.Errorf("%s is %#v, encoding/json says %#v", in, got, want)
	}
}

func TestTimeIsLinear(t *testing.T) {
	for _, piece := range []string{`"a",`, `"\\\"",`, `"` + strings.Repeat(`\\`, 50) + `",`, `"`, `\`, `[`, `[[],`, `{`, `{"":`, ` `, `1`, `,`} {
		for _, start := range []string{`{"list":[`, `{"raw":[`, `{"name":"`} {
			costtest.Linear(t, strconv.Quote(start+piece), 1<<13, func(n int) func() {
				in := []byte(start + strings.Repeat(piece, n/len(piece)))
				return func() { read(in) }
			})
		}
	}
}

// FuzzReader: what is not refused is what encoding/json reads.
func FuzzReader(f *testing.F) {
	for _, seed := range []string{
		`{"name":"a","list":["b","c"],"inner":[{"name":"d"},{}],"raw":{"x":[1,"]}",{}]},"raws":[1,null,"e"]}`,
		`{"name":"a\"\\\u00e9\ud83d","list":["\n",""],"raws":[[],{},[{"a":{}}], -1.5e3 ,true]} `,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		got, ok := read([]byte(in))
		compare(t, in, got, ok)
	})
}
