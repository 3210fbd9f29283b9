package newsroom

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"time"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/theme"
)

//go:embed templates/*.html style/*.css words/*.json
var files embed.FS

// english is the language that every word has; its screens stand in where an
// account's language has none.
const english = "en"

// voice is the newsroom in one language: its words, and its screens bound to
// them.
type voice struct {
	phrases *locale.Phrases
	screens map[string]*template.Template
}

// dress loads everything that the screens are made of.
func (n *Newsroom) dress() error {
	folder, err := fs.Sub(files, "words")
	if err != nil {
		return fmt.Errorf("words of the newsroom: %w", err)
	}
	if n.words, err = locale.LoadWords(folder); err != nil {
		return fmt.Errorf("words of the newsroom: %w", err)
	}
	n.tongues = []string{english}
	for _, tag := range n.words.Languages() {
		if tag != english {
			n.tongues = append(n.tongues, tag)
		}
	}
	if n.choice, err = locale.NewChoice(n.tongues...); err != nil {
		return err
	}
	if n.style, err = n.sew(); err != nil {
		return fmt.Errorf("style of the newsroom: %w", err)
	}
	for _, tag := range n.tongues {
		if n.voices[tag], err = n.bind(tag); err != nil {
			return fmt.Errorf("templates of the newsroom in %q: %w", tag, err)
		}
	}
	return nil
}

// sew joins the style sheets and puts the fonts' addresses in.
func (n *Newsroom) sew() (*theme.Asset, error) {
	var all bytes.Buffer
	names, err := fs.Glob(files, "style/*.css")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		css, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		all.Write(css)
	}
	return theme.NewAsset("newsroom/style.css", n.linkFonts(all.Bytes())), nil
}

// fontFace finds one rule of style/fonts.css and the file that it names.
var fontFace = regexp.MustCompile(`@font-face\{[^}]*url\((fonts/[a-z0-9-]+\.woff2)\)[^}]*\}`)

// linkFonts writes the fonts' addresses into their rules. A rule whose font
// the theme does not have is left out: the browser's own face stands in.
func (n *Newsroom) linkFonts(css []byte) []byte {
	return fontFace.ReplaceAllFunc(css, func(rule []byte) []byte {
		name := fontFace.FindSubmatch(rule)[1]
		if n.Fonts != nil {
			if font, ok := n.Fonts(string(name)); ok {
				return bytes.Replace(rule, name, []byte(font.URL), 1)
			}
		}
		return nil
	})
}

// bind parses the screens in a language: each with the layout and the parts.
func (n *Newsroom) bind(tag string) (*voice, error) {
	l, err := locale.New(tag, locale.Options{})
	if err != nil {
		return nil, err
	}
	v := &voice{phrases: n.words.For(l), screens: map[string]*template.Template{}}
	names, err := fs.Glob(files, "templates/*.html")
	if err != nil {
		return nil, err
	}
	shared, err := template.New("").Funcs(n.funcs(v)).ParseFS(files, "templates/_*.html")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		base := path.Base(name)
		if strings.HasPrefix(base, "_") {
			continue
		}
		screen, err := shared.Clone()
		if err != nil {
			return nil, err
		}
		if v.screens[strings.TrimSuffix(base, ".html")], err = screen.ParseFS(files, name); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// funcs are what templates may call: words, numbers, the style's address.
func (n *Newsroom) funcs(v *voice) template.FuncMap {
	return template.FuncMap{
		"t":     v.phrases.Text,
		"n":     v.phrases.Count,
		"h":     v.phrases.HTML,
		"num":   func(i int) string { return v.phrases.Locale().Number(int64(i)) },
		"plus":  func(a, b int) int { return a + b },
		"style": func() string { return n.style.URL },
		"field": newField,
		"menu":  func(label string, options []option) menu { return menu{label, options} },
	}
}

// zoneKey tells locales of moments apart.
type zoneKey struct{ tag, zone string }

// maxZoned bounds the locales that are kept; a publication has few editions.
const maxZoned = 500

// moment is an instant on a screen.
type moment struct{ Text, Machine string }

// moment writes an instant in the language of a voice and an edition's zone.
func (n *Newsroom) moment(v *voice, i news.Instant, e news.Edition) moment {
	if i == 0 {
		return moment{}
	}
	l := n.clockOf(v, e.Zone)
	return moment{l.Date(i.Time(), locale.DateTime), l.Machine(i.Time())}
}

// clockOf returns the locale of a voice in a zone.
func (n *Newsroom) clockOf(v *voice, zone string) *locale.Locale {
	key := zoneKey{v.phrases.Locale().Tag(), zone}
	n.mu.Lock()
	defer n.mu.Unlock()
	if l, ok := n.zoned[key]; ok {
		return l
	}
	where, err := time.LoadLocation(zone)
	if err != nil {
		where = time.UTC
	}
	l, err := locale.New(key.tag, locale.Options{Zone: where})
	if err != nil {
		return v.phrases.Locale()
	}
	if len(n.zoned) >= maxZoned {
		clear(n.zoned)
	}
	n.zoned[key] = l
	return l
}
