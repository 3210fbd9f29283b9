package library

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"
	"time"

	"github.com/bep/imagemeta"
)

// told is what a file says of its picture.
type told struct {
	Facts
	orientation orientation
}

// maxTelling is how long one kind of metadata is read at most, and maxPacket
// how many bytes of XMP.
const (
	maxTelling = 5 * time.Second
	maxPacket  = 1 << 20
)

var metaFormats = map[string]imagemeta.ImageFormat{
	"image/jpeg": imagemeta.JPEG, "image/png": imagemeta.PNG, "image/webp": imagemeta.WebP,
}

// tell reads what is said in XMP, IPTC-IIM and EXIF; where they differ, the
// first of them counts (Metadata Working Group, Guidelines 2.0, chapter 5).
// What cannot be read is as if it were not there: a picture with a damaged
// caption is still a picture.
func tell(file []byte, mediaType string) told {
	t := told{orientation: 1}
	format, known := metaFormats[mediaType]
	if !known {
		return t
	}
	var xmp, iptc, exif Facts
	read := func(source imagemeta.Source, tag func(imagemeta.TagInfo) error) {
		// What was handed over before an error counts; the error itself does not.
		_, _ = imagemeta.Decode(imagemeta.Options{
			R: bytes.NewReader(file), ImageFormat: format, Sources: source, Timeout: maxTelling, HandleTag: tag,
			HandleXMP: func(r io.Reader) error { xmp = factsOfXMP(r); return nil },
		})
	}
	read(imagemeta.XMP, nil)
	read(imagemeta.IPTC, func(i imagemeta.TagInfo) error { addTag(&iptc, iptcTags, i); return nil })
	read(imagemeta.EXIF, func(i imagemeta.TagInfo) error {
		if i.Tag == "Orientation" && i.Namespace == "IFD0" {
			t.orientation = orientationOf(i.Value)
		}
		addTag(&exif, exifTags, i)
		return nil
	})
	if mediaType == "image/png" {
		xmp = factsOfXMP(strings.NewReader(pngPacket(file)))
	}
	t.Facts = first(first(xmp, iptc), exif)
	return t
}

// orientationOf reads an EXIF value; whatever is not a way to hold a camera
// is upright.
func orientationOf(v any) orientation {
	if n, ok := v.(uint16); ok && n >= 1 && n <= 8 {
		return orientation(n)
	}
	return 1
}

// Tags of IPTC-IIM 4.2 (record 2) and EXIF 2.32, as imagemeta names them.
var (
	iptcTags = map[string]func(*Facts) *string{
		"By-line":          func(f *Facts) *string { return &f.Creator },
		"Credit":           func(f *Facts) *string { return &f.Credit },
		"CopyrightNotice":  func(f *Facts) *string { return &f.Copyright },
		"Caption-Abstract": caption,
	}
	exifTags = map[string]func(*Facts) *string{
		"Artist":           func(f *Facts) *string { return &f.Creator },
		"Copyright":        func(f *Facts) *string { return &f.Copyright },
		"ImageDescription": caption,
	}
)

// caption is the caption in the language that the file does not name.
func caption(f *Facts) *string { return &f.in("").Caption }

// in returns the words in a language, beginning them where there are none.
func (f *Facts) in(language string) *SaidWords {
	for i := range f.Words {
		if f.Words[i].Language == language {
			return &f.Words[i]
		}
	}
	f.Words = append(f.Words, SaidWords{Language: language})
	return &f.Words[len(f.Words)-1]
}

func addTag(f *Facts, tags map[string]func(*Facts) *string, i imagemeta.TagInfo) {
	field, wanted := tags[i.Tag]
	if !wanted {
		return
	}
	switch v := i.Value.(type) {
	case string:
		*field(f) = strings.TrimRight(v, "\x00 ")
	case []string:
		*field(f) = strings.Join(v, ", ")
	case int, int64, uint16, uint32:
		// A number where a text belongs says nothing.
	}
}

// first returns a, with what it lacks from b.
func first(a, b Facts) Facts {
	for _, t := range []struct {
		to   *string
		from string
	}{{&a.Creator, b.Creator}, {&a.Credit, b.Credit}, {&a.Copyright, b.Copyright}, {&a.Rights, b.Rights}, {&a.SourceType, b.SourceType}} {
		if strings.TrimSpace(*t.to) == "" {
			*t.to = t.from
		}
	}
	for _, w := range b.Words {
		to := a.in(w.Language)
		if to.Caption == "" {
			to.Caption = w.Caption
		}
		if to.Alt == "" {
			to.Alt = w.Alt
		}
	}
	return a
}

// pngPacket returns the XMP of a PNG: an iTXt chunk that is not compressed
// (XMP part 3, chapter 1.1.5); "" for none.
func pngPacket(file []byte) string {
	packet := pngContent(file, "iTXt", func(content string) bool { return strings.HasPrefix(content, pngLabel) })
	return strings.TrimPrefix(packet, pngLabel)
}

// pngContent returns the content of the first wanted chunk of a name, "" for
// none, cut at maxPacket.
func pngContent(file []byte, name string, wanted func(content string) bool) string {
	for at := 8; at+12 <= len(file); {
		n := int(binary.BigEndian.Uint32(file[at:]))
		if n > len(file)-at-12 {
			return ""
		}
		if string(file[at+4:at+8]) == name {
			if content := string(file[at+8 : at+8+min(n, maxPacket)]); wanted(content) {
				return content
			}
		}
		at += 12 + n
	}
	return ""
}
