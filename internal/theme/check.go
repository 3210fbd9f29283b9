package theme

import (
	"context"
	"errors"
	"io"
	"slices"

	"github.com/jba/templatecheck"

	"dateline/internal/page"
	"dateline/internal/page/specimen"
)

// Check loads a theme and returns everything wrong with it: files that do not
// parse, templates that name what the page structs do not have, pages
// that fail to render with full, empty and hostile content, and text that is
// hard to read on its paper. An empty list is a theme that can be used.
func Check(upper ...Layer) []Problem {
	t, err := read(upper)
	if err != nil {
		return []Problem{asProblem(err)}
	}
	var found []Problem
	note := func(err error) {
		if err == nil {
			return
		}
		if p := asProblem(err); !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	if t.checkTypes(note); len(found) > 0 {
		return found
	}
	t.checkPages(note)
	t.checkContrast(note)
	return found
}

// checkTypes holds every template against its struct, without running it: so
// that a branch that no specimen takes is checked too.
func (t *Theme) checkTypes(note func(error)) {
	v, err := t.voice(page.Edition{Lang: "en"})
	if err != nil {
		note(err)
		return
	}
	s, err := t.bind(v)
	if err != nil {
		note(err)
		return
	}
	for _, p := range page.All() {
		if err := templatecheck.CheckHTMLStrict(s[p.Kind()], p); err != nil {
			note(t.problem(err))
		}
	}
}

// checkPages renders the specimens: what only shows when a page is made, such
// as a word that is missing or markup that cannot be escaped.
func (t *Theme) checkPages(note func(error)) {
	for _, lang := range specimen.Langs() {
		for _, p := range specimen.All(lang) {
			note(t.Render(context.Background(), io.Discard, p))
		}
	}
}

func asProblem(err error) Problem {
	if p, ok := errors.AsType[*Problem](err); ok {
		return *p
	}
	return Problem{Text: err.Error()}
}
