package engrave

import "math"

// Horse stands or walks to the right, about 1.3 of its scale tall; rider adds
// a man in a plumed shako.
func (p *Plate) Horse(s Spot, pace float64, rider bool) {
	body := blob(-0.54, -0.74, -0.42, -0.83, -0.1, -0.79, 0.2, -0.87, 0.4, -1.04, 0.54, -1.2, 0.61, -1.29, 0.65, -1.18,
		0.82, -0.99, 0.85, -0.91, 0.77, -0.88, 0.66, -0.95, 0.57, -0.85, 0.5, -0.64, 0.36, -0.52, 0, -0.48, -0.3, -0.53, -0.48, -0.5, -0.57, -0.62)
	for _, ring := range s.path(body) {
		p.scratch(closed(ring), s.Scale*0.08)
	}
	legs := [][]float64{
		{0.38, -0.58, 0.4 + 0.16*pace, -0.3, 0.36 + 0.2*pace, 0}, {0.28, -0.55, 0.3 - 0.1*pace, -0.28, 0.26 - 0.28*pace, -0.02},
		{-0.42, -0.6, -0.5 - 0.14*pace, -0.3, -0.44 - 0.3*pace, 0}, {-0.32, -0.58, -0.36 + 0.1*pace, -0.28, -0.32 + 0.2*pace, -0.01},
	}
	for _, leg := range legs {
		p.Stroke(s.line(curve(leg...)), s.Scale*0.14, s.Scale*0.06)
	}
	p.Solid(s.path(body))
	p.Stroke(s.line(curve(-0.53, -0.76, -0.66-0.1*pace, -0.6, -0.64-0.2*pace, -0.26)), s.Scale*0.06, s.Scale*0.02)
	p.Scrape(s.line(curve(-0.4, -0.79, -0.1, -0.75, 0.14, -0.8)), s.Scale*0.02, s.Scale*0.035)
	p.Scrape(s.line(curve(0.22, -0.85, 0.4, -1, 0.53, -1.16)), s.Scale*0.03, s.Scale*0.015)
	if rider {
		p.rider(s)
	}
}

func (p *Plate) rider(s Spot) {
	k := s.Scale
	p.scratch(s.line(line(0, -0.9, 0.02, -1.5)), k*0.32)
	p.Stroke(s.line(line(0.02, -0.86, 0.14, -0.68, 0.1, -0.42)), k*0.15, k*0.09)
	p.Stroke(s.line(line(0, -0.84, 0.02, -1.26)), k*0.2, k*0.26)
	p.Stroke(s.line(line(0.06, -1.2, 0.22, -1.02, 0.34, -1.02)), k*0.09, k*0.06)
	p.Stroke(s.line(line(0.03, -1.42, 0.03, -1.45)), k*0.15, k*0.15)
	p.Stroke(s.line(line(-0.06, -1.52, 0.18, -1.51)), k*0.04, k*0.03)
	p.Stroke(s.line(line(0.03, -1.54, 0.03, -1.66)), k*0.15, k*0.19)
	p.Stroke(s.line(line(0.07, -1.68, 0.08, -1.86)), k*0.06, k*0.03)
	p.Scrape(s.line(line(-0.05, -1.26, 0.08, -0.94)), k*0.03, k*0.03)
}

// Wheel is a spoked wheel about a centre.
func (p *Plate) Wheel(x, y, r float64) {
	turn := [2]float64{0, 2 * math.Pi}
	p.Stroke(arc(Point{x, y}, r, r, turn), r*0.17, r*0.17)
	p.Stroke(arc(Point{x, y}, r*0.16, r*0.16, turn), r*0.2, r*0.2)
	for i := range 12 {
		a := math.Pi * (float64(i)/6 + 0.04)
		p.Stroke(line(x, y, x+r*math.Cos(a), y+r*math.Sin(a)), r*0.07, r*0.06)
	}
}

// Coach is a closed travelling carriage, going right, and its pair.
func (p *Plate) Coach(s Spot) {
	k := s.Scale
	for _, at := range []float64{2.12, 1.86} {
		q := s.at(Point{at, -0.02})
		p.Horse(Spot{X: q.X, Y: q.Y, Scale: k * 0.9, Flip: s.Flip}, 0.7, false)
	}
	body := blob(-0.62, -0.62, -0.7, -1.1, -0.56, -1.36, 0, -1.4, 0.5, -1.36, 0.6, -1.1, 0.54, -0.62, 0.2, -0.46, -0.3, -0.46)
	p.Shape(s.path(body), Cut{Tone: func(x, y float64) float64 {
		return 0.72 + 0.2*(x-s.X)/k - 0.25*bell(y, s.Y-1.3*k, 0.1*k)
	}, Flow: hatch(0), Gap: 2.2, Edge: 1.2, Halo: 1.5})
	p.Shape(s.path(rect(-0.16, -1.22, 0.4, 0.32)), Cut{Tone: flat(0.12), Flow: hatch(45), Gap: 3, Edge: 0.9})
	p.Stroke(s.line(line(0.06, -0.9, 0.06, -0.5)), 0.8, 0.8)
	p.Stroke(s.line(line(0.55, -0.8, 0.95, -0.9, 0.98, -0.5)), k*0.1, k*0.06)
	p.Stroke(s.line(line(0.8, -0.9, 0.82, -1.3)), k*0.18, k*0.22)
	p.Stroke(s.line(line(0.82, -1.44, 0.82, -1.5)), k*0.16, k*0.16)
	p.Stroke(s.line(line(0.7, -1.54, 0.95, -1.54)), k*0.05, k*0.05)
	p.Stroke(s.line(curve(0.9, -1.2, 1.4, -1.1, 2.4, -0.85)), 0.8, 0.5)
	p.Stroke(s.line(line(-0.6, -0.42, 1, -0.42, 2.4, -0.5)), k*0.06, k*0.03)
	for i, at := range []float64{-0.52, 0.78} {
		r := []float64{0.42, 0.33}[i]
		q := s.at(Point{at, -r})
		p.Bare(ellipse(q.X, q.Y, r*k*0.9, r*k*0.9))
		p.Wheel(q.X, q.Y, r*k)
	}
}

// Gun is a field gun on its carriage, muzzle to the right.
func (p *Plate) Gun(s Spot) {
	k := s.Scale
	p.Stroke(s.line(line(-1.5, -0.06, -0.9, -0.3, 0.1, -0.62)), k*0.16, k*0.22)
	p.Solid(s.path(poly(-0.42, -0.92, -0.4, -0.62, 0.9, -0.78, 1.08, -0.74, 1.08, -0.98, 0.9, -0.94)))
	p.Scrape(s.line(line(-0.36, -0.86, 0.98, -0.92)), k*0.05, k*0.03)
	p.Stroke(s.line(line(-0.44, -0.77, -0.56, -0.77)), k*0.13, k*0.13)
	q := s.at(Point{0.05, -0.5})
	p.Wheel(q.X, q.Y, k*0.5)
}
