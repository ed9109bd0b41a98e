package fact

import (
	"sync"

	"github.com/footnote-go/footnote/internal/jsonkeys"
)

// maxUnknownFields is how many names [UnknownFields] returns.
const maxUnknownFields = 16

// recordFields is what a record may have. sides and tensions are what the command
// adds, beside what it prints, to records of tensions and of facts that are in one.
var recordFields = sync.OnceValue(func() *jsonkeys.Shape {
	type fields struct {
		Values []valueJSON[number] `json:"values"`
		recordOut
	}
	return jsonkeys.Of[fields]().With("sides", "tensions")
})

// UnknownFields returns the names in the JSON of a record, of its values and of its
// evidence, that nothing reads: "values[0].aprox". It is for a reader that wants to
// tell of a misspelt name, since [Record.UnmarshalJSON] passes over it. Names are
// compared exactly: "Status" is unknown, though encoding/json takes it for "status".
// A name that an object has once more, so that what it says first is lost, is
// returned with " (twice)" behind it.
//
// What the command writes is known; what stands in data, sides and tensions isn't
// looked at. No more than the first 16 are returned, long ones cut. Of a line that is
// not JSON there are none.
func UnknownFields(line []byte) []string {
	var out []string
	for _, k := range recordFields().Odd(line, maxUnknownFields) {
		if k.Twice {
			k.Path += " (twice)"
		}
		out = append(out, k.Path)
	}
	return out
}
