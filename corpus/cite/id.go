package cite

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

// A PassageID names a passage in a form that people can read:
//
//	ARTICLE#SECTION-SLUG.N     the Nth block of a section
//	ARTICLE#SECTION-SLUG.N.M   the Mth part of a block that was split
//
// Blocks and parts count from 1. The zero value, "", names no passage.
type PassageID string

// ParsePassageID reads a passage ID and checks its form; it does not know
// whether there is such a passage.
func ParsePassageID(s string) (PassageID, error) {
	id := PassageID(s)
	article, slug, block, _, ok := id.split()
	if !ok || article == "" || slug == "" || block == 0 {
		return "", fmt.Errorf("cite: %q is not a passage ID (ARTICLE#SECTION.N or ARTICLE#SECTION.N.M)", s)
	}
	return id, nil
}

// NewPassageID puts a passage ID together; part is 0 where the block was not
// split.
func NewPassageID(article, slug string, block, part int) PassageID {
	s := article + "#" + slug + "." + strconv.Itoa(block)
	if part > 0 {
		s += "." + strconv.Itoa(part)
	}
	return PassageID(s)
}

// Article returns the ID of the article, "" if id is malformed.
func (id PassageID) Article() string { a, _, _, _, _ := id.split(); return a }

// Section returns the slug of the section, "" if id is malformed.
func (id PassageID) Section() string { _, s, _, _, _ := id.split(); return s }

// Place returns what stands behind the article's ID, SECTION-SLUG.N or SECTION-SLUG.N.M:
// what follows the first "#", whether id is malformed or not.
func (id PassageID) Place() string { _, place, _ := strings.Cut(string(id), "#"); return place }

// Block returns the number of the block in its section, 0 if id is malformed.
func (id PassageID) Block() int { _, _, n, _, _ := id.split(); return n }

// Part returns the number of the part, 0 if the block was not split.
func (id PassageID) Part() int { _, _, _, n, _ := id.split(); return n }

// split takes id apart in one pass, without allocation: an ID is asked for its parts
// often, and a hostile one is long.
func (id PassageID) split() (article, slug string, block, part int, ok bool) {
	article, rest, ok := strings.Cut(string(id), "#")
	if !ok || strings.Contains(rest, "#") {
		return "", "", 0, 0, false
	}
	slug, numbers, _ := strings.Cut(rest, ".")
	first, second, split := strings.Cut(numbers, ".")
	if block, ok = ordinal(first); !ok {
		return "", "", 0, 0, false
	}
	if split {
		if part, ok = ordinal(second); !ok {
			return "", "", 0, 0, false
		}
	}
	return article, slug, block, part, true
}

// ordinal reads a decimal number of at least 1 without sign or leading zero.
func ordinal(s string) (int, bool) {
	if s == "" || len(s) > len("9223372036854775807") || s[0] == '0' {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false // an error of Atoi would copy it
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// A Digest is the SHA-256 of some bytes, written "sha256:" and 64 hexadecimal
// digits. The zero value, "", means that none is known.
type Digest string

// DigestOf returns the digest of text.
func DigestOf[T ~string | ~[]byte](text T) Digest {
	sum := sha256.Sum256([]byte(text))
	buf := make([]byte, len("sha256:")+2*len(sum))
	copy(buf, "sha256:")
	hex.Encode(buf[len("sha256:"):], sum[:])
	return Digest(buf)
}

// Short returns the first 12 hexadecimal digits, for people to compare.
func (d Digest) Short() string {
	s := strings.TrimPrefix(string(d), "sha256:")
	return s[:min(12, len(s))]
}
