package library

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"net/url"
	"slices"

	"dateline/internal/news"
)

// maxLabel is how many bytes a label has at most: it must fit one segment of a
// JPEG. Captions that do not fit are left out.
const maxLabel = 60_000

// labelOf writes what a rendition says of itself, as an XMP packet: creator,
// credit, copyright, rights, caption and digital source type, and nothing
// else. It is nil for a picture of which nothing is said. The caption in the
// language given comes first.
func labelOf(p news.Picture, language string) []byte {
	var b bytes.Buffer
	if p.Creator != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>", escaped(p.Creator))
	}
	if p.Credit != "" {
		fmt.Fprintf(&b, "<photoshop:Credit>%s</photoshop:Credit>", escaped(p.Credit))
	}
	alternatives(&b, "dc:rights", p.Copyright)
	if webAddress(p.Rights) {
		fmt.Fprintf(&b, "<xmpRights:WebStatement>%s</xmpRights:WebStatement>", escaped(p.Rights))
	} else {
		alternatives(&b, "xmpRights:UsageTerms", p.Rights)
	}
	if p.SourceType != "" {
		fmt.Fprintf(&b, "<Iptc4xmpExt:DigitalSourceType>%s</Iptc4xmpExt:DigitalSourceType>", escaped(sourceTypes+p.SourceType))
	}
	captions(&b, p.Words, language)
	if b.Len() == 0 {
		return nil
	}
	return packed(b.Bytes())
}

func packed(properties []byte) []byte {
	return fmt.Appendf(nil, `<x:xmpmeta xmlns:x="%s"><rdf:RDF xmlns:rdf="%s"><rdf:Description rdf:about="" xmlns:dc="%s" xmlns:photoshop="%s" xmlns:xmpRights="%s" xmlns:Iptc4xmpExt="%s">%s</rdf:Description></rdf:RDF></x:xmpmeta>`,
		nsX, nsRDF, nsDC, nsPhotoshop, nsRights, nsExt, properties)
}

// alternatives writes a text as a list of languages with one entry.
func alternatives(b *bytes.Buffer, property, text string) {
	if text != "" {
		fmt.Fprintf(b, `<%s><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></%s>`, property, escaped(text), property)
	}
}

func captions(b *bytes.Buffer, words map[string]news.PictureWords, language string) {
	var items bytes.Buffer
	add := func(mark, text string) {
		item := fmt.Sprintf(`<rdf:li xml:lang="%s">%s</rdf:li>`, escaped(mark), escaped(text))
		if text != "" && b.Len()+items.Len()+len(item) <= maxLabel-2000 {
			items.WriteString(item)
		}
	}
	add("x-default", words[language].Caption)
	languages := make([]string, 0, len(words))
	for l := range words {
		languages = append(languages, l)
	}
	slices.Sort(languages)
	for _, l := range languages {
		add(l, words[l].Caption)
	}
	if items.Len() > 0 {
		fmt.Fprintf(b, "<dc:description><rdf:Alt>%s</rdf:Alt></dc:description>", items.Bytes())
	}
}

func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
}

func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a bytes.Buffer takes everything
	return b.String()
}
