package theme

import (
	"html/template"
	"strings"

	"dateline/internal/page"
)

// The small pieces of markup that stand inside a sentence of the words files.
// They are templates, so that addresses and names are escaped as everywhere.
var pieces = template.Must(template.New("").Parse(`
{{define "anchor"}}{{if .URL}}<a href="{{.URL}}">{{.Text}}</a>{{else}}{{.Text}}{{end}}{{end}}
{{define "edition"}}<a href="{{.URL}}" hreflang="{{.Lang}}" lang="{{.Lang}}" dir="{{.Dir}}">{{.Name}}</a>{{end}}
{{define "linked"}}{{if .URL}}<a href="{{.URL}}"{{with .Lang}} lang="{{.}}"{{end}}>{{.Name}}</a>{{else}}<bdi{{with .Lang}} lang="{{.}}"{{end}}>{{.Name}}</bdi>{{end}}{{end}}
{{define "bold"}}<b{{with .Lang}} lang="{{.}}"{{end}}>{{.Name}}</b>{{end}}
`))

const (
	linkedName = "linked"
	boldName   = "bold"
)

// piece renders one of pieces. They cannot fail on the structs they are for.
func piece(name string, data any) template.HTML {
	var b strings.Builder
	if err := pieces.ExecuteTemplate(&b, name, data); err != nil {
		panic("theme: piece " + name + ": " + err.Error())
	}
	return template.HTML(b.String())
}

// anchor is the template function anchor: a link, or its text alone.
func anchor(l page.Link) template.HTML { return piece("anchor", l) }

// editions is the template function editions: the links to a story's
// translations as a list in words.
func (v *voice) editions(links []page.EditionLink) template.HTML {
	names := make([]string, len(links))
	items := make([]template.HTML, len(links))
	for i, l := range links {
		names[i], items[i] = l.Name, piece("edition", l)
	}
	return v.list(names, items)
}

func (v *voice) names(people []page.Person, form string) template.HTML {
	names := make([]string, len(people))
	items := make([]template.HTML, len(people))
	for i, p := range people {
		names[i], items[i] = p.Name, piece(form, p)
	}
	return v.list(names, items)
}
