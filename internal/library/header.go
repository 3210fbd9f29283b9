package library

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp"
)

// maxDecoded is how many bytes a decoder may take for a picture; the rest of
// MaxMemory is for making renditions.
const maxDecoded = MaxMemory / 2

// codecs decode the formats that are taken. need estimates, from a header,
// how many bytes a decoder takes for each pixel.
var codecs = map[string]struct {
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
	need   func(file []byte, c image.Config) float64
}{
	"image/jpeg": {jpeg.DecodeConfig, jpeg.Decode, jpegNeed},
	"image/png":  {png.DecodeConfig, png.Decode, pngNeed},
	"image/gif":  {gif.DecodeConfig, gif.Decode, func([]byte, image.Config) float64 { return 2 }},
	"image/webp": {webp.DecodeConfig, webp.Decode, func([]byte, image.Config) float64 { return 9 }},
}

// checkHeader refuses by its header alone a picture that is too large to open.
func checkHeader(file []byte, mediaType string) error {
	codec, known := codecs[mediaType]
	if !known {
		return fmt.Errorf("no codec for %q", mediaType)
	}
	c, err := codec.config(bytes.NewReader(file))
	if err != nil {
		return err
	}
	if c.Width <= 0 || c.Height <= 0 {
		return &refusal{Message: "The picture has no width or height. Save it anew as JPEG."}
	}
	if c.Width > MaxSide || c.Height > MaxSide || c.Width*c.Height > MaxPixels {
		return &refusal{TooLarge: true, Message: fmt.Sprintf(
			"The picture has %d × %d pixels; at most %d million fit, and %d on a side. Save it smaller: %d pixels wide are enough.",
			c.Width, c.Height, MaxPixels/1_000_000, MaxSide, 2*Widths[len(Widths)-1])}
	}
	if c.Height > MaxTall*c.Width || c.Width > MaxTall*c.Height {
		return &refusal{Message: fmt.Sprintf("One side of the picture is more than %d times the other. Crop it.", MaxTall)}
	}
	if codec.need(file, c)*float64(c.Width*c.Height) > maxDecoded {
		return &refusal{TooLarge: true, Message: fmt.Sprintf(
			"The picture has %d × %d pixels in a form that takes much memory. Save it smaller, or as a plain (baseline, 8-bit) JPEG.", c.Width, c.Height)}
	}
	return nil
}

// pngNeed counts what image/png allocates: the picture and, when it is
// interlaced, its largest pass beside it.
func pngNeed(file []byte, c image.Config) float64 {
	const interlaceAt = 28 // in IHDR, ISO/IEC 15948 clause 11.2.2
	need := 4.0
	switch c.ColorModel {
	case color.GrayModel:
		need = 1
	case color.Gray16Model:
		need = 2
	case color.RGBA64Model, color.NRGBA64Model:
		need = 8
	}
	if len(file) > interlaceAt && file[interlaceAt] != 0 {
		need *= 1.5
	}
	return need
}

// jpegNeed counts the samples of each pixel by the frame header, and four bytes more
// for each where coefficients are kept until the last scan (ITU-T T.81, B.2.2).
func jpegNeed(file []byte, _ image.Config) float64 {
	marker, frame := jpegFrame(file)
	if len(frame) < 6 || len(frame) < 6+3*int(frame[5]) {
		return 4
	}
	parts := int(frame[5])
	samples, most := 0, 1
	for i := range parts {
		sampling := frame[6+3*i+1]
		n := int(sampling>>4) * int(sampling&15)
		samples, most = samples+n, max(most, n)
	}
	need := float64(samples) / float64(most)
	if marker == 0xC2 {
		need *= 5
	}
	if parts == 4 {
		need += 4 // the pixels of CMYK are put together at the end
	}
	return need
}

// jpegFrame returns the marker and the content of a JPEG's frame header.
func jpegFrame(file []byte) (marker byte, frame []byte) {
	for at := 2; at+4 <= len(file) && file[at] == 0xFF; {
		marker = file[at+1]
		if marker == 0xFF { // fill byte
			at++
			continue
		}
		end := at + 2 + int(file[at+2])<<8 + int(file[at+3])
		if end > len(file) || end < at+4 {
			return 0, nil
		}
		if marker >= 0xC0 && marker <= 0xC2 {
			return marker, file[at+4 : end]
		}
		at = end
	}
	return 0, nil
}

// decode decodes a whole picture: of a GIF the first frame.
func decode(r io.Reader, mediaType string) (image.Image, error) {
	m, err := codecs[mediaType].decode(r)
	if mediaType == "image/webp" {
		widen(m)
	}
	if err == nil && m.Bounds().Empty() {
		err = fmt.Errorf("the picture is empty")
	}
	return m, err
}

// widen brings the samples of a WebP into the range that image/color takes
// them to have: VP8 stores luma from 16 to 235 and chroma from 16 to 240 (RFC
// 6386, 9.2), and the decoder hands them on as they are.
func widen(m image.Image) {
	var planes *image.YCbCr
	switch m := m.(type) {
	case *image.YCbCr:
		planes = m
	case *image.NYCbCrA:
		planes = &m.YCbCr
	default:
		return // without loss: full range already
	}
	var luma, chroma [256]uint8
	for i := range 256 {
		luma[i] = uint8(max(0, min(255, ((i-16)*255+109)/219)))
		chroma[i] = uint8(max(0, min(255, ((i-128)*255+128*224+112)/224)))
	}
	for i, v := range planes.Y {
		planes.Y[i] = luma[v]
	}
	for i := range planes.Cb {
		planes.Cb[i], planes.Cr[i] = chroma[planes.Cb[i]], chroma[planes.Cr[i]]
	}
}
