package library

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"slices"

	"github.com/gen2brain/webp"
	"golang.org/x/image/draw"
)

// Qualities of lossy encoders, of 100, and the effort of the WebP encoder of
// 6: at 2 it takes a third of the time of 4 and 5 % more bytes.
const (
	jpegQuality  = 80
	webpQuality  = 78
	wholeQuality = 92
	webpEffort   = 2
)

// fewColours is how many colours a drawing has at most.
const fewColours = 256

// study is what decides in which formats a picture is kept, and what its
// colours mean: renditions are sRGB, and carry no profile.
type study struct {
	alpha   bool // some of it is transparent
	flat    bool // a drawing of few colours, which JPEG would smear
	proof   bool
	colours profile
}

func studyOf(src image.Image, o order) study {
	s := study{proof: o.proof}
	if o.mediaType == "image/jpeg" {
		return s
	}
	if o, ok := src.(interface{ Opaque() bool }); ok {
		s.alpha = !o.Opaque()
	}
	_, lossy := src.(*image.YCbCr)
	s.flat = !lossy && coloursSampled(src) <= fewColours
	return s
}

// coloursSampled counts the colours on a grid of points, as far as one more
// than fewColours.
func coloursSampled(src image.Image) int {
	const grid = 200
	b := src.Bounds()
	seen := map[[4]uint32]bool{}
	for y := b.Min.Y; y < b.Max.Y; y += 1 + b.Dy()/grid {
		for x := b.Min.X; x < b.Max.X; x += 1 + b.Dx()/grid {
			r, g, bl, a := src.At(x, y).RGBA()
			if seen[[4]uint32{r, g, bl, a}] = true; len(seen) > fewColours {
				return len(seen)
			}
		}
	}
	return len(seen)
}

// renditions makes all sizes and formats. small is the picture upright and
// perhaps shrunk; width and height are the original's.
func (s study) renditions(small *image.RGBA, width, height int) ([]drawn, error) {
	var all []drawn
	made := []*image.RGBA{small}
	for _, w := range s.widths(width) {
		h := max(1, (w*height+width/2)/width)
		m := scale(nearest(made, w), w, h)
		made = append(made, m)
		files, err := s.encode(m)
		if err != nil {
			return nil, err
		}
		all = append(all, files...)
	}
	return all, nil
}

// proofWidths are the widths of a proof: what can be shown at once, in the one
// format that every browser knows.
var proofWidths = []int{960, 480}

func (s study) widths(width int) []int {
	if !s.proof {
		return widthsOf(width)
	}
	all := []int{min(width, proofWidths[0])}
	if proofWidths[1] < all[0] {
		all = append(all, proofWidths[1])
	}
	return all
}

// widthsOf lists the widths of a picture's renditions, widest first: those of
// Widths that it has, and its own where it is narrower than the widest. One
// that is hardly narrower than its own is left out.
func widthsOf(width int) []int {
	widest := min(width, Widths[len(Widths)-1])
	all := []int{widest}
	for _, Width := range slices.Backward(Widths) {
		if Width*10 <= widest*9 {
			all = append(all, Width)
		}
	}
	return all
}

// nearest returns the narrowest picture that is at least twice as wide as w,
// so that no size is made of one that has lost sharpness already; else the
// first, which is the widest.
func nearest(made []*image.RGBA, w int) *image.RGBA {
	for i := len(made) - 1; i > 0; i-- {
		if made[i].Rect.Dx() >= 2*w {
			return made[i]
		}
	}
	return made[0]
}

func scale(src *image.RGBA, w, h int) *image.RGBA {
	if src.Rect.Dx() == w && src.Rect.Dy() == h {
		return src
	}
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.CatmullRom.Scale(dst, dst.Rect, src, src.Rect, draw.Src, nil)
	return dst
}

// encode writes one size in both of its formats, of a proof in the plain one.
func (s study) encode(m *image.RGBA) ([]drawn, error) {
	plain := drawn{Width: m.Rect.Dx(), Height: m.Rect.Dy(), MediaType: "image/jpeg"}
	slim := drawn{Width: m.Rect.Dx(), Height: m.Rect.Dy(), MediaType: "image/webp"}
	var err error
	if s.alpha || s.flat {
		plain.MediaType = "image/png"
	}
	if plain.Bytes, err = encoded(m, plain.MediaType, jpegQuality); err != nil {
		return nil, err
	}
	if s.proof {
		return []drawn{plain}, nil
	}
	var b bytes.Buffer
	if err := webp.Encode(&b, straight(m, s.alpha), webp.Options{Quality: webpQuality, Lossless: s.flat, Method: webpEffort}); err != nil {
		return nil, err
	}
	slim.Bytes = b.Bytes()
	return []drawn{plain, slim}, nil
}

// whole encodes the whole picture upright, with nothing but its pixels.
func (s study) whole(src image.Image, o orientation) (*drawn, error) {
	d := &drawn{MediaType: "image/jpeg"}
	if s.alpha || s.flat {
		d.MediaType = "image/png"
	}
	if o > 1 || s.colours.curves[0] != nil {
		m := o.upright(shrink(src, 0))
		s.colours.apply(m.Pix)
		src = m
	}
	d.Width, d.Height = src.Bounds().Dx(), src.Bounds().Dy()
	var err error
	d.Bytes, err = encoded(src, d.MediaType, wholeQuality)
	return d, err
}

func encoded(m image.Image, mediaType string, quality int) ([]byte, error) {
	var b bytes.Buffer
	var err error
	if mediaType == "image/png" {
		err = png.Encode(&b, m)
	} else {
		err = jpeg.Encode(&b, m, &jpeg.Options{Quality: quality})
	}
	return b.Bytes(), err
}

// straight takes the alpha out of the colours, as WebP stores them.
func straight(m *image.RGBA, alpha bool) image.Image {
	if !alpha {
		return m
	}
	dst := image.NewNRGBA(m.Rect)
	draw.Draw(dst, dst.Rect, m, m.Rect.Min, draw.Src)
	return dst
}
