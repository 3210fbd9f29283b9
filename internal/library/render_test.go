package library

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"slices"
	"testing"

	"github.com/gen2brain/webp"

	"dateline/internal/news"
)

// quarters paints the corners of a picture red, green, blue and white, read
// from the top left as a book is.
func quarters(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetNRGBA(x, y, corner(x >= w/2, y >= h/2))
		}
	}
	return m
}

func corner(right, low bool) color.NRGBA {
	switch {
	case !right && !low:
		return color.NRGBA{255, 0, 0, 255}
	case right && !low:
		return color.NRGBA{0, 255, 0, 255}
	case low && !right:
		return color.NRGBA{0, 0, 255, 255}
	}
	return color.NRGBA{255, 255, 255, 255}
}

// stored is how a camera stores an upright picture that it took while it was
// held in one of the eight ways: EXIF 2.32, 4.6.4, "Orientation".
var stored = map[orientation]func(x, y, w, h int) (sx, sy int){
	1: func(x, y, _, _ int) (int, int) { return x, y },
	2: func(x, y, w, _ int) (int, int) { return w - 1 - x, y },         // row 0 is the top, column 0 the right
	3: func(x, y, w, h int) (int, int) { return w - 1 - x, h - 1 - y }, // bottom, right
	4: func(x, y, _, h int) (int, int) { return x, h - 1 - y },         // bottom, left
	5: func(x, y, _, _ int) (int, int) { return y, x },                 // left, top
	6: func(x, y, w, _ int) (int, int) { return y, w - 1 - x },         // row 0 is the right side, column 0 the top: see the test
	7: func(x, y, w, h int) (int, int) { return h - 1 - y, w - 1 - x }, // right, bottom
	8: func(x, y, _, h int) (int, int) { return h - 1 - y, x },         // left, bottom
}

func TestPicturesStandUpright(t *testing.T) {
	const w, h = 40, 20
	want := shrink(quarters(w, h), w)
	for o := orientation(1); o <= 8; o++ {
		sw, sh := o.size(w, h)
		src := image.NewRGBA(image.Rect(0, 0, sw, sh))
		for y := range h {
			for x := range w {
				sx, sy := stored[o](x, y, w, h)
				src.SetRGBA(sx, sy, want.RGBAAt(x, y))
			}
		}
		if got := o.upright(src); got.Rect != want.Rect || !bytes.Equal(got.Pix, want.Pix) {
			t.Errorf("orientation %d is not upright", o)
		}
	}
}

func TestOrientationOfAFileIsApplied(t *testing.T) {
	h := newHouse(t)
	p := h.add(t, withSegments(photoFile(t, 900, 600), exifSegment(6)))
	if p.Width != 600 || p.Height != 900 {
		t.Errorf("%d × %d", p.Width, p.Height)
	}
	for _, r := range h.renditions(t, p.ID) {
		if r.Height*2 != r.Width*3 {
			t.Errorf("rendition %d × %d", r.Width, r.Height)
		}
	}
}

func TestWidths(t *testing.T) {
	for width, want := range map[int][]int{
		10: {10}, 320: {320}, 340: {340}, 360: {360, 320}, 1000: {1000, 640, 480, 320},
		1300: {1300, 960, 640, 480, 320}, 5000: {1920, 1280, 960, 640, 480, 320},
	} {
		if got := widthsOf(width); !slices.Equal(got, want) {
			t.Errorf("%d: %v, want %v", width, got, want)
		}
	}
}

// Each rendition looks as the original does, in all formats and ways of
// shrinking.
func TestRenditionsLookLikeTheOriginal(t *testing.T) {
	for _, width := range []int{320, 900, 3000, 6000} {
		m := quarters(width, width/2)
		m.SetNRGBA(0, 0, color.NRGBA{254, 0, 0, 255})
		var file bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&file, m); err != nil {
			t.Fatal(err)
		}
		for _, s := range []study{{}, {flat: true}, {proof: true}} {
			all, err := s.renditions(shrink(m, width), width, width/2)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range all {
				checkQuarters(t, d)
			}
		}
	}
}

func checkQuarters(t *testing.T, d drawn) {
	t.Helper()
	m, err := decode(bytes.NewReader(d.Bytes), d.MediaType)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ right, low bool }{{false, false}, {true, false}, {false, true}, {true, true}} {
		x, y := d.Width/4, d.Height/4
		if c.right {
			x += d.Width / 2
		}
		if c.low {
			y += d.Height / 2
		}
		want := corner(c.right, c.low)
		r, g, b, _ := m.At(x, y).RGBA()
		if far(r, want.R) || far(g, want.G) || far(b, want.B) {
			t.Errorf("%s %d: at %d, %d stands %d %d %d, want %v", d.MediaType, d.Width, x, y, r>>8, g>>8, b>>8, want)
		}
	}
}

func far(got uint32, want uint8) bool {
	d := int(got>>8) - int(want)
	return d > 8 || d < -8
}

func TestFormatsByKindOfPicture(t *testing.T) {
	see := image.NewNRGBA(image.Rect(0, 0, 400, 300)) // a photograph with a transparent corner
	for y := range 300 {
		for x := range 400 {
			see.SetNRGBA(x, y, color.NRGBA{uint8(x), uint8(y), uint8(x * y), 255})
		}
	}
	opaque := image.NewNRGBA(see.Rect)
	copy(opaque.Pix, see.Pix)
	see.SetNRGBA(0, 0, color.NRGBA{})
	for what, c := range map[string]struct {
		file  []byte
		plain string
	}{
		"transparent png":    {pngOf(t, see), "image/png"},
		"photograph as png":  {pngOf(t, opaque), "image/jpeg"},
		"drawing":            {pngOf(t, quarters(400, 300)), "image/png"},
		"gif":                {gifOf(t, 400, 300), "image/png"},
		"webp":               {webpOf(t, opaque, false), "image/jpeg"},
		"webp without loss":  {webpOf(t, opaque, true), "image/jpeg"},
		"transparent webp":   {webpOf(t, see, false), "image/png"},
		"photograph as jpeg": {photoFile(t, 400, 300), "image/jpeg"},
	} {
		h := newHouse(t)
		for _, r := range h.renditions(t, h.add(t, c.file).ID) {
			if r.MediaType != c.plain && r.MediaType != "image/webp" {
				t.Errorf("%s: a rendition as %s", what, r.MediaType)
			}
			if c.plain == "image/png" && what != "drawing" && what != "gif" {
				checkSeeThrough(t, what, r, h.bytesOf(t, r))
			}
		}
	}
}

func checkSeeThrough(t *testing.T, what string, r news.Rendition, file []byte) {
	t.Helper()
	m, err := decode(bytes.NewReader(file), r.MediaType)
	if err != nil {
		t.Fatalf("%s as %s: %v", what, r.MediaType, err)
	}
	if _, _, _, a := m.At(0, 0).RGBA(); a > 0xC000 {
		t.Errorf("%s as %s: what was transparent is not (%x)", what, r.MediaType, a)
	}
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// gifOf is a film of two frames.
func gifOf(t testing.TB, w, h int) []byte {
	t.Helper()
	frame := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.Black, color.White})
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func webpOf(t testing.TB, m image.Image, lossless bool) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := webp.Encode(&b, m, webp.Options{Quality: 80, Lossless: lossless}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
