package engrave

import (
	"fmt"
	"image/color"
	"math"
)

// The post horn of the masthead, in its own space of 96 by 60; hornTube and
// hornCords are the same horn for SVG.
const (
	hornWide  = 96.0
	hornHigh  = 60.0
	hornLine  = 3.0
	hornCord  = 1.6
	iconSide  = 128.0 // of the square of paper the horn stands on
	hornTube  = "M3 13v8M3 17h38a16 16 0 1 1-16 16c0-4 2-8 4-10M41 17c22 0 32 4 50-12v38C75 29 64 30 56 30M91 5c4 8 4 30 0 38"
	hornCords = "M33 49l-4 9M46 48l5 9"
)

// IconSizes are the widths of the PNG icons: for phones and for the desk.
var IconSizes = []int{180, 512}

// IconPNG is the post horn in ink on a square of paper, or, dark, the reverse.
func IconPNG(size int, dark bool) ([]byte, error) {
	p := blank(iconSide, iconSide, size, 0)
	s := Spot{X: (iconSide - hornWide) / 2, Y: (iconSide - hornHigh) / 2, Scale: 1}
	for _, l := range hornLines() {
		p.Stroke(s.line(l), hornLine*1.25, hornLine*1.25)
	}
	for _, l := range [][]Point{line(33, 49, 29, 58), line(46, 48, 51, 57)} {
		p.Stroke(s.line(l), hornCord*1.4, hornCord*1.4)
	}
	img := p.Print()
	if dark {
		img = p.printIn(Ink, Paper)
	}
	return encodePNG("icon", img)
}

// hornLines are the horn's tube, bell and rim as strokes.
func hornLines() [][]Point {
	coil := append(line(3, 17, 41, 17), arc(Point{41, 33}, 16, 16, [2]float64{-math.Pi / 2, math.Pi})...)
	return [][]Point{
		line(3, 13, 3, 21),
		append(coil, bezier(Point{25, 33}, Point{25, 29}, Point{27, 25}, Point{29, 23})...),
		append(bezier(Point{41, 17}, Point{63, 17}, Point{73, 21}, Point{91, 5}),
			bezier(Point{91, 43}, Point{75, 29}, Point{64, 30}, Point{56, 30})...),
		bezier(Point{91, 5}, Point{95, 13}, Point{95, 35}, Point{91, 43}),
	}
}

// bezier is a cubic curve as a broken line.
func bezier(a, b, c, d Point) []Point {
	const steps = 24
	pts := make([]Point, 0, steps+1)
	for i := 0; i <= steps; i++ {
		t := float64(i) / steps
		u := 1 - t
		at := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
		pts = append(pts, Point{at(a.X, b.X, c.X, d.X), at(a.Y, b.Y, c.Y, d.Y)})
	}
	return pts
}

// IconSVG is the post horn for browsers that scale icons; it turns to paper on
// ink where the system is dark.
func IconSVG() []byte {
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -34 128 128">
<style>rect{fill:%[1]s}g{stroke:%[2]s}@media(prefers-color-scheme:dark){rect{fill:%[2]s}g{stroke:%[1]s}}</style>
<rect x="-16" y="-34" width="128" height="128"/>
<g fill="none" stroke-linejoin="round" stroke-linecap="round"><path stroke-width="3.8" d="%[3]s"/><path stroke-width="2.2" d="%[4]s"/></g>
</svg>
`, hex(Paper), hex(Ink), hornTube, hornCords)
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
