package engrave

import "math"

// tiers are a mast's three sails: head and foot as shares of its height, and
// widths as shares of the lowest yard.
var tiers = [][4]float64{{0.9, 0.74, 0.42, 0.58}, {0.72, 0.46, 0.58, 0.84}, {0.44, 0.24, 0.86, 1.0}}

// sails are bellied squares, hatched with the curve of the cloth.
func (p *Plate) sails(s Ship, m [3]float64) {
	for _, t := range []int{2, 1, 0} {
		q := tiers[t]
		head, foot := -m[1]*q[0], -m[1]*q[1]
		w0, w1 := m[2]*q[2]*0.5, m[2]*q[3]*0.5
		x, mid, belly := m[0], (head+foot)/2, 0.1
		ring := smooth([]Point{{x - w0, head}, {x, head + 0.015}, {x + w0, head}}, false)
		ring = append(ring, smooth([]Point{{x + w0, head}, {x + (w0+w1)/2 + belly, mid}, {x + w1 + 0.02, foot}}, false)...)
		ring = append(ring, smooth([]Point{{x + w1 + 0.02, foot}, {x + 0.04, foot - 0.09}, {x - w1 + 0.02, foot}}, false)...)
		ring = append(ring, smooth([]Point{{x - w1 + 0.02, foot}, {x - (w0+w1)/2 + belly*0.5, mid}, {x - w0, head}}, false)...)
		p.canvas(s, Path{ring}, [4]float64{x, head, foot, w1})
		p.Stroke(s.line(line(x-w0-0.06, head, x+w0+0.06, head)), s.Scale*0.028, s.Scale*0.028)
	}
}

// canvas hatches one sail: x, head, foot and half width in the ship's space.
func (p *Plate) canvas(s Ship, path Path, q [4]float64) {
	tone := func(px, py float64) float64 {
		u, v := s.within(px, py)
		across, down := (u-q[0])/q[3], (v-q[1])/(q[2]-q[1])
		t := 0.07 + 0.52*step(-0.1, 1.1, across) + 0.2*step(0.6, 1, down)*step(-0.6, 0.6, across) + 0.14*bell(down, 0, 0.14)
		return t * s.Dark
	}
	flow := func(px, py float64) float64 {
		u, v := s.within(px, py)
		down := (v - q[1]) / (q[2] - q[1])
		return (u - 0.1*math.Sin(math.Pi*clamp(down, 0, 1)) - (u-q[0])*0.25*down) * s.Scale
	}
	p.Shape(s.path(path), Cut{Tone: tone, Flow: flow, Gap: 3.1, Grain: 0.08, Edge: 0.9 * s.Dark, Halo: 1.2})
	for i := 1; i < 3; i++ {
		y := mix(q[1], q[2], 0.08+0.09*float64(i))
		p.Stroke(s.line(line(q[0]-q[3]*0.7, y, q[0]+q[3]*0.78, y)), 0.5*s.Dark, 0.5*s.Dark)
	}
}

// within carries a place on the plate into the ship's space.
func (s Ship) within(x, y float64) (u, v float64) {
	u, v = (x-s.X)/s.Scale, (y-s.Y)/s.Scale
	if s.Flip {
		u = -u
	}
	return u, v
}

func (p *Plate) jibs(s Ship) {
	for _, j := range [][]Point{
		{{1.3, -2.2}, {2.62, -1.24}, {1.62, -1.0}}, {{1.26, -1.62}, {2.3, -1.08}, {1.5, -0.82}},
	} {
		p.Shape(s.path(Path{j}), Cut{Tone: func(x, _ float64) float64 {
			u, _ := s.within(x, 0)
			return (0.12 + 0.3*step(1.3, 2.3, u)) * s.Dark
		}, Flow: hatch(63), Gap: 3.1, Edge: 0.8 * s.Dark, Halo: 1})
	}
}

// furled is a roll of canvas along each yard.
func (p *Plate) furled(s Ship, m [3]float64) {
	for _, q := range tiers {
		w, y := m[2]*q[2]*0.56, -m[1]*q[0]
		p.Stroke(s.line(line(m[0]-w, y, m[0]+w, y)), s.Scale*0.03*s.Dark, s.Scale*0.03*s.Dark)
		p.Stroke(s.line(curve(m[0]-w*0.8, y-0.02, m[0], y-0.03, m[0]+w*0.8, y-0.02)), s.Scale*0.055*s.Dark, s.Scale*0.055*s.Dark)
		p.Scrape(s.line(line(m[0]-w*0.7, y-0.035, m[0]+w*0.6, y-0.035)), s.Scale*0.02, s.Scale*0.02)
		p.Stroke(s.line(line(m[0]-w, y, m[0], y-0.26)), 0.6*s.Dark, 0.6*s.Dark)
		p.Stroke(s.line(line(m[0]+w, y, m[0], y-0.26)), 0.6*s.Dark, 0.6*s.Dark)
	}
}
