package theme

import (
	"errors"
	"fmt"
	"path"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"dateline/internal/page"
)

// Problem is something wrong with a theme, with the place to mend.
type Problem struct {
	File string // "themes/mine/story.html"; empty when no file is at fault
	Line int    // 0 when unknown
	Text string
}

// Error writes the problem as compilers do: file:line: text.
func (p *Problem) Error() string {
	switch {
	case p.File == "":
		return p.Text
	case p.Line == 0:
		return p.File + ": " + p.Text
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ": " + p.Text
}

// located takes apart the messages of text/template, html/template and
// templatecheck: "template: parts/card:3:7: executing …: what".
var located = regexp.MustCompile(`(?s)^(?:html/)?template: ?([^:]+):(\d+)(?::\d+)?:? (.*)$`)

// around is what they say before the fault itself.
var around = regexp.MustCompile(`^(?:executing|checking) "[^"]*" at <(.*?)>: `)

// problem turns an error of the template packages into one that names the
// file, and the fields that there are where one is misspelt.
func (t *Theme) problem(err error) error {
	if _, ok := errors.AsType[*Problem](err); ok {
		return err
	}
	found := located.FindStringSubmatch(err.Error())
	if found == nil {
		return err
	}
	line, _ := strconv.Atoi(found[2])
	text := found[3]
	if at := around.FindStringSubmatch(text); at != nil {
		text = explain(text[len(at[0]):], at[1])
	}
	return &Problem{File: t.shown(found[1]), Line: line, Text: text}
}

// shown returns the file of a template as messages name it.
func (t *Theme) shown(name string) string {
	if name == mainName {
		name = layoutName
	}
	for _, layer := range t.layers {
		if _, err := readFile(layer.FS, name+".html"); err == nil {
			return path.Join(layer.Name, name+".html")
		}
	}
	return name + ".html"
}

var (
	noField    = regexp.MustCompile(`^can't use field (\w+) in type \*?([\w.]+)$`)
	noFieldRun = regexp.MustCompile(`^can't evaluate field (\w+) in type \*?([\w.]+)$`)
)

// explain says a missing field in plain words, and keeps other messages with
// the expression they are about.
func explain(text, expression string) string {
	for _, pattern := range []*regexp.Regexp{noField, noFieldRun} {
		if m := pattern.FindStringSubmatch(text); m != nil {
			return fmt.Sprintf("%s has no field %s; fields are %s", m[2], m[1], strings.Join(fieldsOf(m[2]), ", "))
		}
	}
	return "{{" + expression + "}}: " + text
}

// fieldsOf lists what a template may name in a struct of the contract.
func fieldsOf(name string) []string {
	typ, ok := contract()[name]
	if !ok {
		return []string{"none"}
	}
	var names []string
	for _, f := range reflect.VisibleFields(typ) {
		if f.IsExported() {
			names = append(names, f.Name)
		}
	}
	return names
}

// contract returns every struct that the pages are made of, by its name.
func contract() map[string]reflect.Type {
	all := map[string]reflect.Type{}
	for _, p := range page.All() {
		reach(reflect.TypeOf(p), all)
	}
	reach(reflect.TypeFor[Placed](), all)
	return all
}

func reach(typ reflect.Type, all map[string]reflect.Type) {
	switch typ.Kind() {
	case reflect.Pointer, reflect.Slice:
		reach(typ.Elem(), all)
	case reflect.Struct:
		if _, seen := all[typ.String()]; seen {
			return
		}
		all[typ.String()] = typ
		for i := range typ.NumField() {
			reach(typ.Field(i).Type, all)
		}
	}
}
