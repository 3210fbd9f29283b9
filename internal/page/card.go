package page

// Size is the weight that an editor gave a story on a page.
type Size string

// The sizes of a card, the largest first.
const (
	SizeLead Size = "lead" // one a page
	Size1    Size = "1"    // picture, label, brief, byline
	Size2    Size = "2"    // small picture or none
	Size3    Size = "3"    // headline, perhaps a brief
	Size4    Size = "4"    // headline, in rails
)

// Or returns the size, or another where none was given, so that a card in a
// list needs no size of its own.
func (s Size) Or(other Size) Size {
	if s == "" {
		return other
	}
	return s
}

// Card is a story, or any other public thing, as it stands on another page.
type Card struct {
	Size     Size
	Dateline Dateline
	Label    string // section or kind, above the headline
	Headline string
	URL      string
	Lang     string // set when the headline is in another language than the page
	Dir      string // set together with Lang
	Brief    string // standfirst or blurb
	Byline   Byline
	Picture  *Picture
	Also     []Link // further headlines under a lead
	State    string // "Retracted", "Corrected": in the edition's words, in place of a label
}

// CardBox is a titled list of cards: Editor's Choice, News, Related, the
// latest of a section. An empty Title takes the theme's word for the box.
type CardBox struct {
	Title string
	URL   string // where there is more; may be empty
	Cards []Card
}
