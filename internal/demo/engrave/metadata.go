package engrave

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"math"
)

// What every picture says about itself.
const (
	Creator   = "Courier studio"
	Credit    = "Engraving: Courier studio"
	Copyright = "Apache-2.0, Dateline project"
	// SourceType is the IPTC term for a picture made by a program from rules,
	// without training on other pictures.
	SourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
)

// iptc is the scene's record in IPTC-IIM 4.2: each data set is a marker, a
// record, a number, a length and a value.
func (s Scene) iptc() []byte {
	var b bytes.Buffer
	put := func(record, set byte, value []byte) {
		b.Write([]byte{0x1c, record, set})
		_ = binary.Write(&b, binary.BigEndian, uint16(len(value)))
		b.Write(value)
	}
	put(1, 90, []byte("\x1b%G")) // the text is UTF-8
	put(2, 0, []byte{0, 4})      // version of the record
	for _, f := range []struct {
		set  byte
		text string
	}{
		{5, s.Title}, {80, Creator}, {90, s.City}, {101, s.Country}, {110, Credit}, {116, Copyright}, {120, s.Caption},
	} {
		if f.text != "" {
			put(2, f.set, []byte(f.text))
		}
	}
	return b.Bytes()
}

// photoshop wraps the IPTC record in the resource block 0x0404 of an APP13
// segment, where every reader looks for it.
func photoshop(iptc []byte) []byte {
	var b bytes.Buffer
	b.WriteString("Photoshop 3.0\x00" + "8BIM")
	b.Write([]byte{0x04, 0x04, 0, 0})
	_ = binary.Write(&b, binary.BigEndian, uint32(len(iptc)))
	b.Write(iptc)
	if len(iptc)%2 == 1 {
		b.WriteByte(0)
	}
	return b.Bytes()
}

const packet = `<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 photoshop:Credit="%s" photoshop:City="%s" photoshop:Country="%s" photoshop:Headline="%s"
 xmpRights:Marked="True" Iptc4xmpExt:DigitalSourceType="%s">
<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:rights>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`

// xmp is the scene's XMP packet.
func (s Scene) xmp() []byte {
	var words []any
	for _, text := range []string{Credit, s.City, s.Country, s.Title, SourceType, Creator, Copyright, s.Title, s.Caption} {
		var b bytes.Buffer
		_ = xml.EscapeText(&b, []byte(text)) // a bytes.Buffer does not fail
		words = append(words, b.String())
	}
	return fmt.Appendf(nil, packet, words...)
}

// The Exif tags and types the camera's traces need (Exif 2.32, tables 4 to 16).
const (
	tagMake       = 0x010f
	tagModel      = 0x0110
	tagExif       = 0x8769
	tagGPS        = 0x8825
	tagSerial     = 0xa431
	tagGPSLatRef  = 1
	tagGPSLat     = 2
	tagGPSLongRef = 3
	tagGPSLong    = 4

	typeASCII    = 2
	typeLong     = 4
	typeRational = 5
)

// tag is one entry of an image file directory; values of four bytes or fewer
// are stored in place.
type tag struct {
	id, kind uint16
	count    uint32
	value    []byte
}

func text(id uint16, s string) tag {
	return tag{id, typeASCII, uint32(len(s) + 1), append([]byte(s), 0)}
}

// pointer is a tag that says at which offset another directory starts.
func pointer(id uint16, offset int) tag {
	return tag{id, typeLong, 1, binary.LittleEndian.AppendUint32(nil, uint32(offset))}
}

// angle is degrees, minutes and hundredths of a second as three fractions.
func angle(id uint16, degrees float64) tag {
	hundredths := uint32(math.Round(math.Abs(degrees) * 360000))
	var b []byte
	for _, v := range []uint32{hundredths / 360000, 1, hundredths / 6000 % 60, 1, hundredths % 6000, 100} {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return tag{id, typeRational, 3, b}
}

// directory lays out tags from an offset: count, entries, no next directory,
// then the values too long to stand in place.
func directory(offset int, tags []tag) []byte {
	head := binary.LittleEndian.AppendUint16(nil, uint16(len(tags)))
	var tail []byte
	after := offset + 2 + 12*len(tags) + 4
	for _, t := range tags {
		head = binary.LittleEndian.AppendUint16(head, t.id)
		head = binary.LittleEndian.AppendUint16(head, t.kind)
		head = binary.LittleEndian.AppendUint32(head, t.count)
		if len(t.value) <= 4 {
			head = append(head, append(t.value[:len(t.value):len(t.value)], 0, 0, 0, 0)[:4]...)
			continue
		}
		head = binary.LittleEndian.AppendUint32(head, uint32(after+len(tail)))
		tail = append(tail, t.value...)
		if len(tail)%2 == 1 {
			tail = append(tail, 0)
		}
	}
	return append(append(head, 0, 0, 0, 0), tail...)
}

// exif is the camera's traces: maker, serial number and position.
func (c Camera) exif() []byte {
	const start = 8
	first := func(exifAt, gpsAt int) []byte {
		return directory(start, []tag{
			text(tagMake, Creator), text(tagModel, "Camera lucida 1815"), pointer(tagExif, exifAt), pointer(tagGPS, gpsAt),
		})
	}
	exifAt := start + len(first(0, 0))
	body := directory(exifAt, []tag{text(tagSerial, c.Serial)})
	gpsAt := exifAt + len(body)
	north, east := "N", "E"
	if c.Latitude < 0 {
		north = "S"
	}
	if c.Longitude < 0 {
		east = "W"
	}
	gps := directory(gpsAt, []tag{
		text(tagGPSLatRef, north), angle(tagGPSLat, c.Latitude), text(tagGPSLongRef, east), angle(tagGPSLong, c.Longitude),
	})
	out := append([]byte("Exif\x00\x00"), 'I', 'I', 42, 0, start, 0, 0, 0)
	return append(append(append(out, first(exifAt, gpsAt)...), body...), gps...)
}
