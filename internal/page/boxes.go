package page

import "html/template"

// Boxes are the parts that may stand on any page beside its own content. A
// nil box is not shown.
type Boxes struct {
	Choice     *CardBox // Editor's Choice, in the editors' order
	News       *CardBox // the latest of a section
	MostViewed *MostViewed
	Focus      *FocusBox
	Map        *MapBox
	Gallery    *GalleryBox
}

// MostViewed is the three rankings, each best first.
type MostViewed struct {
	Day   []Card // 24 hours
	Week  []Card // 7 days
	Month []Card // 30 days
}

// FocusBox is the In Focus box.
type FocusBox struct {
	Title  string // empty takes the theme's word
	URL    string // all names and places
	Topics []TopicCard
}

// TopicCard is a topic, or another public thing, in the In Focus box.
type TopicCard struct {
	Name       string
	Kind       string // "Person", "Alliance of states"
	Definition string
	URL        string
	New        bool
	Picture    *Picture
}

// Event is a dated thing that happened, on a timeline or beside a map.
type Event struct {
	Dateline Dateline
	Text     string
	URL      string
	Latest   bool // the filled disc
}

// MapBox is the map of developments as a picture with its list of events.
type MapBox struct {
	Title  string // empty takes the theme's word
	URL    string // the map's own page
	SVG    template.HTML
	Label  string // what the map shows, for those who do not see it
	Events []Event
	Note   string // how to read the signs
}

// Strand is a story's events along a line: where and when.
type Strand struct {
	URL    string // the map or timeline page
	Events []Event
}

// GalleryBox is the contact sheet of the latest galleries.
type GalleryBox struct {
	URL    string // all galleries
	Kinds  []Link // photo, film
	Mark   string // what is written on the film's edge, "COURIER 1815"
	Frames []Frame
}

// Frame is one frame of a contact sheet.
type Frame struct {
	Number   string // at the film's edge, "12"
	Picture  *Picture
	Dateline Dateline
	Text     string
	URL      string
	Film     bool
}
