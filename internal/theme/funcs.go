package theme

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"dateline/internal/page"
)

// Placed is a picture with what the theme knows of the place where it stands.
type Placed struct {
	Picture *page.Picture
	Sizes   string
	Eager   bool
}

// funcs are the functions that templates may call, bound to a voice. With a
// nil voice they serve for parsing only. docs/themes.md lists them for the
// makers of themes.
func (t *Theme) funcs(v *voice) template.FuncMap {
	return template.FuncMap{
		"t":         v.text,
		"n":         v.count,
		"fill":      v.fill,
		"asset":     t.assetURL,
		"preload":   t.Preload,
		"at":        t.at,
		"anchor":    anchor,
		"editions":  v.editions,
		"credit":    v.credit,
		"signature": v.signature,
		"opening":   opening,
	}
}

// assetURL is the template function asset: the address of one of the theme's
// files.
func (t *Theme) assetURL(name string) (string, error) {
	a, ok := t.assets[name]
	if !ok {
		return "", fmt.Errorf("the theme has no asset %q", name)
	}
	return a.URL, nil
}

// at is the template function at: a picture in one of theme.json's places.
func (t *Theme) at(p *page.Picture, name string) (Placed, error) {
	spot, ok := t.manifest.Places[name]
	if !ok {
		return Placed{}, fmt.Errorf("theme.json has no place %q for pictures", name)
	}
	return Placed{Picture: p, Sizes: spot.Sizes, Eager: spot.Eager}, nil
}

// opening is the template function opening: the first block of a text with
// the dateline run into it. A text that does not begin with a paragraph gets
// the dateline as a line of its own.
func opening(first template.HTML, runIn string) template.HTML {
	if runIn == "" {
		return first
	}
	mark := `<span class="runin">` + template.HTMLEscapeString(runIn) + `</span> `
	s := string(first)
	end := strings.IndexByte(s, '>')
	if end < 0 || !strings.HasPrefix(s, "<p>") && !strings.HasPrefix(s, "<p ") {
		return template.HTML(`<p>`+mark+"</p>") + first
	}
	return template.HTML(s[:end+1] + mark + s[end+1:])
}

// roles that a card shows: who wrote it. The rest stands with the story.
var signing = []page.Role{page.RoleBy, page.RoleWith}

// signature is the template function signature: a byline in one line, names
// in bold and without links, as it stands on a card.
func (v *voice) signature(b page.Byline) (template.HTML, error) {
	var people []page.Person
	for _, c := range b {
		if slices.Contains(signing, c.Role) {
			people = append(people, c.People...)
		}
	}
	if len(people) == 0 {
		return "", nil
	}
	return v.fill("byline.by", "names", v.names(people, boldName))
}

// credit is the template function credit: one line of a story's byline, with
// the names linked.
func (v *voice) credit(c page.Credit) (template.HTML, error) {
	key := "byline." + string(c.Role)
	names := v.names(c.People, linkedName)
	if c.Place == "" {
		return v.fill(key, "names", names)
	}
	return v.fill(key+"_from", "names", names, "place", template.HTML(template.HTMLEscapeString(c.Place)))
}
