package prose

import (
	"io"

	"dateline/internal/news"
)

// FromHTMLOptions say what an import knows about the HTML that it reads. The
// zero value reads any page.
type FromHTMLOptions struct {
	// NewID makes the ids of blocks; nil is NewBlockID. SeededIDs makes an
	// import repeatable.
	NewID func() string
	// Picture finds the picture of the library for an img element. Where it
	// is nil or finds none, a link to the picture is kept and noted.
	Picture func(ImgTag) (news.ID, bool)
	// Video finds the video of the library for the address of a video element.
	Video func(src string) (news.ID, bool)
	// Link may change an address before it is checked, e.g. resolve it against
	// the old site. It is given what stands in the HTML.
	Link func(href string) string
	// Element may put a block in the place of an element, for the marks that
	// an importer leaves for galleries and the like. attr returns an
	// attribute's value.
	Element func(tag string, attr func(name string) string) (Block, bool)
	// Source reads the data attributes that SourceHTML writes, and keeps white
	// space inside its blocks. Leave it off for the HTML of others.
	Source bool
}

// ImgTag is an img element that an import meets.
type ImgTag struct {
	Src, Alt, Title, Class string
	Width, Height          string
}

// What says what became of a part of imported HTML.
type What string

// What may become of a part.
const (
	Dropped    What = "dropped"    // it is not in the text; Text says what it was
	Changed    What = "changed"    // it is in the text in another form
	Unresolved What = "unresolved" // a picture or video was not found; a link was kept
)

// Note tells of one thing that an import dropped or changed.
type Note struct {
	What  What
	Where string // line and element, e.g. "line 12: <iframe>"
	Text  string // a sentence with the content that was lost
}

var _ = io.EOF
