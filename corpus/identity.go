package corpus

import "strings"

// identify sets what the article says of itself.
func (b *builder) identify(fm frontMatter) {
	a := b.a
	a.title, a.description, a.revised = fm.Title, fm.Description, fm.Revision
	if fm.ID != "" {
		a.id = slugify(fm.ID)
		if a.id != fm.ID {
			b.diagnose(DiagInvalidID, "", wholeFile, "the id %q can't stand in citations; it is read as %q", fm.ID, a.id)
		}
		return
	}
	a.id = slugify(stem(a.name))
}

// stem returns the last element of a slash-separated path without extension.
func stem(name string) string {
	name = name[strings.LastIndexByte(name, '/')+1:]
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	return name
}
