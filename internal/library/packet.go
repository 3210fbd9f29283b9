package library

import (
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// Namespaces of the properties that are read and written (XMP part 1 and 2;
// IPTC Photo Metadata Standard 2023.1).
const (
	nsX         = "adobe:ns:meta/"
	nsRDF       = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsXML       = "http://www.w3.org/XML/1998/namespace"
	nsDC        = "http://purl.org/dc/elements/1.1/"
	nsPhotoshop = "http://ns.adobe.com/photoshop/1.0/"
	nsRights    = "http://ns.adobe.com/xap/1.0/rights/"
	nsCore      = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
	nsExt       = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
	sourceTypes = "http://cv.iptc.org/newscodes/digitalsourcetype/"
)

// xmpProperties lists what is read of a packet and where it goes, with the language
// of the text where it has one.
var xmpProperties = map[xml.Name]func(f *Facts, language, text string){
	{Space: nsDC, Local: "creator"}:                func(f *Facts, _, t string) { f.Creator = join(f.Creator, t) },
	{Space: nsPhotoshop, Local: "Credit"}:          func(f *Facts, _, t string) { f.Credit = t },
	{Space: nsDC, Local: "rights"}:                 func(f *Facts, _, t string) { f.Copyright = or(f.Copyright, t) },
	{Space: nsRights, Local: "WebStatement"}:       func(f *Facts, _, t string) { f.Rights = t },
	{Space: nsRights, Local: "UsageTerms"}:         func(f *Facts, _, t string) { f.Rights = or(f.Rights, t) },
	{Space: nsExt, Local: "DigitalSourceType"}:     func(f *Facts, _, t string) { f.SourceType = path.Base(t) },
	{Space: nsDC, Local: "description"}:            func(f *Facts, l, t string) { f.in(l).Caption = t },
	{Space: nsCore, Local: "AltTextAccessibility"}: func(f *Facts, l, t string) { f.in(l).Alt = t },
}

// join lists several creators; a stranger's list ends at MaxLine.
func join(list, name string) string {
	if list == "" || len(list) > MaxLine {
		return or(list, name)
	}
	return list + ", " + name
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// maxDepth is how deep elements of a packet stand at most, and maxSaid how
// many languages are read.
const (
	maxDepth = 32
	maxSaid  = MaxLanguages
)

// packet is the reading of one XMP packet: where in the document it stands,
// in which property, and in which language.
type packet struct {
	facts    Facts
	depth    int
	property xml.Name
	at       int // depth of the property
	language string
	text     strings.Builder
}

// factsOfXMP reads the wanted properties of a packet, in element or attribute
// form, as far as it is well-formed. It reads r to its end.
func factsOfXMP(r io.Reader) Facts {
	p := &packet{}
	d := xml.NewDecoder(io.LimitReader(r, maxPacket))
	for {
		token, err := d.Token()
		if err != nil || !p.take(token) {
			break
		}
	}
	_, _ = io.Copy(io.Discard, r) // only its end matters
	return p.facts
}

// take takes one token, and says whether to go on.
func (p *packet) take(token xml.Token) bool {
	switch t := token.(type) {
	case xml.StartElement:
		p.depth++
		p.start(t)
	case xml.CharData:
		if p.property.Local != "" && p.text.Len() < maxPacket {
			p.text.Write(t)
		}
	case xml.EndElement:
		p.end(t)
		p.depth--
	}
	return p.depth <= maxDepth && len(p.facts.Words) < maxSaid
}

func (p *packet) start(t xml.StartElement) {
	p.text.Reset()
	if _, wanted := xmpProperties[t.Name]; wanted && p.property.Local == "" {
		p.property, p.at, p.language = t.Name, p.depth, ""
	}
	for _, a := range t.Attr {
		switch {
		case a.Name.Space == nsXML && a.Name.Local == "lang":
			p.language = plainLanguage(a.Value)
		case a.Name.Space == nsRDF && a.Name.Local == "resource":
			p.text.WriteString(a.Value)
		case t.Name.Space == nsRDF && t.Name.Local == "Description" && p.property.Local == "":
			p.put(a.Name, "", a.Value)
		}
	}
}

// plainLanguage makes of the mark of a default text no language.
func plainLanguage(l string) string {
	if l == "x-default" {
		return ""
	}
	return l
}

func (p *packet) end(t xml.EndElement) {
	item := t.Name.Space == nsRDF && t.Name.Local == "li"
	if p.property.Local != "" && (item || p.depth == p.at) {
		p.put(p.property, p.language, p.text.String())
		p.text.Reset()
	}
	if p.depth == p.at {
		p.property, p.at = xml.Name{}, 0
	}
}

func (p *packet) put(property xml.Name, language, text string) {
	put, wanted := xmpProperties[property]
	if text = strings.TrimSpace(text); wanted && text != "" {
		put(&p.facts, language, text)
	}
}
