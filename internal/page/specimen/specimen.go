package specimen

import "dateline/internal/page"

// Langs returns the languages that there are specimens in.
func Langs() []string { return []string{"en", "ar", "fa"} }

// All returns every specimen of a language: full, empty and hostile, and the
// variants of pages that have them.
func All(lang string) []page.Page {
	all := append(Full(lang), Variants(lang)...)
	all = append(all, Empty(lang)...)
	return append(all, Hostile(lang)...)
}

// Full returns one page of each kind with every part in it.
func Full(lang string) []page.Page {
	c := copyIn(lang)
	return []page.Page{
		c.front(), c.section(), c.story(), c.tag(), c.authorPage(), c.archive(),
		c.archiveIndex(), c.corrections(), c.record(), c.failure(404),
	}
}

// Variants returns the other forms of pages: a retracted story, a story
// without a picture, the other errors.
func Variants(lang string) []page.Page {
	c := copyIn(lang)
	retracted := c.story()
	retracted.Retracted = &page.Retraction{Reason: c.reason, When: c.updated}
	retracted.Text, retracted.Corrections, retracted.Footnotes, retracted.Comments = nil, nil, nil, nil
	plain := c.story()
	plain.Lead, plain.Byline, plain.Strand, plain.Related, plain.Comments = nil, nil, nil, nil, nil
	plain.Dateline = page.Dateline{Label: c.sections[4], When: c.today}
	plain.Corrections[0].Above = true
	plain.Boxes = page.Boxes{}
	return []page.Page{retracted, plain, c.failure(410), c.failure(451), c.failure(500), c.failure(503)}
}

// Empty returns one page of each kind with nothing but its edition.
func Empty(lang string) []page.Page {
	pages := page.All()
	for _, p := range pages {
		p.Frame().Edition = copyIn(lang).edition()
		p.Frame().Head.Title = p.Frame().Edition.Name
	}
	return pages
}
