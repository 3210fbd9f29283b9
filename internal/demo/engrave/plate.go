package engrave

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"

	"golang.org/x/image/vector"
)

// The long and short side of a plate, in plate units. A scene is drawn in
// these, whatever the size of the print.
const (
	LongSide  = 1200.0
	ShortSide = 800.0
)

// Paper and Ink are the two colours of every print.
var (
	Paper = color.RGBA{0xeb, 0xe9, 0xe1, 0xff}
	Ink   = color.RGBA{0x1e, 0x1b, 0x18, 0xff}
)

// Plate is a picture being engraved. Ink is what prints; tone is what the eye
// will read there, kept so that water can mirror what stands above it.
type Plate struct {
	W, H  float64 // in plate units
	scale float64 // pixels to a unit
	wide  int     // in pixels
	high  int
	ink   []float32
	tone  []float32
	seed  uint32
	dice  *rand.Rand
}

// NewPlate is an empty plate printed width pixels wide; portrait stands it on
// its short side. The seed decides every accident of the hand.
func NewPlate(width int, portrait bool, seed uint32) *Plate {
	if portrait {
		return blank(ShortSide, LongSide, width, seed)
	}
	return blank(LongSide, ShortSide, width, seed)
}

// blank is an empty plate of a size in plate units.
func blank(w, h float64, width int, seed uint32) *Plate {
	scale := float64(width) / w
	high := int(math.Round(h * scale))
	return &Plate{
		W: w, H: h, scale: scale, wide: width, high: high, seed: seed, dice: rand.New(rand.NewPCG(uint64(seed), 1815)), //nolint:gosec // drawing must be repeatable
		ink: make([]float32, width*high), tone: make([]float32, width*high),
	}
}

// between throws the dice: a number from lo to hi.
func (p *Plate) between(lo, hi float64) float64 { return mix(lo, hi, p.dice.Float64()) }

// toneAt is the tone the eye reads at a place; outside, that of the edge.
func (p *Plate) toneAt(x, y float64) float64 {
	ix := min(max(int(x*p.scale), 0), p.wide-1)
	iy := min(max(int(y*p.scale), 0), p.high-1)
	return float64(p.tone[iy*p.wide+ix])
}

// Print is the picture: ink on paper.
func (p *Plate) Print() *image.RGBA { return p.printIn(Paper, Ink) }

// printIn is the picture in two colours of one's choice.
func (p *Plate) printIn(paper, ink color.RGBA) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, p.wide, p.high))
	for i, t := range p.ink {
		k := float64(t)
		img.Pix[4*i] = blend(paper.R, ink.R, k)
		img.Pix[4*i+1] = blend(paper.G, ink.G, k)
		img.Pix[4*i+2] = blend(paper.B, ink.B, k)
		img.Pix[4*i+3] = 0xff
	}
	return img
}

func blend(a, b uint8, t float64) uint8 { return uint8(math.Round(mix(float64(a), float64(b), t))) }

// mask is an area of the plate in pixels, with how far each pixel belongs to it.
type mask struct {
	box   image.Rectangle
	alpha func(x, y int) float64
}

// all is the whole plate.
func (p *Plate) all() mask {
	return mask{image.Rect(0, 0, p.wide, p.high), func(int, int) float64 { return 1 }}
}

// within is the area of a path, with soft-edged pixels.
func (p *Plate) within(path Path) mask {
	l, t, r, b := path.bounds()
	box := p.pixels(l, t, r, b)
	if box.Empty() {
		return mask{box: box}
	}
	ras := vector.NewRasterizer(box.Dx(), box.Dy())
	for _, ring := range path {
		for i, q := range ring {
			x, y := float32(q.X*p.scale)-float32(box.Min.X), float32(q.Y*p.scale)-float32(box.Min.Y)
			if i == 0 {
				ras.MoveTo(x, y)
			} else {
				ras.LineTo(x, y)
			}
		}
		ras.ClosePath()
	}
	cover := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	ras.Draw(cover, cover.Rect, image.Opaque, image.Point{})
	return mask{box, func(x, y int) float64 {
		return float64(cover.Pix[(y-box.Min.Y)*cover.Stride+x-box.Min.X]) / 255
	}}
}

// below is everything under a line y = edge(x), down to a floor.
func (p *Plate) below(edge func(x float64) float64, top, floor float64) mask {
	box := p.pixels(0, top, p.W, floor)
	line := make([]float64, p.wide)
	for x := range line {
		line[x] = edge((float64(x)+0.5)/p.scale) * p.scale
	}
	return mask{box, func(x, y int) float64 { return clamp(float64(y)+1-line[x], 0, 1) }}
}

// veil is an area with a soft edge, for smoke and haze: alpha in plate units.
func (p *Plate) veil(box [4]float64, alpha Tone) mask {
	return mask{p.pixels(box[0], box[1], box[2], box[3]), func(x, y int) float64 {
		return clamp(alpha((float64(x)+0.5)/p.scale, (float64(y)+0.5)/p.scale), 0, 1)
	}}
}

// pixels is the box of whole pixels around a box in plate units.
func (p *Plate) pixels(l, t, r, b float64) image.Rectangle {
	at := func(v float64, round func(float64) float64) int { return int(round(clamp(v, -4000, 4000) * p.scale)) }
	box := image.Rect(at(l, math.Floor), at(t, math.Floor), at(r, math.Ceil), at(b, math.Ceil))
	return box.Intersect(image.Rect(0, 0, p.wide, p.high))
}
