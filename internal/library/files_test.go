package library

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"strings"
)

// Builders of the files that tests send: metadata as cameras and desks write
// it, and damage as attackers do.

// segment is one JPEG marker segment.
func segment(marker byte, content string) string {
	n := len(content) + 2
	return string([]byte{0xFF, marker, byte(n >> 8), byte(n)}) + content
}

// withSegments puts segments behind the start of a JPEG.
func withSegments(file []byte, segments ...string) []byte {
	return []byte(string(file[:2]) + strings.Join(segments, "") + string(file[2:]))
}

// ifdEntry is one entry of a TIFF directory; its value is text, or a short.
type ifdEntry struct {
	tag, kind uint16
	text      string
	number    uint32
}

// Kinds of TIFF values.
const (
	tiffASCII = 2
	tiffShort = 3
	tiffLong  = 4
)

// ifd lays out a little-endian directory that begins at an offset.
func ifd(at int, next uint32, entries ...ifdEntry) []byte {
	var head, data bytes.Buffer
	le := binary.LittleEndian
	head.Write(le.AppendUint16(nil, uint16(len(entries))))
	dataAt := at + 2 + 12*len(entries) + 4
	for _, e := range entries {
		head.Write(le.AppendUint16(le.AppendUint16(nil, e.tag), e.kind))
		if e.kind != tiffASCII {
			head.Write(le.AppendUint32(le.AppendUint32(nil, 1), e.number))
			continue
		}
		text := e.text + "\x00\x00\x00\x00"
		head.Write(le.AppendUint32(le.AppendUint32(nil, uint32(len(text))), uint32(dataAt+data.Len())))
		data.WriteString(text)
	}
	head.Write(le.AppendUint32(nil, next))
	return append(head.Bytes(), data.Bytes()...)
}

// exifSegment is an Exif segment that tells how the camera was held, its
// serial number, a maker's note and a position.
func exifSegment(held uint32) string {
	const first = 8
	sub := func(exifAt, gpsAt int) []byte {
		return ifd(first, 0,
			ifdEntry{tag: 0x010E, kind: tiffASCII, text: "Exif caption"},
			ifdEntry{tag: 0x0110, kind: tiffASCII, text: "SpyCam 3000"},
			ifdEntry{tag: 0x0112, kind: tiffShort, number: held},
			ifdEntry{tag: 0x013B, kind: tiffASCII, text: "Exif Artist"},
			ifdEntry{tag: 0x8298, kind: tiffASCII, text: "Exif Copyright"},
			ifdEntry{tag: 0x8769, kind: tiffLong, number: uint32(exifAt)},
			ifdEntry{tag: 0x8825, kind: tiffLong, number: uint32(gpsAt)})
	}
	exifAt := first + len(sub(0, 0))
	exif := ifd(exifAt, 0,
		ifdEntry{tag: 0x927C, kind: tiffASCII, text: "MakerNoteSecret"},
		ifdEntry{tag: 0xA431, kind: tiffASCII, text: "SERIAL-0815-4711"})
	gpsAt := exifAt + len(exif)
	gps := ifd(gpsAt, 0,
		ifdEntry{tag: 0x0001, kind: tiffASCII, text: "N48.20849-GPS"},
		ifdEntry{tag: 0x001D, kind: tiffASCII, text: "1815:06:18-GPSDATE"})
	return segment(0xE1, "Exif\x00\x00II*\x00\x08\x00\x00\x00"+string(sub(exifAt, gpsAt))+string(exif)+string(gps))
}

// iptcSegment is a Photoshop segment with IPTC-IIM records.
func iptcSegment(records map[byte]string) string {
	iim := "\x1c\x01\x5a\x00\x03\x1b%G" // coded character set: UTF-8
	for id, text := range records {
		iim += string([]byte{0x1c, 2, id, byte(len(text) >> 8), byte(len(text))}) + text
	}
	size := binary.BigEndian.AppendUint32(nil, uint32(len(iim)))
	if len(iim)%2 == 1 {
		iim += "\x00"
	}
	return segment(0xED, "Photoshop 3.0\x008BIM\x04\x04\x00\x00"+string(size)+iim)
}

// deskXMP is a packet as a picture desk writes it, with traces in it.
const deskXMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
 photoshop:Credit="Courier/Agency" xmpRights:WebStatement="https://example.org/rights?a=1&amp;b=2"
 exif:GPSLatitude="48,12.5094N" aux:SerialNumber="XMPSERIAL99">
<dc:creator><rdf:Seq><rdf:li>Élise Hartmann</rdf:li><rdf:li>Jonas Weber</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 1815 Courier</rdf:li></rdf:Alt></dc:rights>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">The bridge &lt;at dawn&gt;</rdf:li><rdf:li xml:lang="ar">الجسر عند الفجر</rdf:li></rdf:Alt></dc:description>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A stone bridge</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</Iptc4xmpExt:DigitalSourceType>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

func xmpSegment(packet string) string { return segment(0xE1, jpegMark+packet) }

// pngChunk is one PNG chunk.
func pngChunk(name, content string) string {
	n := binary.BigEndian.AppendUint32(nil, uint32(len(content)))
	sum := binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(name+content)))
	return string(n) + name + content + string(sum)
}

// claimedPNG is a PNG that claims a size, with given content as its pixels.
func claimedPNG(w, h uint32, depth, colour byte, pixels string) []byte {
	var head bytes.Buffer
	head.Write(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h))
	head.Write([]byte{depth, colour, 0, 0, 0})
	return []byte("\x89PNG\r\n\x1a\n" + pngChunk("IHDR", head.String()) + pngChunk("IDAT", pixels) + pngChunk("IEND", ""))
}

// deflated is n zero bytes in zlib's form.
func deflated(n int) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	zero := make([]byte, 1<<16)
	for n > 0 {
		k, _ := z.Write(zero[:min(n, len(zero))]) // a bytes.Buffer takes everything
		n -= k
	}
	_ = z.Close()
	return b.String()
}

// claimedJPEG changes the size that a JPEG's frame header claims.
func claimedJPEG(file []byte, w, h uint16) []byte {
	file = bytes.Clone(file)
	_, frame := jpegFrame(file)
	binary.BigEndian.PutUint16(frame[1:], h)
	binary.BigEndian.PutUint16(frame[3:], w)
	return file
}
