package prose

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

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
	// attribute's value. A comment has the tag "#comment" and its text under
	// the name "text". The block needs no id.
	Element func(tag string, attr func(name string) string) (Block, bool)
	// Lang and Dir are those of the story: where an element says the same, it
	// says nothing.
	Lang string
	Dir  Dir
	// LineEnds reads a line end as a break and an empty line as the end of a
	// paragraph, as WordPress shows posts of before its block editor.
	LineEnds bool
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

// FromHTML reads HTML of any kind into a document, keeps all meaning that a
// document can express and drops all danger. Everything that is dropped or
// changed is in the notes, MaxNotes at most. The document is always valid and
// normal. An error is either the reader's, or of kind TooLarge: then nothing
// was imported.
//
// The time it takes grows with the length of the input and with nothing else.
func FromHTML(r io.Reader, o FromHTMLOptions) (Doc, []Note, error) {
	src, err := io.ReadAll(io.LimitReader(r, MaxImported+1))
	if err != nil {
		return Doc{}, nil, news.Errorf(news.Unavailable, "", "The HTML could not be read to its end: %w", err)
	}
	if len(src) > MaxImported {
		return Doc{}, nil, tooLarge("", MaxImported)
	}
	im := newImporter(o)
	tree, err := parseTree(im.validUTF8(src))
	if err != nil {
		return Doc{}, nil, err
	}
	if o.Source {
		im.reserve(tree)
	} else {
		im.findNotes(tree)
	}
	doc := Normalise(Doc{Blocks: im.children(tree, scope{depth: 1})})
	if err := fits(doc); err != nil {
		return Doc{}, nil, err
	}
	return doc, im.reported(), nil
}

// fits refuses what is over the limits of a whole document; the limits of its
// parts are kept while they are made.
func fits(d Doc) error {
	if err := Check(d); err != nil {
		return news.Errorf(news.TooLarge, "", "The HTML does not fit into one text: %w", err)
	}
	if len(Canonical(d)) > MaxImported {
		return tooLarge("", MaxImported)
	}
	return nil
}

// importer turns a tree of HTML into blocks.
type importer struct {
	o         FromHTMLOptions
	ids       map[string]bool // ids of the document so far
	reserved  map[string]bool // ids that a source gives to blocks further on
	notes     []Note
	more      int                 // notes over MaxNotes
	noted     map[string]bool     // tags that were reported once for all
	footnotes map[string]*element // note by the fragment that leads to it
	used      map[*element]bool   // elements that are notes, and stand where they are referred to
	left      []Block             // pictures and the like met in a line
}

func newImporter(o FromHTMLOptions) *importer {
	if o.NewID == nil {
		o.NewID = NewBlockID
	}
	return &importer{
		o: o, ids: map[string]bool{}, reserved: map[string]bool{}, noted: map[string]bool{},
		footnotes: map[string]*element{}, used: map[*element]bool{},
	}
}

// validUTF8 puts the replacement sign for bytes that are no UTF-8.
func (im *importer) validUTF8(src []byte) []byte {
	if utf8.Valid(src) {
		return src
	}
	im.notes = append(im.notes, Note{What: Changed, Where: "line 1", Text: "Bytes that are not UTF-8 were replaced by \uFFFD."})
	return bytes.ToValidUTF8(src, []byte("\uFFFD"))
}

// note reports what became of an element. lost is content to be quoted.
func (im *importer) note(what What, e *element, sentence, lost string) {
	if len(im.notes) >= MaxNotes-1 {
		im.more++
		return
	}
	if lost = strings.Join(strings.Fields(clipTo(lost, maxQuoted)), " "); lost != "" {
		sentence += ": " + lost
	}
	im.notes = append(im.notes, Note{What: what, Where: e.where(), Text: sentence})
}

// noteOnce reports what happened to elements of a tag at the first of them.
func (im *importer) noteOnce(e *element, sentence string) {
	if !im.noted[e.tag] {
		im.noted[e.tag] = true
		im.note(Dropped, e, sentence+" here and wherever else it stands", "")
	}
}

// maxQuoted is how many letters of lost content a note quotes.
const maxQuoted = 300

// reported returns the notes, with a last one for those over the limit.
func (im *importer) reported() []Note {
	if im.more == 0 {
		return im.notes
	}
	last := Note{What: Dropped, Where: "the rest", Text: "There are more notes than can be listed."}
	return append(im.notes, last)
}

// newID returns an id that the document does not have yet.
func (im *importer) newID() string {
	for range 100 {
		if id := im.o.NewID(); validID(id) && !im.reserved[id] && im.claim(id) {
			return id
		}
	}
	for id := NewBlockID(); ; id = NewBlockID() {
		if im.claim(id) {
			return id
		}
	}
}

// claim takes an id for a block, if it is free.
func (im *importer) claim(id string) bool {
	if im.ids[id] {
		return false
	}
	im.ids[id] = true
	return true
}
