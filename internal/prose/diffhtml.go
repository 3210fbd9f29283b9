package prose

import (
	"html/template"
	"strings"
)

// DiffHTML writes changes for a page: each block that changed in a div whose
// classes are diff and its Op (and moved), with its kind in data-kind, and its
// words in ins and del. Blocks that are the same stand as they are, in class
// same, so that a theme can fold them.
func DiffHTML(changes []Change) template.HTML {
	var m markup
	for _, c := range changes {
		c.write(&m)
		m.raw("\n")
	}
	return template.HTML(m.String()) //nolint:gosec // made by markup
}

// HTML writes one change as DiffHTML does.
func (c Change) HTML() template.HTML {
	var m markup
	c.write(&m)
	return template.HTML(m.String()) //nolint:gosec // made by markup
}

func (c Change) write(m *markup) {
	b := c.After
	if b == nil {
		b = c.Before
	}
	class := "diff " + string(c.Op)
	if c.Moved {
		class += " moved"
	}
	base := b.Common()
	m.open("div", "class", class, "data-kind", string(b.Kind()), "lang", base.Lang, "dir", string(base.Dir))
	words := c.Words
	if c.Op == Same {
		words = wordsOf(Same, blockWords(b))
	}
	m.open("p")
	for _, w := range words {
		w.write(m)
	}
	m.close("p")
	m.close("div")
}

func (w WordChange) write(m *markup) {
	tag := ""
	switch w.Op {
	case Inserted:
		tag = "ins"
	case Deleted:
		tag = "del"
	}
	if tag != "" {
		m.open(tag)
		defer m.close(tag)
	}
	for i, line := range strings.Split(w.Text, "\n") {
		if i > 0 {
			m.raw("<br>")
		}
		m.text(line)
	}
}
