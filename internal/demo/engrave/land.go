package engrave

import "math"

// Hill is land under a ridge with lines that follow its back.
type Hill struct {
	Ridge Ridge
	Floor float64
	Crest float64 // tone along the crest
	Foot  float64 // tone some way below it
	Depth float64 // how far below the crest the foot's tone is reached
	Rough float64 // unevenness of the ground
	Gap   float64
	Lean  float64 // slope of the lines, in units down for each along
	Seed  uint32
}

// Hill engraves the land, with a halo of paper along its crest.
func (p *Plate) Hill(h Hill) {
	top := p.H
	for x := 0.0; x <= p.W; x += 4 {
		top = math.Min(top, h.Ridge(x))
	}
	p.Cut(p.below(func(x float64) float64 { return h.Ridge(x) - 1.4 }, top-4, h.Floor), Cut{Tone: flat(0)})
	tone := func(x, y float64) float64 {
		d := y - h.Ridge(x)
		t := mix(h.Crest, h.Foot, step(0, h.Depth, d))
		t += h.Rough * (cloudy(x/(40+d*0.3), y/(9+d*0.1), h.Seed) - 0.5)
		return t + 0.4*h.Rough*(noise(x/9, y/5, h.Seed+1)-0.5)
	}
	level := h.Ridge(p.W / 2)
	flow := func(x, y float64) float64 {
		d := math.Max(y-h.Ridge(x), 0)
		return y - (h.Ridge(x)-level)*math.Exp(-d/150) + h.Lean*x + 5*(noise(x/60, y/30, h.Seed+2)-0.5)
	}
	p.Cut(p.below(h.Ridge, top-4, h.Floor), Cut{
		Tone: tone, Flow: flow, Gap: h.Gap, Cross: wavy(hatch(38), 40, 8, h.Seed+3), From: 0.5, Grain: 0.12,
	})
}
