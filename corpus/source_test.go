package corpus

import (
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
)

func TestClassifySource(t *testing.T) {
	const none, internal, external = cite.SourceNone, cite.SourceInternal, cite.SourceExternal
	tests := []struct {
		reason     string
		text       string
		links      []string
		emphasised bool
		want       cite.Source
	}{
		{"no text", "", nil, false, none},
		{"only white space", " \n\t", nil, false, none},
		{"a link without text", "", []string{"https://example.org/a"}, false, external},
		{"an absolute link", "the minutes", []string{"https://example.org/minutes"}, false, external},
		{"another scheme", "the tape", []string{"ftp://example.org/tape"}, false, external},
		{"a link without a scheme, but with a host", "the tape", []string{"//example.org/tape"}, false, external},
		{"a DOI as a link", "the paper", []string{"doi:10.1000/182"}, false, external},
		{"a mail address can be written to", "a letter", []string{"mailto:a@example.org"}, false, external},
		{"a relative link stays in the wiki", "see there", []string{"../notes/a.md"}, false, internal},
		{"a link to a heading", "see there", []string{"#history"}, false, internal},
		{"a path from the root", "see there", []string{"/wiki/a"}, false, internal},
		{"one absolute link among others", "see there", []string{"#a", "http://example.org"}, false, external},
		{"an address in the text", "at https://example.org/x since May", nil, false, external},
		{"a scheme alone is no address", "over https:// only", nil, false, internal},
		{"a DOI with its name", "doi: 10.1038/nature12373", nil, false, external},
		{"a DOI without its name", "10.1038/nature12373", nil, false, external},
		{"no DOI, but a version and a fraction", "version 10.4/5", nil, false, internal},
		{"an arXiv number", "arXiv:2307.09288", nil, false, external},
		{"an old arXiv number", "arXiv:hep-th/9901001", nil, false, external},
		{"the word alone is no number", "a search on arXiv", nil, false, internal},
		{"an ISBN", "ISBN 978-3-16-148410-0", nil, false, external},
		{"an ISBN of ten digits that ends in X", "ISBN-10: 0-8044-2957-X", nil, false, external},
		{"the word alone is no number", "it has an ISBN", nil, false, internal},
		{"a quoted title", `The essay "On the Care of Hives"`, nil, false, external},
		{"typographic quotation marks", "“On the Care of Hives”", nil, false, external},
		{"German quotation marks", "„Von der Pflege der Bienen“", nil, false, external},
		{"French quotation marks", "« Du soin des ruches »", nil, false, external},
		{"nor are two, with words between", `the "waggle" and then the "round" of bees`, nil, false, internal},
		{"one quoted word is no title", `the "waggle" of bees`, nil, false, internal},
		{"a quotation that doesn't end", `the "waggle of bees`, nil, false, internal},
		{"italics of two words are a title", "On the Care of Hives, second part", nil, true, external},
		{"authors with a year in brackets", "Smith et al. (2023)", nil, false, external},
		{"authors with a comma", "Smith and Jones, 2019", nil, false, external},
		{"a year with a letter", "Smith 2023a", nil, false, external},
		{"a possessive", "Smith's 2023 survey", nil, false, external},
		{"an organisation with a year", "Linux Foundation 2025 study", nil, false, external},
		{"a month between name and year", "Keeper's Almanac, July 2025", nil, false, external},
		{"a day and a month between", "Keeper's Almanac, 3 July 2025", nil, false, external},
		{"a surname in another script's capitals", "Иванов (2021)", nil, false, external},
		{"an initial is part of a name", "Smith, J. (2020). Open models and their costs.", nil, false, external},
		{"a preposition is none", "In 2024 the board met; see research notes.", nil, false, internal},
		{"nor a quarter", "Q3 2023, as reported", nil, false, internal},
		{"nor a weekday", "Minutes of Monday 2020", nil, false, internal},
		{"a month with a year is no name", "July 2025", nil, false, internal},
		{"neither is an abbreviated month", "notes of Sept. 2024", nil, false, internal},
		{"nor a season", "Spring 2024", nil, false, internal},
		{"a year that dates a common noun", "statistics for 2024", nil, false, internal},
		{"a year alone", "2024", nil, false, internal},
		{"a number that is no year", "Model 1200 of the series", nil, false, internal},
		{"a year in a longer number", "Batch 120245", nil, false, internal},
		{"a name without a year", "Smith and others", nil, false, internal},
		{"a year long before printing", "Domesday 1086", nil, false, internal},
		{"a year far ahead", "Plan 2150", nil, false, internal},
		{"a model number", "release of Llama 3.1 405B", nil, false, internal},
		{"a bill's number", "SB 1047", nil, false, internal},
		{"a capital alone is no name", "B 2024", nil, false, internal},
		{"what research notes are called", "user-provided directions", nil, false, internal},
	}
	if len(tests) < 35 {
		t.Fatalf("%d rows", len(tests))
	}
	for _, tt := range tests {
		if got := classifySource(tt.text, tt.links, tt.emphasised); got != tt.want {
			t.Errorf("%s: classifySource(%q, %q, %t) = %s, want %s", tt.reason, tt.text, tt.links, tt.emphasised, got, tt.want)
		}
	}
}
