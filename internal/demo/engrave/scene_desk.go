package engrave

import "math"

// treaty is the open instrument on the desk, written and sealed.
func (p *Plate) treaty() {
	sheet := poly(400, 742, 486, 590, 760, 590, 800, 742)
	p.Shape(sheet, Cut{Tone: func(x, _ float64) float64 { return 0.08 * step(560, 420, x) }, Flow: hatch(0), Gap: 4, Edge: 1.4, Halo: 3})
	p.Stroke(line(402, 745, 802, 745, 762, 592), 3, 1.4)
	for i := range 15 {
		k := float64(i) / 15
		y := 612 + 118*k
		l, r := 486-86*(y-590)/152+26, 760+40*(y-590)/152-26
		if i == 0 {
			p.writing(l+70, r-70, y, 7)
			continue
		}
		if i > 11 {
			r = mix(l, r, 0.55)
		}
		p.writing(l, r, y+6, 3.4)
	}
}

// writing is a line of hand: small loops and strokes with gaps for words.
func (p *Plate) writing(from, to, y, size float64) {
	x := from
	for x < to {
		word := x + p.between(12, 40)
		for ; x < math.Min(word, to); x += size * 0.75 {
			h := size * p.between(0.4, 1)
			if p.between(0, 1) < 0.16 {
				h = size * 1.7
			}
			p.Stroke(line(x, y, x+size*0.42, y-h, x+size*0.7, y), 1, 0.7)
		}
		x += size * 1.6
	}
}

// seal is wax on a ribbon.
func (p *Plate) seal(c Point, r float64) {
	for _, side := range []float64{-1, 1} {
		p.Shape(poly(c.X-10, c.Y, c.X+side*26-12, c.Y+74, c.X+side*26, c.Y+62, c.X+side*26+13, c.Y+72, c.X+10, c.Y), Cut{Tone: flat(0.5 + 0.14*side), Flow: hatch(80), Gap: 2.8, Edge: 1.2, Halo: 1.4})
	}
	p.Clump(Clump{X: c.X, Y: c.Y, R: r, Light: 0.4, Dark: 0.98, Lobes: 9, Deep: 0.1, Gap: 2.7, Sun: Point{0.5, -0.8}, Edge: 1.6})
	p.scratch(arc(c, r*0.66, r*0.6, [2]float64{0, 2 * math.Pi}), 1.8)
	p.Scrape(curve(c.X-12, c.Y+10, c.X-4, c.Y-14, c.X+2, c.Y-2, c.X+12, c.Y-14), 3, 2)
	p.Scrape(line(c.X-14, c.Y+14, c.X+14, c.Y+14), 2.4, 2.4)
	p.Scrape(curve(c.X+2, c.Y-4, c.X+10, c.Y+4, c.X+4, c.Y+12), 2.6, 2)
}

// inkwell is a glass well with a quill in it.
func (p *Plate) inkwell(s Spot) {
	vane := blob(8, -46, 30, -108, 74, -190, 120, -246, 142, -256, 128, -206, 92, -130, 44, -72)
	p.Shape(s.path(vane), Cut{Tone: func(x, y float64) float64 {
		u := (x-s.X)*0.82 + (y-s.Y)*0.57
		return 0.06 + 0.5*step(4, -26, u)
	}, Flow: hatch(24), Gap: 3, Grain: 0.12, Edge: 1.2, Halo: 2.4})
	p.Stroke(s.line(curve(4, -30, 36, -96, 84, -178, 140, -254)), 2.4, 0.8)
	p.Shape(s.path(blob(-28, 0, -34, -18, -26, -36, -12, -40, -12, -52, 14, -52, 14, -40, 28, -36, 36, -18, 30, 0, 0, 4)), Cut{Tone: func(x, y float64) float64 {
		return clamp(0.92-0.8*bell(x, s.X+17, 9)*step(0, -14, y-s.Y)-0.3*bell(x, s.X-16, 5), 0.05, 0.97)
	}, Flow: hatch(90), Gap: 2.6, Edge: 1.4, Halo: 2})
	p.Shape(s.path(ellipse(1, -52, 14, 4.4)), Cut{Tone: flat(0.7), Flow: hatch(0), Gap: 2, Edge: 1.4})
}

// candle stands on its stick; the flame is bare paper.
func (p *Plate) candle(s Spot, flame Point) {
	p.Shape(s.path(ellipse(0, 2, 62, 16)), Cut{Tone: func(x, _ float64) float64 { return 0.2 + 0.5*step(-10, 60, math.Abs(x-s.X)) }, Flow: hatch(0), Gap: 2.6, Edge: 1.6, Halo: 2.4})
	stem := blob(-14, -4, -8, -26, -16, -44, -8, -62, -9, -96, -22, -108, -20, -118, 20, -118, 22, -108, 9, -96, 8, -62, 16, -44, 8, -26, 14, -4)
	p.Shape(s.path(stem), Cut{Tone: func(x, _ float64) float64 { return clamp(0.3+0.6*step(0, 16, math.Abs(x-s.X-3)), 0, 0.95) }, Flow: hatch(0), Gap: 2.4, Cross: hatch(90), From: 0.6, Edge: 1.4, Halo: 2})
	top := s.Y - flame.Y - 30
	p.Shape(s.path(poly(-13, -118, -12.5, -top, -5, -top-3, 6, -top+1, 12.5, -top-2, 13, -118)), Cut{Tone: func(x, y float64) float64 {
		return 0.02 + 0.5*step(2, 15, math.Abs(x-s.X)) + 0.1*step(s.Y-200, s.Y-118, y)
	}, Flow: hatch(90), Gap: 2.8, Edge: 1.2, Halo: 2})
	p.Stroke(line(flame.X, flame.Y+30, flame.X+1, flame.Y+12), 2.4, 2)
	tongue := blob(flame.X, flame.Y-44, flame.X-8, flame.Y-14, flame.X-12, flame.Y+8, flame.X, flame.Y+22, flame.X+12, flame.Y+8, flame.X+8, flame.Y-14)
	p.Shape(tongue, Cut{Tone: flat(0), Edge: 0.9, Halo: 5})
	p.Stroke(curve(flame.X-4, flame.Y+14, flame.X, flame.Y+6, flame.X+4, flame.Y+14), 1.6, 1)
}

// letters lie folded at the right of the desk.
func (p *Plate) letters() {
	for i, q := range [][3]float64{{960, 640, -0.1}, {1010, 672, 0.16}, {940, 690, 0.04}} {
		c, s := math.Cos(q[2]), math.Sin(q[2])
		at := func(x, y float64) (float64, float64) { return q[0] + x*c - y*s*0.7, q[1] + x*s + y*c*0.5 }
		var ring []float64
		for _, k := range [][2]float64{{-80, -46}, {80, -46}, {80, 46}, {-80, 46}} {
			x, y := at(k[0], k[1])
			ring = append(ring, x, y)
		}
		p.Shape(poly(ring...), Cut{Tone: flat(0.06 + 0.06*float64(i)), Flow: hatch(8), Gap: 4, Edge: 1.3, Halo: 2})
		x0, y0 := at(-80, -46)
		x1, y1 := at(0, 8)
		x2, y2 := at(80, -46)
		p.Stroke(line(x0, y0, x1, y1, x2, y2), 0.9, 0.9)
		p.Solid(ellipse(x1, y1, 9, 6))
	}
}
