package specimen

import "dateline/internal/page"

// copyText is the text of the specimens in one language.
type copyText struct {
	lang, dir, digits    string
	name, tagline        string
	sections             [5]string
	tools                [4]string
	places               []string
	promise              []string
	footer               [3]string // titles of the footer's lists
	links                [9]string // three for each
	today                page.Moment
	published, updated   page.Moment
	month, year          string
	breaking             [2]string // when, headline
	lead                 story
	also                 [3]string
	peace                story // the story of the story page
	stories              []story
	role, about          string
	label, count         string
	here                 string
	correction, reason   string
	caption, credit, alt string
	runIn                string
	paragraphs           []string // HTML
	pull, subhead        string
	footnote             string
	notes                []page.Note
	tags                 []string
	events               []event
	mapLabel, mapNote    string
	topics               []page.TopicCard
	frames               []story
	kinds                [2]string
	comments             [2]comment
	author               string
	with, place          string
	geo                  []string
	one, before, after   string
	where                string
}

// story is what a card needs.
type story struct {
	place, day, headline, brief, by, picture string
	date                                     string
}

type event struct{ place, day, date, text string }

type comment struct{ name, text string }

// copyIn returns the text in a language, English where there is none.
func copyIn(lang string) *copyText {
	switch lang {
	case "ar":
		return arabicCopy()
	case "fa":
		return persianCopy()
	}
	return englishCopy()
}

func (c *copyText) edition() page.Edition {
	return page.Edition{Name: c.name, Tagline: c.tagline, Lang: c.lang, Dir: c.dir, Digits: c.digits, URL: "/" + c.lang + "/"}
}
