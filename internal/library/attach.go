package library

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// The files that are labelled here were written by this program's own
// encoders, or by attach before: their layout is known.

var errLayout = errors.New("a rendition is not laid out as the encoder writes it")

// attach returns a rendition with a label in place of the one it has; a nil
// label leaves none.
func attach(d drawn, label []byte) ([]byte, error) {
	var b []byte
	var err error
	switch d.MediaType {
	case "image/jpeg":
		b, err = attachJPEG(d.Bytes, label)
	case "image/png":
		b, err = attachPNG(d.Bytes, label)
	case "image/webp":
		b, err = attachWebP(d, label)
	default:
		err = errLayout
	}
	if err != nil {
		return nil, fmt.Errorf("label %s: %w", d.MediaType, err)
	}
	return b, nil
}

// jpegMark begins the APP1 segment that holds XMP (XMP part 3, 1.1.3).
const jpegMark = "http://ns.adobe.com/xap/1.0/\x00"

// attachJPEG puts the label behind the start of the image.
func attachJPEG(file, label []byte) ([]byte, error) {
	if len(file) < 4 || file[0] != 0xFF || file[1] != 0xD8 {
		return nil, errLayout
	}
	rest := file[2:]
	if len(rest) >= 4 && rest[0] == 0xFF && rest[1] == 0xE1 {
		n := int(binary.BigEndian.Uint16(rest[2:]))
		if n+2 > len(rest) {
			return nil, errLayout
		}
		rest = rest[2+n:]
	}
	out := append(make([]byte, 0, len(file)+len(label)+40), 0xFF, 0xD8)
	if label != nil {
		out = append(out, 0xFF, 0xE1)
		out = binary.BigEndian.AppendUint16(out, uint16(2+len(jpegMark)+len(label)))
		out = append(append(out, jpegMark...), label...)
	}
	return append(out, rest...), nil
}

const (
	pngHead  = 8 + 12 + 13 // signature and IHDR
	pngLabel = "XML:com.adobe.xmp\x00\x00\x00\x00\x00"
)

// attachPNG puts the label behind the header chunk.
func attachPNG(file, label []byte) ([]byte, error) {
	if len(file) < pngHead+12 || string(file[12:16]) != "IHDR" {
		return nil, errLayout
	}
	rest := file[pngHead:]
	if string(rest[4:8]) == "iTXt" {
		n := int(binary.BigEndian.Uint32(rest))
		if n > len(rest)-12 {
			return nil, errLayout
		}
		rest = rest[12+n:]
	}
	out := append(make([]byte, 0, len(file)+len(label)+40), file[:pngHead]...)
	if label != nil {
		out = binary.BigEndian.AppendUint32(out, uint32(len(pngLabel)+len(label)))
		from := len(out)
		out = append(append(append(out, "iTXt"...), pngLabel...), label...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[from:]))
	}
	return append(out, rest...), nil
}

// Flags of the extended WebP header (RFC 9649, 2.7).
const (
	webpXMP   = 0x04
	webpAlpha = 0x10
)

// attachWebP writes the extended form of the file, with the label as its last
// chunk.
func attachWebP(d drawn, label []byte) ([]byte, error) {
	chunks, err := webpChunks(d.Bytes)
	if err != nil {
		return nil, err
	}
	var flags byte
	var body bytes.Buffer
	for _, c := range chunks {
		switch c.name {
		case "ALPH":
			flags |= webpAlpha
		case "VP8L":
			if len(c.content) >= 5 && c.content[4]&0x10 != 0 { // alpha_is_used, RFC 9649, 3.4
				flags |= webpAlpha
			}
		case "VP8 ":
		default:
			continue // the header and the label are written anew
		}
		writeChunk(&body, c)
	}
	if label != nil {
		flags |= webpXMP
		writeChunk(&body, webpChunk{"XMP ", label})
	}
	var out bytes.Buffer
	head := append([]byte{flags, 0, 0, 0}, size24(d.Width)...)
	writeChunk(&out, webpChunk{"VP8X", append(head, size24(d.Height)...)})
	out.Write(body.Bytes())
	riff := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(4+out.Len()))
	return append(append(riff, "WEBP"...), out.Bytes()...), nil
}

type webpChunk struct {
	name    string
	content []byte
}

func webpChunks(file []byte) ([]webpChunk, error) {
	if !begins(file, "RIFF....WEBP") {
		return nil, errLayout
	}
	var all []webpChunk
	for rest := file[12:]; len(rest) >= 8; {
		n := int(binary.LittleEndian.Uint32(rest[4:]))
		if n > len(rest)-8 {
			return nil, errLayout
		}
		all = append(all, webpChunk{string(rest[:4]), rest[8 : 8+n]})
		rest = rest[min(len(rest), 8+n+n&1):]
	}
	return all, nil
}

func writeChunk(b *bytes.Buffer, c webpChunk) {
	b.WriteString(c.name)
	b.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(c.content))))
	b.Write(c.content)
	if len(c.content)&1 == 1 {
		b.WriteByte(0)
	}
}

// size24 writes a side less one in three bytes.
func size24(side int) []byte {
	n := side - 1
	return []byte{byte(n), byte(n >> 8), byte(n >> 16)}
}
