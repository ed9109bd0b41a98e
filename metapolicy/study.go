package metapolicy

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A Study is an inquiry with findings. The zero Study is none.
type Study string

// The studies of the article.
const (
	LinuxFoundationStudy Study = "linux-foundation-study" // of 2025
	BiosecurityStudies   Study = "biosecurity-studies"    // several, not named
)

var studies = [...]Study{LinuxFoundationStudy, BiosecurityStudies}

// Studies returns the studies of the article.
func Studies() iter.Seq[Study] { return slices.Values(studies[:]) }

// A Finding is what a study found, or claimed.
type Finding struct {
	Text string `json:"text"`
	// Value is the number found, zero if it is none. Fact.Share and
	// Fact.Quantity give it with its type.
	Value fact.Value `json:"value,omitzero"`
}

// Name returns what the article calls the study.
func (s Study) Name() string { return Entity(s).Name() }

// String returns the study's name.
func (s Study) String() string { return Entity(s).String() }

// Year returns when the study appeared.
func (s Study) Year() fact.Stated[fact.Date] { return one(string(s), "year", entry.date) }

// ConductedBy returns who made the study. The article puts that of the Linux
// Foundation in two ways: Conflict of the result says so, and [Study.Authors] has
// the other.
func (s Study) ConductedBy() fact.Stated[Organization] {
	return one(string(s), "conducted by", organization)
}

// Authors returns whom the article calls an author of the study.
func (s Study) Authors() iter.Seq[fact.Stated[Organization]] {
	return about(string(s), "work", organization, "author")
}

// CommissionedBy returns who had the study made.
func (s Study) CommissionedBy() fact.Stated[Organization] {
	return one(string(s), "commissioned by", organization)
}

func organization(e entry) Organization { return e.data.Organization }

// Findings returns what the study found.
func (s Study) Findings() iter.Seq[fact.Stated[Finding]] {
	return about(string(s), "finding", func(e entry) Finding {
		f := Finding{Text: e.text()}
		for _, v := range e.Values() {
			if v.Kind() != fact.KindDate {
				f.Value = v
				break
			}
		}
		return f
	}, "finding")
}

// Cautions returns what is held against the study.
func (s Study) Cautions() iter.Seq[fact.Stated[string]] {
	return about(string(s), "finding", entry.text, "caution")
}

// Facts returns all facts about the study.
func (s Study) Facts() iter.Seq[fact.Fact] { return Entity(s).Facts() }
