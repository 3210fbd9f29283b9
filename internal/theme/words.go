package theme

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"slices"
	"strings"

	"dateline/internal/locale"
	"dateline/internal/page"
)

// wordsFolder holds a file of words for each language.
const wordsFolder = "words"

// loadWords reads the words of all layers; an upper layer replaces single
// messages.
func loadWords(l layers) (*locale.Words, error) {
	var folders []fs.FS
	for _, layer := range slices.Backward(l) {
		_, err := fs.Stat(layer.FS, wordsFolder)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		sub, err := fs.Sub(layer.FS, wordsFolder)
		if err != nil {
			return nil, fmt.Errorf("%s/%s: %w", layer.Name, wordsFolder, err)
		}
		folders = append(folders, sub)
	}
	words, err := locale.LoadWords(folders...)
	if err != nil {
		return nil, fmt.Errorf("%s/%w", wordsFolder, err)
	}
	return words, nil
}

// voiceKey tells voices apart: editions of one language and one row of digits
// speak alike.
type voiceKey struct{ lang, digits string }

// voice is the theme's words in an edition's language and digits.
type voice struct {
	key     voiceKey
	phrases *locale.Phrases
}

// voice returns the words for an edition.
func (t *Theme) voice(e page.Edition) (*voice, error) {
	l, err := locale.New(e.Lang, locale.Options{Digits: locale.DigitRow(e.Digits)})
	if err != nil {
		return nil, fmt.Errorf("theme: edition %q: %w", e.Name, err)
	}
	return &voice{voiceKey{e.Lang, e.Digits}, t.words.For(l)}, nil
}

// text is the template function t: words of the interface as plain text.
func (v *voice) text(key string, places ...any) (string, error) {
	if err := v.check(key, places); err != nil {
		return "", err
	}
	return v.phrases.Text(key, places...), nil
}

// count is the template function n: the form of a message for n things.
func (v *voice) count(key string, n int, places ...any) (string, error) {
	if err := v.check(key, places); err != nil {
		return "", err
	}
	return v.phrases.Count(key, n, places...), nil
}

// check refuses what Phrases would only show: a key that no words file has.
func (v *voice) check(key string, places []any) error {
	if !v.phrases.Has(key) {
		return fmt.Errorf("words/en.json has no message %q", key)
	}
	if len(places)%2 != 0 {
		return fmt.Errorf("message %q: a place is given without its value", key)
	}
	return nil
}

// maxPlaces bounds the places that fill can fill: each has one control
// character to stand for it.
const maxPlaces = 8

// fill is the template function fill: a message with markup in its places. A
// value that is not template.HTML is escaped. Unlike Phrases.HTML it puts no
// <bdi> around markup, since a list of names follows the page's direction
// while each name in it is isolated.
func (v *voice) fill(key string, places ...any) (template.HTML, error) {
	if len(places) > 2*maxPlaces {
		return "", fmt.Errorf("message %q: more than %d places", key, maxPlaces)
	}
	marked := slices.Clone(places)
	var markup [1 + maxPlaces]*template.HTML
	for i := 1; i < len(places); i += 2 {
		html, ok := places[i].(template.HTML)
		if !ok {
			continue
		}
		mark := 1 + i/2
		marked[i], markup[mark] = string(rune(mark)), &html
	}
	if err := v.check(key, places); err != nil {
		return "", err
	}
	sentence := string(v.phrases.HTML(key, marked...))
	return unmark(sentence, &markup), nil
}

// unmark puts each piece of markup where its mark stands.
func unmark(sentence string, markup *[1 + maxPlaces]*template.HTML) template.HTML {
	var b strings.Builder
	for i := range len(sentence) {
		if c := sentence[i]; int(c) < len(markup) && markup[c] != nil {
			b.WriteString(string(*markup[c]))
		} else {
			b.WriteByte(c)
		}
	}
	return template.HTML(b.String())
}

// list joins pieces of markup as the language joins a list. The names say
// what the pieces read as, since some languages join by sound.
func (v *voice) list(names []string, items []template.HTML) template.HTML {
	var b strings.Builder
	for i, joint := range v.phrases.Locale().Joints(names...) {
		b.WriteString(template.HTMLEscapeString(joint))
		b.WriteString(string(items[i]))
	}
	return template.HTML(b.String())
}
