package cite_test

import (
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
)

// TestSpanUnits converts spans to code points and UTF-16 units and back.
func TestSpanUnits(t *testing.T) {
	tests := []struct {
		reason       string
		text, quote  string
		runes, utf16 [2]int
	}{
		{"ASCII counts alike in all units", "one two three", "two", [2]int{4, 7}, [2]int{4, 7}},
		{"the start of the text", "one two", "one", [2]int{0, 3}, [2]int{0, 3}},
		{"the end of the text", "one two", "two", [2]int{4, 7}, [2]int{4, 7}},
		{"two-byte letters are one unit each", "süß oder sauer", "oder", [2]int{4, 8}, [2]int{4, 8}},
		{"outside the BMP a code point has two UTF-16 units", "a 😀 b", "b", [2]int{4, 5}, [2]int{5, 6}},
		{"the span may be such a code point", "a 😀 b", "😀", [2]int{2, 3}, [2]int{2, 4}},
		{"a joined emoji is several code points", "👩‍🚀!", "!", [2]int{3, 4}, [2]int{5, 6}},
		{"combining marks count", "e\u0301t", "t", [2]int{2, 3}, [2]int{2, 3}},
		{"right-to-left text counts in memory order", "שלום עולם", "עולם", [2]int{5, 9}, [2]int{5, 9}},
		{"a stray byte counts as one unit", "\xffab", "b", [2]int{2, 3}, [2]int{2, 3}},
	}
	for _, tt := range tests {
		at := strings.Index(tt.text, tt.quote)
		span := cite.Span{Start: at, End: at + len(tt.quote)}
		if start, end, err := span.Runes(tt.text); err != nil || [2]int{start, end} != tt.runes {
			t.Errorf("%s: Runes = %d, %d, %v; want %v", tt.reason, start, end, err, tt.runes)
		}
		if start, end, err := span.UTF16(tt.text); err != nil || [2]int{start, end} != tt.utf16 {
			t.Errorf("%s: UTF16 = %d, %d, %v; want %v", tt.reason, start, end, err, tt.utf16)
		}
		if got, err := cite.FromRunes(tt.text, tt.runes[0], tt.runes[1]); err != nil || got != span {
			t.Errorf("%s: FromRunes = %v, %v; want %v", tt.reason, got, err, span)
		}
		if got, err := cite.FromUTF16(tt.text, tt.utf16[0], tt.utf16[1]); err != nil || got != span {
			t.Errorf("%s: FromUTF16 = %v, %v; want %v", tt.reason, got, err, span)
		}
	}
}

// TestSpanRefusals asks for what is no span of the text.
func TestSpanRefusals(t *testing.T) {
	const text = "é 😀" // 7 bytes, 3 code points, 4 UTF-16 units
	for _, tt := range []struct {
		reason string
		span   cite.Span
	}{
		{"before the text", cite.Span{Start: -1, End: 1}},
		{"behind the text", cite.Span{Start: 3, End: 8}},
		{"the end before the start", cite.Span{Start: 3, End: 2}},
		{"the start within a code point", cite.Span{Start: 1, End: 2}},
		{"the end within a code point", cite.Span{Start: 3, End: 5}},
	} {
		if tt.span.Valid(text) {
			t.Errorf("%s: %v is valid", tt.reason, tt.span)
		}
		if _, _, err := tt.span.Runes(text); err == nil {
			t.Errorf("%s: Runes of %v has no error", tt.reason, tt.span)
		}
		if _, _, err := tt.span.UTF16(text); err == nil {
			t.Errorf("%s: UTF16 of %v has no error", tt.reason, tt.span)
		}
	}
	for _, tt := range []struct {
		reason     string
		start, end int
		from       func(string, int, int) (cite.Span, error)
	}{
		{"code points before the text", -1, 1, cite.FromRunes},
		{"code points behind the text", 0, 4, cite.FromRunes},
		{"code points in the wrong order", 2, 1, cite.FromRunes},
		{"UTF-16 units that split a pair at the end", 0, 3, cite.FromUTF16},
		{"UTF-16 units that split a pair at the start", 3, 4, cite.FromUTF16},
		{"UTF-16 units behind the text", 0, 5, cite.FromUTF16},
		{"UTF-16 units that all lie behind the text", 9, 9, cite.FromUTF16},
	} {
		if got, err := tt.from(text, tt.start, tt.end); err == nil {
			t.Errorf("%s: %d:%d is %v, want an error", tt.reason, tt.start, tt.end, got)
		}
	}
}

func TestSpanRelations(t *testing.T) {
	s := cite.Span{Start: 3, End: 6}
	for _, tt := range []struct {
		reason             string
		t                  cite.Span
		overlaps, contains bool
	}{
		{"itself", s, true, true},
		{"within", cite.Span{Start: 4, End: 5}, true, true},
		{"across the start", cite.Span{Start: 2, End: 4}, true, false},
		{"across the end", cite.Span{Start: 5, End: 9}, true, false},
		{"around", cite.Span{Start: 0, End: 9}, true, false},
		{"touching the start", cite.Span{Start: 0, End: 3}, false, false},
		{"touching the end", cite.Span{Start: 6, End: 9}, false, false},
		{"empty and within: no byte in common", cite.Span{Start: 4, End: 4}, false, true},
	} {
		if got := s.Overlaps(tt.t); got != tt.overlaps {
			t.Errorf("%s: %v.Overlaps(%v) = %t", tt.reason, s, tt.t, got)
		}
		if got := tt.t.Overlaps(s); got != tt.overlaps {
			t.Errorf("%s: %v.Overlaps(%v) = %t", tt.reason, tt.t, s, got)
		}
		if got := s.Contains(tt.t); got != tt.contains {
			t.Errorf("%s: %v.Contains(%v) = %t", tt.reason, s, tt.t, got)
		}
	}
	if got, want := s.Shift(-3), (cite.Span{Start: 0, End: 3}); got != want {
		t.Errorf("Shift = %v, want %v", got, want)
	}
	if got := s.Of("abcdefgh"); got != "def" || s.Len() != 3 || s.IsEmpty() {
		t.Errorf("Of = %q, Len = %d, IsEmpty = %t; want def, 3, false", got, s.Len(), s.IsEmpty())
	}
}
