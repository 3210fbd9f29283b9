package locale

import (
	"fmt"
	"strings"
)

// part is a piece of a sentence: words as they stand, or the name of a value.
type part struct {
	words string
	name  string // set for a placeholder
}

// sentence is a text with {name} places, taken apart once at load so that
// filling it is plain appending.
type sentence []part

// parseSentence takes a sentence apart. A place is a name of letters, digits
// and underscores in braces; "{{" and "}}" stand for one brace each.
func parseSentence(s string) (sentence, error) {
	var (
		t     sentence
		words strings.Builder
	)
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] != '{' && s[i] != '}':
			words.WriteByte(s[i])
		case i+1 < len(s) && s[i+1] == s[i]:
			words.WriteByte(s[i])
			i++
		case s[i] == '}':
			return nil, fmt.Errorf("a closing brace has no opening one")
		default:
			name, _, closed := strings.Cut(s[i+1:], "}")
			if !closed || !placeName(name) {
				return nil, fmt.Errorf("%q is not a place such as {name}", s[i:])
			}
			t = append(t.withWords(words.String()), part{name: name})
			words.Reset()
			i += len(name) + 1
		}
	}
	return t.withWords(words.String()), nil
}

func (t sentence) withWords(words string) sentence {
	if words == "" {
		return t
	}
	return append(t, part{words: words})
}

// placeName says whether a name may stand between braces.
func placeName(s string) bool {
	for _, r := range s {
		if !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_') {
			return false
		}
	}
	return s != "" && len(s) <= MaxPlaceName
}

// mustSentence parses a pattern of this package's own tables.
func mustSentence(s string) sentence {
	t, err := parseSentence(s)
	if err != nil {
		panic("locale: broken pattern in a language table: " + err.Error())
	}
	return t
}

// fill writes the sentence; place writes the value of each place.
func (t sentence) fill(place func(b *strings.Builder, name string)) string {
	var b strings.Builder
	for _, p := range t {
		if p.name != "" {
			place(&b, p.name)
			continue
		}
		b.WriteString(p.words)
	}
	return b.String()
}

// names returns the names of the places.
func (t sentence) names() []string {
	var names []string
	for _, p := range t {
		if p.name != "" {
			names = append(names, p.name)
		}
	}
	return names
}
