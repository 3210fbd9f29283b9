package engrave

import "math"

// table is a campaign map spread out, with the tools that read it.
func table(p *Plate) {
	p.boards()
	p.chart()
	p.front()
	p.dividers(Point{520, 300})
	p.spyglass(Point{820, 640}, Point{1130, 470})
	p.hat(Spot{X: 180, Y: 560, Scale: 1})
	p.candle(Spot{X: 1076, Y: 316, Scale: 1}, Point{1076, 74})
	p.compass(Point{128, 236}, 62)
}

// boards is the table's wood.
func (p *Plate) boards() {
	p.Cut(p.all(), Cut{Tone: func(x, y float64) float64 {
		t := 0.5 + 0.5*(cloudy(x/190, y/12, 6)-0.5) + 0.24*step(300, 800, math.Hypot(x-640, (y-380)*1.2))
		if math.Mod(y+30, 134) < 3 {
			t = 0.96
		}
		return t
	}, Flow: wavy(hatch(0), 110, 16, 5), Gap: 4.8, Grain: 0.1})
}

// onMap carries map places, 0 to 1 across and down, to the sheet on the table.
func onMap(u, v float64) Point {
	return Point{mix(mix(214, 1010, u), mix(96, 1096, u), v) + 6*math.Sin(v*6+u*3), mix(150+16*u, 700+26*u, v) + 5*math.Sin(u*7)}
}

// chart is the sheet with coast, rivers, hills and towns.
func (p *Plate) chart() {
	var ring []Point
	for i := range 160 {
		k := float64(i%40) / 40
		switch i / 40 {
		case 0:
			ring = append(ring, onMap(k, 0))
		case 1:
			ring = append(ring, onMap(1, k))
		case 2:
			ring = append(ring, onMap(1-k, 1))
		default:
			ring = append(ring, onMap(0, 1-k))
		}
	}
	p.Stroke(closed(ring), 16, 16)
	p.Shape(Path{ring}, Cut{Tone: func(x, y float64) float64 {
		fold := bell(math.Mod(x+40, 220), 110, 5) + bell(math.Mod(y, 190), 95, 4)
		return 0.1 + 0.16*fold + 0.06*step(700, 1100, x)
	}, Flow: hatch(0), Gap: 4.4, Edge: 1.6, Halo: 2.4})
	for _, m := range []float64{0.02, 0.028} {
		var in []Point
		for _, k := range [][2]float64{{m, m}, {1 - m, m}, {1 - m, 1 - m}, {m, 1 - m}, {m, m}} {
			in = append(in, onMap(k[0], k[1]))
		}
		p.Stroke(in, 1, 1)
	}
	p.coast()
	p.rivers()
}

// coast is the shore with four water lines that fade out to sea.
func (p *Plate) coast() {
	for i, w := range []float64{2.6, 1, 0.8, 0.6, 0.45} {
		var shore []Point
		for v := 0.04; v < 0.5; v += 0.01 {
			u := 0.06 + 0.5*(0.5-v) + 0.06*(cloudy(v*9, 1, 3)-0.5) - 0.012*float64(i)
			if u > 0.04 {
				shore = append(shore, onMap(u, v))
			}
		}
		p.Stroke(shore, w, w)
	}
}

// rivers run down to the coast, with hachured hills and towns between them.
func (p *Plate) rivers() {
	for _, r := range []float64{0.3, 0.52, 0.74} {
		var run []Point
		for k := 0.0; k < 1; k += 0.02 {
			run = append(run, onMap(mix(0.95, 0.2, k)+0.05*(cloudy(k*6, r*20, 5)-0.5), r+0.12*(1-k)+0.08*(cloudy(k*5, r*30, 8)-0.5)))
		}
		p.Stroke(run, 0.8, 2.2)
	}
	for range 46 {
		u, v := p.between(0.3, 0.95), p.between(0.08, 0.94)
		q := onMap(u, v)
		for i := range 15 {
			a := math.Pi * float64(i) / 14
			p.Stroke(line(q.X-9*math.Cos(a), q.Y-8*math.Sin(a), q.X-16*math.Cos(a), q.Y-8*math.Sin(a)+8), 1.1, 0.4)
		}
	}
	for range 30 {
		q := onMap(p.between(0.25, 0.95), p.between(0.08, 0.94))
		p.Shape(ellipse(q.X, q.Y, 4.2, 3.4), Cut{Tone: flat(0), Edge: 1.3, Halo: 1.5})
		p.writing(q.X+8, q.X+p.between(26, 48), q.Y+3, 3)
	}
}

// front is the armies in blocks, and the arrows drawn for them.
func (p *Plate) front() {
	for i, b := range [][3]float64{{0.42, 0.6, 0.1}, {0.5, 0.66, -0.1}, {0.58, 0.72, 0.05}, {0.48, 0.42, 0.2}, {0.58, 0.38, 0.1}, {0.68, 0.4, -0.1}, {0.76, 0.5, 0.3}} {
		q := onMap(b[0], b[1])
		block := Spot{X: q.X, Y: q.Y, Scale: 1}
		c, s := math.Cos(b[2]), math.Sin(b[2])
		ring := poly(-24*c+9*s, -24*s-9*c, 24*c+9*s, 24*s-9*c, 24*c-9*s, 24*s+9*c, -24*c-9*s, -24*s+9*c)
		tone := 0.94
		if i > 2 {
			tone = 0.42
		}
		p.Shape(block.path(ring), Cut{Tone: flat(tone), Flow: hatch(45), Gap: 3.4, Edge: 1.6, Halo: 2.4})
	}
	for _, a := range [][6]float64{{0.4, 0.82, 0.42, 0.74, 0.43, 0.65}, {0.56, 0.9, 0.55, 0.82, 0.52, 0.72}, {0.9, 0.42, 0.84, 0.4, 0.73, 0.4}} {
		from, mid, to := onMap(a[0], a[1]), onMap(a[2], a[3]), onMap(a[4], a[5])
		p.Stroke(smooth([]Point{from, mid, to}, false), 2.4, 5)
		dir := math.Atan2(to.Y-mid.Y, to.X-mid.X)
		p.Solid(poly(to.X+13*math.Cos(dir), to.Y+13*math.Sin(dir), to.X-9*math.Sin(dir), to.Y+9*math.Cos(dir), to.X+9*math.Sin(dir), to.Y-9*math.Cos(dir)))
	}
}

// dividers stand open on the map.
func (p *Plate) dividers(hinge Point) {
	for _, tip := range []Point{{hinge.X - 96, hinge.Y + 176}, {hinge.X + 54, hinge.Y + 190}} {
		p.Stroke(line(hinge.X+26, hinge.Y+20, tip.X+30, tip.Y+6), 1, 1)
		p.scratch(line(hinge.X, hinge.Y, tip.X, tip.Y), 13)
		p.Stroke(line(hinge.X, hinge.Y, tip.X, tip.Y), 10, 2)
		p.Scrape(line(hinge.X-2, hinge.Y+8, mix(hinge.X, tip.X, 0.8)-1, mix(hinge.Y, tip.Y, 0.8)), 2.6, 0.8)
	}
	p.Shape(ellipse(hinge.X, hinge.Y, 14, 14), Cut{Tone: flat(0.7), Flow: hatch(40), Gap: 2.6, Edge: 2, Halo: 2})
	p.Stroke(line(hinge.X, hinge.Y-12, hinge.X+4, hinge.Y-40), 9, 6)
	p.Bare(ellipse(hinge.X-2, hinge.Y-2, 4, 4))
}

// spyglass is three brass draws, shaded round.
func (p *Plate) spyglass(a, b Point) {
	dx, dy := b.X-a.X, b.Y-a.Y
	n := math.Hypot(dx, dy)
	ux, uy := dx/n, dy/n
	across := func(x, y float64) float64 { return -(x-a.X)*uy + (y-a.Y)*ux }
	for _, d := range [][3]float64{{0, 0.36, 17}, {0.34, 0.68, 22}, {0.66, 1, 28}} {
		x0, y0, x1, y1, w := a.X+dx*d[0], a.Y+dy*d[0], a.X+dx*d[1], a.Y+dy*d[1], d[2]
		p.Shape(poly(x0+uy*w, y0-ux*w, x1+uy*w, y1-ux*w, x1-uy*w, y1+ux*w, x0-uy*w, y0+ux*w), Cut{Tone: func(x, y float64) float64 {
			v := across(x, y) / w
			return clamp(0.34+0.6*v-0.34*bell(v, -0.4, 0.22)+0.4*step(-0.7, -1, v), 0.02, 0.96)
		}, Flow: func(x, y float64) float64 { return across(x, y) }, Gap: 3, Edge: 1.6, Halo: 2.4})
		for _, k := range []float64{0.02, 0.06} {
			p.Stroke(line(x1-ux*n*k+uy*w, y1-uy*n*k-ux*w, x1-ux*n*k-uy*w, y1-uy*n*k+ux*w), 2, 2)
		}
	}
}

// hat is a two-cornered hat with its cockade.
func (p *Plate) hat(s Spot) {
	shadow := blob(-150, 60, -60, 90, 90, 92, 190, 60, 120, 40, -80, 40)
	p.Shape(s.path(shadow), Cut{Tone: flat(0.8), Flow: hatch(10), Gap: 3.2, Grain: 0.1})
	felt := blob(-176, 56, -150, 20, -96, -30, -40, -84, 20, -96, 70, -70, 116, -16, 160, 30, 182, 64, 110, 50, 40, 42, -60, 44, -120, 52)
	p.Shape(s.path(felt), Cut{Tone: func(x, y float64) float64 {
		u, v := (x-s.X)/170, (y-s.Y)/90
		return clamp(0.9-0.4*bell(u, -0.3, 0.35)*step(0.6, -0.8, v), 0.3, 0.97)
	}, Flow: func(x, y float64) float64 { return (y - s.Y) + 0.0032*(x-s.X)*(x-s.X) }, Gap: 3, Edge: 2, Halo: 3})
	p.Scrape(s.line(curve(-170, 50, -96, -20, -38, -74, 20, -86, 66, -62, 112, -8, 174, 58)), 3, 3)
	c := s.at(Point{64, -8})
	for i := range 3 {
		r := 24 - 7*float64(i)
		p.Shape(ellipse(c.X, c.Y, r, r), Cut{Tone: flat([]float64{0.1, 0.7, 0}[i]), Flow: rings(c.X, c.Y), Gap: 2.6, Edge: 1.2})
	}
	p.Scrape(s.line(line(64, 12, 52, 44)), 5, 5)
}

// compass is a pocket compass with its rose and needle.
func (p *Plate) compass(c Point, r float64) {
	p.Shape(ellipse(c.X+6, c.Y+8, r*1.06, r*1.02), Cut{Tone: flat(0.92), Flow: hatch(20), Gap: 3, Grain: 0.1})
	p.Shape(ellipse(c.X, c.Y, r, r*0.94), Cut{Tone: func(x, y float64) float64 { return 0.3 + 0.4*(x-c.X+y-c.Y)/r/1.4 }, Flow: rings(c.X, c.Y), Gap: 2.8, Edge: 2, Halo: 2})
	p.Shape(ellipse(c.X, c.Y, r*0.8, r*0.75), Cut{Tone: flat(0), Edge: 1.6})
	for i := range 32 {
		a := math.Pi * float64(i) / 16
		in := 0.7
		if i%4 == 0 {
			in = 0.6
		}
		p.Stroke(line(c.X+r*in*math.Cos(a), c.Y+r*in*0.94*math.Sin(a), c.X+r*0.77*math.Cos(a), c.Y+r*0.72*math.Sin(a)), 1.1, 1.1)
	}
	for i := range 4 {
		a := math.Pi/2*float64(i) + 0.3
		p.Stroke(line(c.X, c.Y, c.X+r*0.5*math.Cos(a), c.Y+r*0.47*math.Sin(a)), 5, 0.5)
	}
	p.Solid(poly(c.X-5, c.Y+1, c.X+r*0.5, c.Y-r*0.36, c.X+5, c.Y+4))
	p.Shape(poly(c.X-5, c.Y-2, c.X-r*0.5, c.Y+r*0.36, c.X+5, c.Y+2), Cut{Tone: flat(0), Edge: 1.2})
}
