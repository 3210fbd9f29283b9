package page

// Page is any of the page structs of this package. A theme finds the template
// by Kind and the words and fonts by the Site's edition.
type Page interface {
	// Kind names the page and its template, e.g. Kind "story" is story.html.
	Kind() Kind
	// Frame returns what stands around the page's own content.
	Frame() *Site
}

// Kind names a page struct and, with ".html" added, its template.
type Kind string

// The kinds of reader pages.
const (
	KindFront        Kind = "front"
	KindSection      Kind = "section"
	KindStory        Kind = "story"
	KindTag          Kind = "tag"
	KindAuthor       Kind = "author"
	KindArchive      Kind = "archive"
	KindArchiveIndex Kind = "archive-index"
	KindCorrections  Kind = "corrections"
	KindRecord       Kind = "record"
	KindError        Kind = "error"
)

// All returns one empty page of every kind, in the order of the constants:
// what a theme is checked against.
func All() []Page {
	return []Page{
		&Front{}, &Section{}, &Story{}, &Tag{}, &Author{}, &Archive{},
		&ArchiveIndex{}, &Corrections{}, &StoryRecord{}, &Error{},
	}
}
