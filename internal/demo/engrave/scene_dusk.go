package engrave

import "math"

// dusk is the ridge when it is over: a broken gun, colours, a low sun.
func dusk(p *Plate) {
	sun := Point{730, 452}
	p.Sky(Sky{Floor: 560, High: 0.82, Low: 0.3, Clouds: 0.55, Size: 430, Sun: sun, Glow: 210, Seed: 107})
	p.Rays(sun, 420, 12)
	p.Bare(ellipse(sun.X, sun.Y, 40, 40))
	far := rolling(500, 14, 280, 3)
	p.Hill(Hill{Ridge: far, Floor: 640, Crest: 0.5, Foot: 0.62, Depth: 50, Rough: 0.2, Gap: 3.4, Seed: 3})
	p.stragglers(far)
	p.Smoke(Smoke{Along: []Point{{180, 520}, {240, 470}, {330, 430}, {470, 400}}, Small: 16, Large: 58, Many: 46, Light: 0.12, Dark: 0.7, Sun: Point{0.9, 0.1}})
	p.Smoke(Smoke{Along: []Point{{1010, 520}, {1060, 460}, {1130, 430}}, Small: 14, Large: 46, Many: 30, Light: 0.12, Dark: 0.7, Sun: Point{-0.9, 0.2}})
	near := func(x float64) float64 { return 596 + 22*math.Sin(x/210+0.6) + 8*noise(x/40, 2, 5) }
	p.Hill(Hill{Ridge: near, Floor: 800, Crest: 0.5, Foot: 0.94, Depth: 130, Rough: 0.3, Gap: 3.6, Seed: 6})
	p.wreck(Spot{X: 360, Y: 668, Scale: 150})
	p.planted(near)
	p.tuft(1092, near(1096)+14, 40, 0)
	p.Horse(Spot{X: 900, Y: near(900) + 16, Scale: 74}, 0.05, false)
	p.bareTree(Point{1096, near(1096) + 10}, 330)
	p.litter()
	p.Grass(Grass{Top: 640, Floor: 815, Tall: 50, Many: 420, Lean: 0.3})
	p.crows()
}

// stragglers are a thin line of men going home over the far ridge.
func (p *Plate) stragglers(far Ridge) {
	for i := range 34 {
		x := 420 + 17*float64(i) + p.between(-6, 6)
		p.Soldier(x, far(x)+2, p.between(14, 18), 8)
	}
	for _, x := range []float64{500, 700, 850} {
		p.Horse(Spot{X: x, Y: far(x) + 3, Scale: 16}, 0.3, true)
	}
}

// wreck is a gun down on a broken axle, one wheel fallen off.
func (p *Plate) wreck(s Spot) {
	k := s.Scale
	rim := func(x, y, rx, ry, turn float64) {
		q := s.at(Point{x, y})
		ring := arc(q, rx*k, ry*k, [2]float64{0, 2 * math.Pi})
		p.scratch(ring, 15)
		p.Stroke(ring, 9, 9)
		p.Scrape(arc(q, rx*k, ry*k, [2]float64{math.Pi, 1.7 * math.Pi}), 1.6, 1.6)
		for i := range 11 {
			if turn > 0 && (i == 3 || i == 4) {
				continue
			}
			a := turn + 2*math.Pi*float64(i)/12
			p.Stroke(line(q.X, q.Y, q.X+rx*k*math.Cos(a), q.Y+ry*k*math.Sin(a)), 5.4, 4)
		}
		p.Stroke(arc(q, rx*k*0.13, ry*k*0.13, [2]float64{0, 2 * math.Pi}), 9, 9)
	}
	p.scratch(s.line(line(-1.3, 0.1, -0.6, -0.16, 0.24, -0.42)), 31)
	p.Stroke(s.line(line(-1.3, 0.1, -0.6, -0.16, 0.24, -0.42)), 22, 27)
	p.Scrape(s.line(line(-1.26, 0.06, -0.6, -0.22, 0.2, -0.48)), 2, 2)
	barrel := s.path(poly(-0.42, -0.82, -0.46, -0.52, 0.86, -0.24, 1.0, -0.19, 1.05, -0.44, 0.92, -0.42))
	p.Shape(barrel, Cut{Tone: func(x, y float64) float64 {
		v := (y-s.Y)/k + 0.67 - 0.26*((x-s.X)/k+0.42)
		return 0.96 - 0.8*bell(v, -0.06, 0.06)
	}, Flow: hatch(-14), Gap: 2.6, Edge: 1.6, Halo: 2.4})
	for _, x := range []float64{-0.3, 0.1, 0.5, 0.86} {
		y := -0.8 + 0.27*(x+0.42)
		p.Stroke(s.line(line(x, y-0.02, x-0.03, y+0.3-0.06*x)), 5, 5)
	}
	q := s.at(Point{-0.48, -0.67})
	p.Solid(ellipse(q.X, q.Y, 10, 10))
	rim(0.12, -0.36, 0.44, 0.46, 0)
	rim(1.45, 0.12, 0.48, 0.13, 0.2)
}

// planted are standards planted or fallen along the crest.
func (p *Plate) planted(near Ridge) {
	p.Standard(Spot{X: 640, Y: near(640) + 30, Scale: 96}, 0.18)
	p.Standard(Spot{X: 560, Y: near(560) + 20, Scale: 66}, -0.32)
	for _, m := range [][3]float64{{700, 26, 0.1}, {724, 30, -0.18}, {748, 24, 0.16}, {676, 24, -0.1}} {
		x, y := m[0], near(m[0])+m[1]
		p.Stroke(line(x, y, x+m[2]*70, y-72), 3, 1.4)
	}
}

// bareTree is a shot-through tree, its boughs broken short.
func (p *Plate) bareTree(root Point, tall float64) {
	p.bough(root, -math.Pi/2-0.06, tall*0.36, tall*0.07, 6)
	for _, dx := range []float64{-22, -11, 12, 26} {
		p.Stroke(curve(root.X, root.Y-34, root.X+dx*0.4, root.Y-8, root.X+dx, root.Y+5), tall*0.05, 1.5)
	}
}

// litter is a drum, a helmet and muskets in the grass.
func (p *Plate) litter() {
	c := Point{180, 726}
	p.Shape(poly(c.X-32, c.Y-40, c.X-30, c.Y, c.X+30, c.Y, c.X+32, c.Y-40), Cut{Tone: func(x, _ float64) float64 { return mix(0.3, 0.95, step(-20, 26, x-c.X)) }, Flow: hatch(90), Gap: 2.8, Edge: 1.4, Halo: 2})
	p.Shape(ellipse(c.X, c.Y-40, 32, 9), Cut{Tone: flat(0.14), Flow: hatch(0), Gap: 3, Edge: 1.6})
	for i := range 6 {
		x := c.X - 30 + 10*float64(i)
		p.Scrape(line(x, c.Y-30, x+5, c.Y-2, x+10, c.Y-30), 1.2, 1.2)
	}
	for _, m := range [][4]float64{{760, 742, 890, 724}, {1010, 770, 1130, 752}, {80, 776, 210, 768}} {
		p.scratch(line(m[0], m[1], m[2], m[3]), 6)
		p.Stroke(line(m[0], m[1], m[2], m[3]), 5.6, 1.6)
	}
}

func (p *Plate) crows() {
	for i := range 13 {
		x, y := p.between(860, 1180), p.between(110, 300)
		r := 6 + 9*hash(int32(i), 2, 3)
		p.Stroke(curve(x-r, y-r*0.3, x-r*0.4, y-r*0.5, x, y), 0.6, 2.4)
		p.Stroke(curve(x, y, x+r*0.45, y-r*0.45, x+r, y-r*0.1), 2.4, 0.6)
	}
}
