package engrave

// Barge is a laden river boat with a cabin, a mast and a towing line.
func (p *Plate) Barge(s Spot) {
	k := s.Scale
	p.Stroke(s.line(line(0.5, -0.2, 0.5, -1.5)), k*0.045, k*0.025)
	p.Stroke(s.line(line(0.5, -1.45, 1.5, -0.32)), 0.9, 0.7)
	p.Stroke(s.line(line(0.5, -1.45, -1.3, -0.32)), 0.9, 0.7)
	p.Stroke(s.line(curve(-0.5, -0.5, 0, -0.58, 0.46, -0.66)), k*0.07, k*0.05)
	p.Shape(s.path(poly(-1.24, -0.26, -1.2, -0.52, -0.66, -0.52, -0.62, -0.26)), Cut{Tone: flat(0.4), Flow: hatch(90), Gap: 2.6, Edge: 1, Halo: 1.2})
	p.Solid(s.path(rect(-1, -0.44, 0.16, 0.12)))
	for i := range 9 {
		x := -0.4 + 0.19*float64(i)
		q := s.at(Point{x, -0.32})
		p.Clump(Clump{X: q.X, Y: q.Y, R: k * 0.13, Light: 0.1, Dark: 0.75, Lobes: 4, Deep: 0.08, Gap: 2.5, Sun: leftLight, Edge: 0.9})
	}
	hull := blob(-1.66, -0.4, -1.2, -0.27, 0, -0.22, 1.2, -0.27, 1.74, -0.46, 1.6, -0.06, 1.2, 0.06, -1.2, 0.06, -1.56, -0.06)
	p.Shape(s.path(hull), Cut{Tone: func(_, y float64) float64 { return 0.9 - 0.5*bell(y, s.Y-0.2*k, 0.05*k) }, Flow: hatch(0), Gap: 2.4, Edge: 1.2, Halo: 1.6})
	p.Stroke(s.line(line(-1.5, -0.4, -1.96, 0.06)), k*0.05, k*0.05)
	q := s.at(Point{-1.42, -0.32})
	p.Person(q.X, q.Y, k*0.42, false)
}

// Boat is a small open boat with a lug sail, or with oars when bare.
func (p *Plate) Boat(s Spot, sail bool) {
	k := s.Scale
	if sail {
		p.Stroke(s.line(line(0, 0, 0.04, -1.5)), k*0.05, k*0.03)
		cloth := poly(-0.42, -0.18, -0.3, -1.2, 0.12, -1.48, 0.62, -0.28)
		p.Shape(s.path(cloth), Cut{Tone: func(x, _ float64) float64 { return 0.14 + 0.4*step(s.X-0.2*k, s.X+0.5*k, x) }, Flow: wavy(hatch(72), k*0.6, k*0.1, p.seed), Gap: 2.9, Edge: 0.9, Halo: 1.4})
	}
	hull := blob(-0.92, -0.28, -0.6, -0.2, 0, -0.17, 0.6, -0.22, 1, -0.36, 0.84, -0.02, 0.5, 0.05, -0.5, 0.05, -0.8, -0.02)
	p.Shape(s.path(hull), Cut{Tone: func(_, y float64) float64 { return 0.92 - 0.4*bell(y, s.Y-0.14*k, 0.06*k) }, Flow: hatch(0), Gap: 2.2, Edge: 1.1, Halo: 1.4})
	for _, at := range []float64{-0.5, 0.36} {
		p.Stroke(s.line(line(at, -0.2, at+0.02, -0.4)), k*0.11, k*0.09)
		p.Stroke(s.line(line(at+0.03, -0.47, at+0.03, -0.48)), k*0.08, k*0.08)
		if !sail {
			p.Stroke(s.line(line(at+0.1, -0.4, at-0.3, 0.12)), k*0.03, k*0.05)
		}
	}
}
