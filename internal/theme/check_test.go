package theme_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"dateline/internal/theme"
	"dateline/themes/courier"
)

var base = theme.Layer{Name: "themes/courier", FS: courier.Files}

// mine is an owner's theme of the given files.
func mine(files map[string]string) theme.Layer {
	fsys := fstest.MapFS{}
	for name, body := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(body)}
	}
	return theme.Layer{Name: "themes/mine", FS: fsys}
}

func TestTheDefaultThemeHasNoProblem(t *testing.T) {
	for _, p := range theme.Check(base) {
		t.Error(p.Error())
	}
}

// faults are owners' themes with one fault each, and what the check must say.
var faults = map[string]struct {
	files map[string]string
	want  []string
}{
	"unknown variable": {
		map[string]string{"story.html": "<h1>\n{{.Headlin}}</h1>"},
		[]string{"themes/mine/story.html:2: page.Story has no field Headlin; fields are Site, ", "Headline"},
	},
	"unknown variable in a branch that no page takes": {
		map[string]string{"parts/card.html": "{{if .Lang}}{{if .Byline}}{{.Writr}}{{end}}{{end}}"},
		[]string{"themes/mine/parts/card.html:1: page.Card has no field Writr"},
	},
	"broken syntax": {
		map[string]string{"front.html": "a\nb\n{{if}}"},
		[]string{"themes/mine/front.html:3: "},
	},
	"unknown function": {
		map[string]string{"front.html": "{{shout .Lead}}"},
		[]string{"themes/mine/front.html:1: ", "shout"},
	},
	"unknown part": {
		map[string]string{"front.html": `{{template "parts/nothing" .}}`},
		[]string{"themes/mine/front.html:1: ", "parts/nothing"},
	},
	"unknown message": {
		map[string]string{"front.html": `{{t "no.such"}}`},
		[]string{"themes/mine/front.html:1: ", `no message "no.such"`},
	},
	"unknown asset": {
		map[string]string{"front.html": `{{asset "img/none.png"}}`},
		[]string{"themes/mine/front.html:1: ", `no asset "img/none.png"`},
	},
	"unknown place": {
		map[string]string{"parts/lead.html": `{{with .Picture}}{{template "parts/picture" (at . "moon")}}{{end}}`},
		[]string{"themes/mine/parts/lead.html:1: ", `no place "moon"`},
	},
	"markup that cannot be escaped": {
		map[string]string{"front.html": `<a href={{if .Lead}}"{{end}}>x</a>`},
		[]string{"themes/mine/front.html:1"},
	},
	"style from elsewhere": {
		map[string]string{"css/own.css": "a{background:url(https://tracker.example/x.png)}", "theme.json": `{"styles":["css/own.css"]}`},
		[]string{"themes/mine/css/own.css: ", "tracker.example"},
	},
	"ink that cannot be read": {
		map[string]string{"css/own.css": ":root{--cinnabar:#e8a0a0}", "theme.json": `{"styles":["css/own.css"]}`},
		[]string{"light: --cinnabar #e8a0a0 on --paper #f8f8f5 has a contrast of", "4.5"},
	},
	"style that is not there": {
		map[string]string{"theme.json": `{"styles":["css/none.css"]}`},
		[]string{"css/none.css"},
	},
	"unknown setting": {
		map[string]string{"theme.json": `{"style":["css/own.css"]}`},
		[]string{"themes/mine/theme.json: ", `"style"`},
	},
	"hash that is a source": {
		map[string]string{"theme.json": `{"hashes":{"script":["'unsafe-inline'"]}}`},
		[]string{"unsafe-inline"},
	},
	"broken words": {
		map[string]string{"words/fa.json": `{"skip":"{nobody}"}`},
		[]string{"fa.json", "nobody"},
	},
}

func TestCheckNamesTheFault(t *testing.T) {
	for name, c := range faults {
		t.Run(name, func(t *testing.T) {
			found := theme.Check(mine(c.files), base)
			if len(found) == 0 {
				t.Fatal("the check found nothing")
			}
			for _, want := range c.want {
				if !strings.Contains(found[0].Error(), want) {
					t.Errorf("problem %q does not say %q", found[0].Error(), want)
				}
			}
		})
	}
}

func TestMissingTemplatesAreNamed(t *testing.T) {
	found := theme.Check(mine(map[string]string{"theme.json": `{"name":"Bare"}`, "words/en.json": `{}`}))
	if len(found) != 1 || !strings.Contains(found[0].Error(), "front.html is missing") {
		t.Errorf("found %v", found)
	}
}

func TestLimitsOfATheme(t *testing.T) {
	big := mine(map[string]string{"front.html": strings.Repeat("a", theme.MaxFile+1)})
	if found := theme.Check(big, base); len(found) != 1 || !strings.Contains(found[0].Error(), "themes/mine/front.html") {
		t.Errorf("a file that is too large: %v", found)
	}
	many := map[string]string{}
	for i := range theme.MaxFiles + 1 {
		many["img/"+strings.Repeat("a", i+1)+".txt"] = ""
	}
	if found := theme.Check(mine(many), base); len(found) != 1 || !strings.Contains(found[0].Error(), "more than") {
		t.Errorf("too many files: %v", found)
	}
}
