package metapolicy_test

import (
	"fmt"

	"github.com/footnote-go/footnote/metapolicy"
)

// Whom the article calls a rival of Meta.
func ExampleOrganization() {
	for o := range metapolicy.Organizations() {
		for part := range o.Roles() {
			if part.Value.Role == metapolicy.RoleRival && part.Value.To == metapolicy.Entity(metapolicy.Meta) {
				fmt.Println(o)
				break
			}
		}
	}
	// Output:
	// OpenAI
	// Anthropic
	// Google
	// DeepSeek
	// Apple
	// ByteDance
}

// What somebody is now, and was before.
func ExamplePerson() {
	for role := range metapolicy.AlexandrWang.Roles() {
		when := "now"
		if role.Value.Former {
			when = "before"
		}
		fmt.Printf("%s: %s, %v\n", when, role.Value.Title, role.Value.Organization)
	}
	// Output:
	// now: head of the next-generation AI initiative, Meta
	// before: CEO, Scale AI
	// now: AI Lab Lead, Meta
}

// What somebody wrote, and when it appeared.
func ExampleWork() {
	for w := range metapolicy.MarkZuckerberg.Works() {
		fmt.Printf("%v (%s), %s\n", w, w.Form().Value, w.Published().Value.Text())
	}
	// Output:
	// Open Source AI is the Path Forward (essay), July 2024
	// blog post on personal superintelligence (blog-post), July 2025
}
