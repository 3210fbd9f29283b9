package prose

import (
	"io"
	"strings"

	"golang.org/x/net/html"
)

// FromHTML reads HTML into a document.
func FromHTML(r io.Reader, o FromHTMLOptions) (Doc, []Note, error) {
	if o.NewID == nil {
		o.NewID = NewBlockID
	}
	var d Doc
	z := html.NewTokenizer(io.LimitReader(r, MaxImported))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return Normalise(d), nil, nil
		case html.TextToken:
			if s := strings.Join(strings.Fields(string(z.Text())), " "); s != "" {
				d.Blocks = append(d.Blocks, Paragraph{Base: Base{ID: o.NewID()}, Text: Words(s)})
			}
		}
	}
}
