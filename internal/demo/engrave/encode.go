package engrave

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
)

// Quality of the JPEG files: the lowest at which no halo shows beside a line
// at full size.
const Quality = 56

// The JPEG markers that metadata travels in.
const (
	markerExifXMP   = 0xe1
	markerPhotoshop = 0xed
)

// JPEG is the scene's picture as a JPEG file with its metadata.
func (s Scene) JPEG(p *Plate) ([]byte, error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, p.Print(), &jpeg.Options{Quality: Quality}); err != nil {
		return nil, fmt.Errorf("encode %s: %w", s.Key, err)
	}
	plain := b.Bytes()
	out := append([]byte(nil), plain[:2]...) // start of image
	if s.Camera != nil {
		out = segment(out, markerExifXMP, s.Camera.exif())
	}
	out = segment(out, markerExifXMP, append([]byte("http://ns.adobe.com/xap/1.0/\x00"), s.xmp()...))
	out = segment(out, markerPhotoshop, photoshop(s.iptc()))
	return append(out, plain[2:]...), nil
}

// segment appends one marker segment; its length counts itself.
func segment(out []byte, marker byte, body []byte) []byte {
	out = append(out, 0xff, marker)
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	return append(out, body...)
}

// PNG is the picture as a PNG file in sixteen steps from paper to ink.
func (s Scene) PNG(p *Plate) ([]byte, error) {
	const steps = 16
	palette := make(color.Palette, steps)
	for i := range palette {
		k := float64(i) / (steps - 1)
		palette[i] = color.RGBA{blend(Paper.R, Ink.R, k), blend(Paper.G, Ink.G, k), blend(Paper.B, Ink.B, k), 0xff}
	}
	img := image.NewPaletted(image.Rect(0, 0, p.wide, p.high), palette)
	for i, t := range p.ink {
		img.Pix[i] = uint8(t*(steps-1) + 0.5)
	}
	return encodePNG(s.Key, img)
}

func encodePNG(name string, img image.Image) ([]byte, error) {
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&b, img); err != nil {
		return nil, fmt.Errorf("encode %s: %w", name, err)
	}
	return b.Bytes(), nil
}
