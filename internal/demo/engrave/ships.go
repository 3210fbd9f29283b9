package engrave

import "math"

// Ship is a three-masted ship of the line seen from the side, bow to the
// right, drawn in a space 4 units long with the waterline at 0.
type Ship struct {
	Spot
	Set  bool    // sails set; otherwise furled on their yards
	Dark float64 // 1 near, less far away
}

// Masts: place along the hull, height, and width of the lowest yard.
var masts = [][3]float64{{-1.18, 2.55, 0.86}, {0, 3.15, 1.1}, {1.12, 2.85, 1.0}}

// Ship draws rigging, hull, sails and colours.
func (p *Plate) Ship(s Ship) {
	k := s.Scale
	p.Stroke(s.line(line(1.75, -0.72, 2.75, -1.28)), k*0.07, k*0.03)
	for i, m := range masts {
		p.mast(s, m)
		if s.Set {
			p.sails(s, m)
		} else {
			p.furled(s, m)
		}
		if i > 0 {
			p.stays(s, m, masts[i-1])
		}
	}
	fore := masts[2]
	for _, end := range []float64{2.7, 2.45, 2.15} {
		p.Stroke(s.line(line(fore[0], -fore[1]*(0.5+0.17*(end-2)), end, -0.9-(end-2)*0.5)), 0.7*s.Dark, 0.7*s.Dark)
	}
	if s.Set {
		p.jibs(s)
	}
	p.hull(s)
	for _, m := range masts {
		p.shrouds(s, m)
	}
	p.colours(s)
}

// stays are the ropes that hold a mast to the one behind it, and its yards'
// braces.
func (p *Plate) stays(s Ship, m, aft [3]float64) {
	for _, k := range [][2]float64{{0.97, 0.66}, {0.78, 0.47}, {0.5, 0.22}} {
		p.Stroke(s.line(line(aft[0], -aft[1]*k[0], m[0], -m[1]*k[1])), 0.7*s.Dark, 0.7*s.Dark)
	}
	for _, t := range tiers {
		p.Stroke(s.line(line(m[0]-m[2]*t[2]*0.5, -m[1]*t[0], aft[0], -aft[1]*t[0]*0.8)), 0.5*s.Dark, 0.5*s.Dark)
	}
}

// mast is the pole with its top and its crosstrees.
func (p *Plate) mast(s Ship, m [3]float64) {
	k := s.Scale
	p.Stroke(s.line(line(m[0], -0.5, m[0], -m[1])), k*0.055*s.Dark, k*0.016)
	p.Stroke(s.line(line(m[0]-0.14, -m[1]*0.5, m[0]+0.14, -m[1]*0.5)), k*0.05, k*0.05)
	p.Stroke(s.line(line(m[0]-0.08, -m[1]*0.79, m[0]+0.08, -m[1]*0.79)), k*0.03, k*0.03)
}

// shrouds are the standing rigging from the tops to the sides, with ratlines.
func (p *Plate) shrouds(s Ship, m [3]float64) {
	top, foot := -m[1]*0.5, -0.6
	for i := range 5 {
		f := float64(i)/4 - 0.5
		p.Stroke(s.line(line(m[0]+f*0.1, top, m[0]+f*0.62-0.12, foot)), 0.7*s.Dark, 0.7*s.Dark)
	}
	for r := range 9 {
		k := (float64(r) + 1) / 10
		y, w := mix(top, foot, k), mix(0.05, 0.31, k)
		p.Stroke(s.line(line(m[0]-w-0.12*k, y, m[0]+w-0.12*k, y)), 0.45*s.Dark, 0.45*s.Dark)
	}
	p.Stroke(s.line(line(m[0], -m[1]*0.97, m[0]-0.1, top)), 0.6*s.Dark, 0.6*s.Dark)
}

// hull is the black side with two pale bands of ports, a stern and a beak.
func (p *Plate) hull(s Ship) {
	side := Path{append(smooth(pairs([]float64{-1.92, -0.84, -1.7, -0.78, -1, -0.65, 0, -0.59, 1, -0.62, 1.6, -0.69, 1.86, -0.7}), false),
		smooth(pairs([]float64{1.86, -0.7, 1.9, -0.52, 1.78, -0.26, 1.7, 0.02, -1.66, 0.02, -1.74, -0.3, -1.92, -0.84}), false)...)}
	dark := func(x, y float64) float64 {
		u, v := s.within(x, y)
		return (0.9 - 0.3*bell(u, -1.2, 0.5)*bell(v, -0.25, 0.3) - 0.12*step(-0.2, 0, v)) * s.Dark
	}
	sheer := func(x, y float64) float64 { u, v := s.within(x, y); return (v + 0.03*u*u) * s.Scale }
	p.Shape(s.path(side), Cut{Tone: dark, Flow: sheer, Gap: 2.6, Edge: 1.1 * s.Dark, Halo: 1.6})
	for _, deck := range []float64{-0.22, -0.44} {
		p.band(s, deck)
	}
	p.Scrape(s.line(smooth(pairs([]float64{-1.84, -0.77, -1, -0.61, 0, -0.55, 1, -0.58, 1.8, -0.64}), false)), 1.1, 1.1)
	p.Solid(s.path(poly(1.8, -0.69, 2.16, -0.8, 2.1, -0.66, 1.84, -0.46)))
	for i := range 4 {
		x := -1.84 + 0.045*float64(i)
		p.Shape(s.path(rect(x, -0.66+0.012*float64(i), 0.028, 0.09)), Cut{Tone: flat(0), Edge: 0.5})
	}
}

// band is a pale stripe with black gun ports.
func (p *Plate) band(s Ship, deck float64) {
	sag := func(u float64) float64 { return deck - 0.03*u*u }
	var run []Point
	for u := -1.66; u <= 1.68; u += 0.08 {
		run = append(run, Point{u, sag(u)})
	}
	p.Scrape(s.line(run), s.Scale*0.085, s.Scale*0.085)
	for u := -1.54; u < 1.6; u += 0.19 {
		p.Solid(s.path(rect(u, sag(u)-0.036, 0.085, 0.078)))
	}
}

// colours are the ensign and the pennant.
func (p *Plate) colours(s Ship) {
	p.Stroke(s.line(line(-1.88, -0.9, -2.1, -1.62)), s.Scale*0.03, s.Scale*0.02)
	ensign := blob(-2.1, -1.6, -2.3, -1.52, -2.5, -1.58, -2.7, -1.46, -2.66, -1.16, -2.46, -1.24, -2.24, -1.16, -2.0, -1.24)
	p.Shape(s.path(ensign), Cut{Tone: func(x, _ float64) float64 {
		u, _ := s.within(x, 0)
		return (0.42 + 0.24*math.Sin(u*18)) * s.Dark
	}, Flow: hatch(78), Gap: 2.6, Edge: 0.8 * s.Dark, Halo: 1})
	for _, m := range masts[1:2] {
		p.Stroke(s.line(curve(m[0], -m[1], m[0]-0.3, -m[1]-0.03, m[0]-0.62, -m[1]+0.05)), s.Scale*0.045, s.Scale*0.01)
	}
}
