package theme

import (
	"fmt"
	"html/template"
	"strings"

	"dateline/internal/page"
)

// layoutName is the template around every page; it calls "main", which each
// page's own template stands in for.
const (
	layoutName = "layout"
	mainName   = "main"
)

// parse parses every template file of a theme under its name without
// ".html": "story", "parts/card".
func parse(l layers, t *Theme) (*template.Template, error) {
	names, err := l.files()
	if err != nil {
		return nil, err
	}
	root := template.New("").Funcs(t.funcs(nil)).Option("missingkey=error")
	for _, file := range names {
		name, isTemplate := strings.CutSuffix(file, ".html")
		if !isTemplate {
			continue
		}
		body, _, err := l.read(file)
		if err != nil {
			return nil, err
		}
		if _, err := root.New(name).Parse(string(body)); err != nil {
			return nil, t.problem(err)
		}
	}
	for _, p := range page.All() {
		if root.Lookup(string(p.Kind())) == nil {
			return nil, fmt.Errorf("%s.html is missing: every kind of page needs its template", p.Kind())
		}
	}
	if root.Lookup(layoutName) == nil {
		return nil, fmt.Errorf("%s.html is missing", layoutName)
	}
	return root, nil
}

// set returns the templates in an edition's language and digits, made on
// first use.
func (t *Theme) set(e page.Edition) (set, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if s, ok := t.sets[voiceKey{e.Lang, e.Digits}]; ok {
		return s, nil
	}
	v, err := t.voice(e)
	if err != nil {
		return nil, err
	}
	if len(t.sets) >= maxSets {
		return nil, fmt.Errorf("theme: more than %d languages in use", maxSets)
	}
	s, err := t.bind(v)
	if err == nil {
		t.sets[v.key] = s
	}
	return s, err
}

// bind clones the parsed templates for a voice: once for the language and
// once for each kind of page, whose template becomes "main".
func (t *Theme) bind(v *voice) (set, error) {
	s := set{}
	for _, p := range page.All() {
		clone, err := t.parsed.Clone()
		if err != nil {
			return nil, fmt.Errorf("theme: %w", err)
		}
		clone.Funcs(t.funcs(v))
		own := clone.Lookup(string(p.Kind()))
		if _, err := clone.AddParseTree(mainName, own.Tree); err != nil {
			return nil, fmt.Errorf("theme: %w", err)
		}
		s[p.Kind()] = clone.Lookup(layoutName)
	}
	return s, nil
}
