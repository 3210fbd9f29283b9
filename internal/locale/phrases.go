package locale

import (
	"fmt"
	"html"
	"html/template"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Phrases are the interface's words in one edition. Safe for many goroutines
// at once.
//
// The values of places are given as pairs of name and value. A whole number is
// written with the edition's digits and separators; any other value is written
// as it is and isolated where its direction would disturb the sentence.
type Phrases struct {
	locale   *Locale
	messages messages
}

// For returns the words of a locale, with those of the languages above it
// ("ar" for "ar-EG") and then English where it has none of its own.
func (w *Words) For(l *Locale) *Phrases {
	p := &Phrases{locale: l, messages: messages{}}
	for key, english := range w.languages[fallback] {
		p.messages[key] = english
		if own := w.spoken(l.tag, key); own != nil {
			p.messages[key] = own
		}
	}
	return p
}

// Locale returns the locale that the phrases were made for.
func (p *Phrases) Locale() *Locale { return p.locale }

// Has says whether there is a message of that key.
func (p *Phrases) Has(key string) bool { return p.messages[key] != nil }

// Text returns a message as plain text: for titles, mail, feeds. A key that no
// language has is returned itself, so that the fault is seen.
func (p *Phrases) Text(key string, args ...any) string {
	return p.say(key, plural.Other, arguments{p: p, pairs: args})
}

// Count returns the form of a message that goes with n things; {n} stands for
// the number.
func (p *Phrases) Count(key string, n int, args ...any) string {
	return p.say(key, p.form(key, n), arguments{p: p, n: n, counted: true, pairs: args})
}

// HTML returns a message as HTML: message and values are escaped, values that
// would disturb the order of the sentence stand in <bdi>. A value that is
// template.HTML already is taken as it is, so that a link can stand in a place.
// It is for the text of elements; an attribute wants Text, as it has no <bdi>.
func (p *Phrases) HTML(key string, args ...any) template.HTML {
	return template.HTML(p.say(key, plural.Other, arguments{p: p, markup: true, pairs: args}))
}

// CountHTML is Count as HTML.
func (p *Phrases) CountHTML(key string, n int, args ...any) template.HTML {
	return template.HTML(p.say(key, p.form(key, n), arguments{p: p, n: n, counted: true, markup: true, pairs: args}))
}

// form returns the plural category of n under the rules of the language that
// the message is in, which is English where English stands in.
func (p *Phrases) form(key string, n int) plural.Form {
	m := p.messages[key]
	if m == nil || !m.counted || m.tag == language.Und {
		return plural.Other
	}
	if form := formOf(m.tag, int64(n)); m.forms[form] != nil {
		return form
	}
	return plural.Other
}

func (p *Phrases) say(key string, form plural.Form, a arguments) string {
	m := p.messages[key]
	if m == nil {
		return a.words(key)
	}
	var b strings.Builder
	for _, part := range m.forms[form] {
		if part.name == "" {
			b.WriteString(a.words(part.words))
			continue
		}
		a.write(&b, part.name)
	}
	return b.String()
}

// arguments are the values for one message.
type arguments struct {
	p       *Phrases
	n       int
	counted bool
	markup  bool
	pairs   []any
}

// words returns the message's own text, escaped where it becomes HTML.
func (a *arguments) words(s string) string {
	if a.markup {
		return html.EscapeString(s)
	}
	return s
}

// write writes the value of a place. A value that was not given leaves the
// place standing, so that the fault is seen.
func (a *arguments) write(b *strings.Builder, name string) {
	if a.counted && name == countPlaceName {
		b.WriteString(a.p.locale.Number(int64(a.n)))
		return
	}
	for i := 0; i+1 < len(a.pairs); i += 2 {
		if a.pairs[i] == name {
			a.writeValue(b, a.pairs[i+1])
			return
		}
	}
	b.WriteString("{" + name + "}")
}

func (a *arguments) writeValue(b *strings.Builder, value any) {
	switch v := value.(type) {
	case int:
		b.WriteString(a.p.locale.Number(int64(v)))
	case int64:
		b.WriteString(a.p.locale.Number(v))
	case string:
		a.writeText(b, v)
	case template.HTML:
		if a.markup {
			b.WriteString("<bdi>" + string(v) + "</bdi>")
			return
		}
		a.writeText(b, string(v))
	default:
		a.writeText(b, fmt.Sprint(v))
	}
}

func (a *arguments) writeText(b *strings.Builder, s string) {
	if !a.markup {
		b.WriteString(a.p.locale.Isolate(s))
		return
	}
	if disturbs(s, a.p.locale.rightToLeft()) {
		b.WriteString("<bdi>" + html.EscapeString(s) + "</bdi>")
		return
	}
	b.WriteString(html.EscapeString(s))
}
