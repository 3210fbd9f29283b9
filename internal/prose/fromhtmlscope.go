package prose

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// scope is what the elements around say about the content inside.
type scope struct {
	marks Marks
	lang  string // of the blocks inside
	dir   Dir
	depth int  // of the blocks inside, from 1
	exact bool // white space stands for itself: inside a block of SourceHTML
}

// base makes the Base of a block that stands in the scope.
func (im *importer) base(sc scope) Base {
	return Base{ID: im.newID(), Lang: sc.lang, Dir: sc.dir}
}

// enter returns the scope inside a block element.
func (im *importer) enter(e *element, sc scope) scope {
	im.noteAttributes(e)
	lang, dir := im.language(e)
	if e.tag == "html" || e.tag == "body" {
		return sc // the whole page's own language is the story's
	}
	if lang != "" {
		sc.lang = unless(lang, im.o.Lang)
	}
	if dir != Inherit {
		sc.dir = unless(dir, im.o.Dir)
	}
	return styled(e, sc)
}

// unless returns s, or nothing where it only repeats what is so already.
func unless[T ~string](s, already T) T {
	if strings.EqualFold(string(s), string(already)) {
		return ""
	}
	return s
}

// language reads lang and dir, also as a style and as older pages wrote them.
func (im *importer) language(e *element) (lang string, dir Dir) {
	lang = e.attr("lang")
	if lang == "" {
		lang = e.attr("xml:lang")
	}
	lang = strings.ReplaceAll(strings.TrimSpace(lang), "_", "-")
	if !validLang(lang) {
		lang = ""
	}
	dir = Dir(strings.ToLower(strings.TrimSpace(e.attr("dir"))))
	if dir == Inherit {
		dir = Dir(styleOf(e)["direction"])
	}
	if dir != LTR && dir != RTL && dir != Auto {
		dir = Inherit
	}
	return lang, dir
}

// markTags are the elements that set one mark.
var markTags = map[string]func(*Marks){
	"strong": func(m *Marks) { m.Strong = true }, "b": func(m *Marks) { m.Strong = true },
	"em": func(m *Marks) { m.Emphasis = true }, "i": func(m *Marks) { m.Emphasis = true },
	"cite": func(m *Marks) { m.Emphasis = true }, "dfn": func(m *Marks) { m.Emphasis = true },
	"var": func(m *Marks) { m.Emphasis = true },
	"s":   func(m *Marks) { m.Strike = true }, "strike": func(m *Marks) { m.Strike = true },
	"del":  func(m *Marks) { m.Strike = true },
	"code": func(m *Marks) { m.Code = true }, "kbd": func(m *Marks) { m.Code = true },
	"samp": func(m *Marks) { m.Code = true }, "tt": func(m *Marks) { m.Code = true },
	"sub": func(m *Marks) { m.Script = Subscript }, "sup": func(m *Marks) { m.Script = Superscript },
	"bdi": func(m *Marks) { m.Dir = Auto },
}

// lookTags are the elements that only say how words look.
var lookTags = map[string]string{
	"u": "Underlining was dropped", "mark": "Highlighting was dropped", "font": "The look of the type was dropped",
	"big": "The size of the type was dropped", "small": "The size of the type was dropped",
	"blink": "Movement was dropped", "marquee": "Movement was dropped",
}

// span returns the scope inside an element of a line.
func (im *importer) span(e *element, sc scope) scope {
	im.noteAttributes(e)
	if set := markTags[e.tag]; set != nil {
		set(&sc.marks)
	}
	if lookTags[e.tag] != "" {
		im.noteOnce(e, lookTags[e.tag])
	}
	lang, dir := im.language(e)
	if lang != "" {
		sc.marks.Lang = lang
	}
	if dir != Inherit {
		sc.marks.Dir = dir
	}
	if e.tag == "a" {
		sc.marks = im.reference(e, sc.marks)
	}
	return styled(e, sc)
}

// styled reads the marks that a style attribute stands for.
func styled(e *element, sc scope) scope {
	style := styleOf(e)
	if len(style) == 0 {
		return sc
	}
	switch weight := style["font-weight"]; {
	case weight == "bold" || weight == "bolder" || len(weight) == 3 && weight >= "600" && weight <= "900":
		sc.marks.Strong = true
	case weight == "normal" || weight == "400":
		sc.marks.Strong = false
	}
	switch style["font-style"] {
	case "italic", "oblique":
		sc.marks.Emphasis = true
	case "normal":
		sc.marks.Emphasis = false
	}
	if strings.Contains(style["text-decoration"]+style["text-decoration-line"], "line-through") {
		sc.marks.Strike = true
	}
	switch style["vertical-align"] {
	case "sub":
		sc.marks.Script = Subscript
	case "super":
		sc.marks.Script = Superscript
	}
	return sc
}

// maxStyle is how many bytes of a style attribute are read.
const maxStyle = 4 << 10

// styleOf reads the declarations of a style attribute, all in lower case.
func styleOf(e *element) map[string]string {
	value := e.attr("style")
	if value == "" || len(value) > maxStyle {
		return nil
	}
	style := map[string]string{}
	for declaration := range strings.SplitSeq(strings.ToLower(value), ";") {
		if name, v, ok := strings.Cut(declaration, ":"); ok {
			v, _, _ = strings.Cut(v, "!")
			style[strings.TrimSpace(name)] = strings.TrimSpace(v)
		}
	}
	return style
}

// hidden says whether an element was not meant to be seen.
func hidden(e *element) bool {
	if e.tag == tagText || len(e.attrs) == 0 {
		return false
	}
	style := styleOf(e)
	return e.has("hidden") || style["display"] == "none" || style["visibility"] == "hidden"
}

// noteAttributes reports scripts in attributes, and an alignment that may
// have stood for a direction.
func (im *importer) noteAttributes(e *element) {
	if slices.ContainsFunc(e.attrs, func(a html.Attribute) bool { return strings.HasPrefix(a.Key, "on") }) {
		im.note(Dropped, e, "A script in an attribute was dropped", "")
	}
	align := styleOf(e)["text-align"]
	if align == "" {
		align = strings.ToLower(e.attr("align"))
	}
	if _, dir := im.language(e); align == "right" && dir == Inherit && e.trait.is(block) {
		im.note(Dropped, e, "The alignment to the right was dropped; if the text is written from right to left, set its direction", "")
	}
}
