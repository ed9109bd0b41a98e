package metapolicy

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A Figure is a number that the article gives, by the ID of its fact. The zero
// Figure is none.
type Figure string

// The figures of the article. Those of repositories are for 2024.
const (
	Commits          Figure = "meta/commits"
	CommunityCommits Figure = "meta/commits-by-community-contributors"
	EmployeeCommits  Figure = "meta/commits-by-employees"
	NewRepositories  Figure = "meta/new-repositories"
	ActiveProjects   Figure = "meta/active-public-projects"
	NewStars         Figure = "meta/new-github-stars"
	TotalStars       Figure = "meta/total-github-stars"
	OCPContributions Figure = "meta/technical-contributions-to-ocp"
	OCPShare         Figure = "meta/share-of-ocp-technical-contributions" // see [Figure.Share]
)

var figures = [...]Figure{
	Commits, CommunityCommits, EmployeeCommits, NewRepositories, ActiveProjects, NewStars, TotalStars,
	OCPContributions, OCPShare,
}

// Figures returns the figures of the article.
func Figures() iter.Seq[Figure] { return slices.Values(figures[:]) }

// Quantity returns the number: of what, its unit says, for when, Date, and by whose
// account, AttributedTo. A share states none: see [Figure.Share].
func (g Figure) Quantity() fact.Stated[fact.Quantity] {
	return byID(string(g), "figure", func(e entry) fact.Quantity { return e.Quantity() })
}

// Share returns the share, of a figure that is one.
func (g Figure) Share() fact.Stated[fact.Share] {
	return byID(string(g), "figure", func(e entry) fact.Share { return e.Share() })
}

// Of returns what is counted.
func (g Figure) Of() string { return open().entries[string(g)].text() }
