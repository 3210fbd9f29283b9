package prose

import (
	"html/template"

	"dateline/internal/news"
)

// House is what whoever renders knows and prose does not: what stands behind
// the ids in a document. Each method returns false for a thing that the reader
// may not see or that does not exist; then nothing is shown for a picture or
// other figure, and the plain words for a topic.
type House interface {
	// Picture returns the renditions of a picture, with its own alternative
	// text, caption and credit.
	Picture(p Picture) (Image, bool)
	// Topic returns where the mention of a topic leads. first says whether it
	// is the first mention in the text.
	Topic(id news.ID, first bool) (TopicLink, bool)
	// Figure returns the inside of the figure of a Gallery, Video, Map or
	// Timeline, without its caption.
	Figure(b Block) (template.HTML, bool)
}

// Image is a picture as a page shows it.
type Image struct {
	Sources       []Source // other formats, best first
	Src           string   // address of the picture that every browser shows
	SrcSet        string   // further sizes of it; may be empty
	Sizes         string   // the sizes attribute, for SrcSet and Sources
	Width, Height int      // of Src, in pixels: they keep the page from moving
	Alt           string   // alternative text; a Picture's own comes before it
	Caption       string   // plain text; a Picture's own comes before it
	Credit        string   // who made it
	Class         string   // of the img, e.g. for the focal point
	Eager         bool     // load at once: the picture is in the first view
}

// Source is one format of an Image.
type Source struct {
	Type   string // media type, e.g. image/avif
	SrcSet string
}

// TopicLink is where a mention of a topic leads.
type TopicLink struct {
	Href  string
	Class string
}

// NoHouse knows nothing: pictures and figures are left out, topics are plain
// words. It serves where only the words count.
type NoHouse struct{}

// Picture knows no picture.
func (NoHouse) Picture(Picture) (Image, bool) { return Image{}, false }

// Topic knows no topic.
func (NoHouse) Topic(news.ID, bool) (TopicLink, bool) { return TopicLink{}, false }

// Figure knows no figure.
func (NoHouse) Figure(Block) (template.HTML, bool) { return "", false }
