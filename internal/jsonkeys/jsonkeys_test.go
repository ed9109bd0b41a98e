package jsonkeys_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/internal/costtest"
	"github.com/footnote-go/footnote/internal/jsonkeys"
)

type inner struct {
	Small string `json:"small"`
	Mine  int    `json:"mine"`
}

type embedded struct {
	Deep  int    `json:"deep"`
	Inner string `json:"inner"` // outer goes before it
}

type outer struct {
	embedded
	Name   string          `json:"name,omitempty"`
	Inner  []inner         `json:"inner"`
	One    *inner          `json:"one"`
	Raw    json.RawMessage `json:"raw"`
	Hidden string          `json:"-"`
}

func TestOdd(t *testing.T) {
	shape := jsonkeys.Of[outer]().With("more")
	for _, tt := range []struct {
		reason, in string
		want       []string // "=" behind a key that stands twice
	}{
		{"all keys there are", `{"name":"a","deep":1,"inner":[{"small":"b","mine":2}],"one":{"mine":1},"raw":{"x":{"x":1,"x":1}},"more":{"y":1}}`, nil},
		{"an unknown key", `{"nam":"a"}`, []string{"nam"}},
		{"another case", `{"Name":"a"}`, []string{"Name"}},
		{"the key of a field that JSON doesn't have", `{"Hidden":"a","-":1}`, []string{"Hidden", "-"}},
		{"in a list", `{"inner":[{"small":"b"},{"smal":1},3,[{"smal":1}],{"small":"b","Mine":1}]}`, []string{"inner[1].smal", "inner[4].Mine"}},
		{"behind a pointer", `{"one":{"two":1}}`, []string{"one.two"}},
		{"twice", `{"name":"a","one":{"mine":1,"mine":1,"mine":1},"name":"b"}`, []string{"one.mine=", "one.mine=", "name="}},
		{"the same key of two objects", `{"inner":[{"mine":1},{"mine":1}]}`, nil},
		{"an escape in a key is the same key", `{"n\u0061me":"a","name":"b"}`, []string{"name="}},
		{"an escape in an unknown one", `{"\u006dood\n":"\"}"}`, []string{`"mood\n"`}},
		{"no key", `{"":1}`, []string{`""`}},
		{"a long key is cut", `{"` + strings.Repeat("é", 300) + `":1}`, []string{strings.Repeat("é", 20) + "…"}},
		{"white space everywhere", " {\n\"nam\" :\t[ 1 , { } ] ,\r\"name\" : -1.5e3 } ", []string{"nam"}},
		{"another form than the shape's", `{"one":[{"two":1}],"inner":{"smal":1},"name":{"x":1}}`, []string{"one[0].two", "inner.smal"}},
		{"a list of them", `[{"nam":1},{"inner":[{"smal":1}]}]`, []string{"nam", "inner[0].smal"}},
		{"no object", `"name"`, nil},
		{"a number alone", `7`, nil},
		{"not JSON", `{"nam":1`, nil},
		{"nothing", ``, nil},
		{"deep in what isn't looked at", `{"raw":` + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + `,"nam":1}`, []string{"nam"}},
		{"no more than asked for", `{"a":1,"b":1,"c":1,"d":1,"e":1,"inner":[{"f":1}]}`, []string{"a", "b", "c", "d"}},
	} {
		var got []string
		for _, k := range shape.Odd([]byte(tt.in), 4) {
			if k.Twice {
				k.Path += "="
			}
			got = append(got, k.Path)
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, d)
		}
	}
	if got := (*jsonkeys.Shape)(nil).Odd([]byte(`{"a":1}`), 4); got != nil {
		t.Errorf("the shape of anything finds %v", got)
	}
}

// TestOddInBrokenText: in a text that is cut off, or in which a byte is another, there
// are no odd keys unless it is still JSON, and the scanner comes to an end.
func TestOddInBrokenText(t *testing.T) {
	shape := jsonkeys.Of[outer]()
	const whole = `{"nam":"a\"","inner":[{"smal":"b","mine":2},3],"one":{"m\u0069ne":1},"raw":{"x":[1,"]"]},"":-1e3}`
	for i := range len(whole) + 1 {
		broken := []string{whole[:i], whole[i:]}
		if i < len(whole) {
			for _, b := range []string{"\x00", `"`, `\`, "{", "}", "[", "]", "a"} {
				broken = append(broken, whole[:i]+b+whole[i+1:])
			}
		}
		for _, in := range broken {
			if got := shape.Odd([]byte(in), 16); got != nil && !json.Valid([]byte(in)) {
				t.Errorf("%s: %v", in, got)
			}
		}
	}
}

// TestTypesThatReadThemselves: the keys of a type with an UnmarshalJSON are its own.
func TestTypesThatReadThemselves(t *testing.T) {
	if jsonkeys.Of[json.RawMessage]() != nil || jsonkeys.Of[string]() != nil || jsonkeys.Of[[]outer]() == nil {
		t.Error("a list of structs has a shape, raw JSON and strings have none")
	}
}

func TestOddIsLinear(t *testing.T) {
	shape := jsonkeys.Of[outer]()
	for name, piece := range map[string]string{
		"known": `"name":1,`, "unknown": `"nam\u0061":1,`, "lists": `"inner":[{"smal":1},{}],`, "brackets": `"raw":[[[[[[1]]]]]],`,
	} {
		costtest.Linear(t, name, 1<<12, func(n int) func() {
			in := []byte("{" + strings.Repeat(piece, n/len(piece)+1) + `"deep":1}`)
			return func() { shape.Odd(in, 16) }
		})
	}
}

// FuzzOdd: whatever is read, nothing panics, and what encoding/json refuses as an
// unknown field is found.
func FuzzOdd(f *testing.F) {
	f.Add(`{"name":"a","inner":[{"small":"b","mine":2}],"one":{"mine":1},"raw":{"x":[1,"]"]},"deep":1}`)
	f.Add(`[1,"a\\",{"nam":[]},null,true]`)
	shape := jsonkeys.Of[outer]()
	f.Fuzz(func(t *testing.T, in string) {
		odd := shape.Odd([]byte(in), 3)
		if len(odd) > 3 {
			t.Errorf("%d keys", len(odd))
		}
		for _, k := range odd {
			if len(k.Path) > 300 {
				t.Errorf("the path %q", k.Path)
			}
		}
		d := json.NewDecoder(strings.NewReader(in))
		d.DisallowUnknownFields()
		var v outer
		if err := d.Decode(&v); err != nil && strings.HasPrefix(err.Error(), "json: unknown field") && json.Valid([]byte(in)) && len(odd) == 0 {
			t.Error(fmt.Sprint(err))
		}
	})
}
