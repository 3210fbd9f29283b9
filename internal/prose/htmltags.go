package prose

import "strings"

// trait is what reading HTML needs to know of an element by its tag.
type trait uint16

// The traits. They follow the HTML standard's sections on the parsing of
// elements and on their content.
const (
	block      trait = 1 << iota // stands outside a line and closes an open paragraph
	void                         // has no content
	formatting                   // goes on after the end of the block it was opened in
	cell                         // holds the formatting in it
	group                        // a part of a table around cells
	barrier                      // an end that is implied is not sought outside it
	dropped                      // left out with what is in it
)

// is says whether t has one of the traits.
func (t trait) is(one trait) bool { return t&one != 0 }

// traits holds the traits of each tag; a tag that is not here is a span.
var traits = makeTraits(map[trait]string{
	block: `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption
		figure footer form head h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section
		summary table caption colgroup col tbody thead tfoot tr td th ul search`,
	void:       `area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr`,
	formatting: `a b big code em font i nobr s small strike strong tt u`,
	cell:       `td th caption`,
	group:      `table thead tbody tfoot tr`,
	barrier:    `body table ul ol dl menu dir blockquote td th`,
	dropped: `script style template svg title meta link base basefont bgsound frame noframes noembed select
		datalist input button keygen param source track area col colgroup`,
})

func makeTraits(names map[trait]string) map[string]trait {
	m := map[string]trait{}
	for t, list := range names {
		for tag := range strings.FieldsSeq(list) {
			m[tag] |= t
		}
	}
	return m
}

// impliedBy names, for a new element, the open elements that it closes.
var impliedBy = map[string]string{
	"li":    " li ",
	"dt":    " dt dd ",
	"dd":    " dt dd ",
	"tr":    " tr td th caption ",
	"td":    " td th caption ",
	"th":    " td th caption ",
	"tbody": " tr td th thead tbody tfoot caption ",
	"thead": " tr td th thead tbody tfoot caption ",
	"tfoot": " tr td th thead tbody tfoot caption ",
}
