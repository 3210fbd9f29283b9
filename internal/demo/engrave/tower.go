package engrave

import "math"

// Tower is a square tower with a spire.
type Tower struct {
	X, Base, W, H float64 // X is the middle
	Spire         float64
	Dark          float64
	Onion         bool // a bulbous cap in place of a spire
}

// Tower draws the shaft lit from the left, its openings and its roof.
func (p *Plate) Tower(t Tower) {
	top := t.Base - t.H
	body := rect(t.X-t.W/2, top, t.W, t.H)
	p.Shape(body, Cut{Tone: t.round(0.2, 0.75), Flow: wavy(hatch(0), 20, 1, p.seed), Gap: 3, Cross: hatch(90), From: 0.5, Grain: 0.1, Edge: 0.8 * t.Dark, Halo: 1.2})
	for y := top + t.W*0.3; y < t.Base-t.W; y += t.W * 1.1 {
		p.Cut(p.within(archway(t.X-t.W*0.17, y+t.W*0.6, t.W*0.34, t.W*0.6)), Cut{Tone: flat(0.92 * t.Dark)})
		p.Stroke(line(t.X-t.W*0.55, y+t.W*0.8, t.X+t.W*0.55, y+t.W*0.8), 0.8*t.Dark, 0.8*t.Dark)
	}
	p.Shape(rect(t.X-t.W*0.58, top-2, t.W*1.16, 4), Cut{Tone: t.round(0.1, 0.6), Flow: hatch(0), Gap: 2, Edge: 0.6 * t.Dark})
	roof := poly(t.X-t.W*0.5, top-2, t.X, top-t.Spire, t.X+t.W*0.5, top-2)
	if t.Onion {
		w, s := t.W, t.Spire
		roof = blob(t.X-w*0.4, top-2, t.X-w*0.62, top-s*0.22, t.X-w*0.3, top-s*0.42, t.X-w*0.16, top-s*0.5, t.X-w*0.24, top-s*0.62,
			t.X-1, top-s*0.85, t.X, top-s, t.X+1, top-s*0.85, t.X+w*0.24, top-s*0.62, t.X+w*0.16, top-s*0.5, t.X+w*0.3, top-s*0.42, t.X+w*0.62, top-s*0.22, t.X+w*0.4, top-2)
	}
	p.Shape(roof, Cut{Tone: t.round(0.3, 0.92), Flow: wavy(hatch(80), 20, 2, p.seed), Gap: 2.6, Grain: 0.1, Edge: 0.7 * t.Dark, Halo: 1})
	p.Stroke(line(t.X, top-t.Spire+2, t.X, top-t.Spire-t.W*0.5), 1.1*t.Dark, 0.8*t.Dark)
}

// round is tone that turns from the lit left to the dark right.
func (t Tower) round(light, dark float64) Tone {
	return func(x, _ float64) float64 {
		return mix(light, dark, step(-0.3, 0.5, (x-t.X)/t.W)) * t.Dark
	}
}

// Dome is a drum with columns, a ribbed dome and a lantern.
type Dome struct {
	X, Base, W float64
	Dark       float64
	Peak       float64 // how much taller than a half circle, 1 is round
}

// Dome draws from the drum up.
func (p *Plate) Dome(d Dome) {
	w, r := d.W, d.W/2
	round := Tower{X: d.X, W: w, Dark: d.Dark}.round
	drum := d.Base - w*0.42
	p.Shape(rect(d.X-r, drum, w, w*0.42), Cut{Tone: round(0.12, 0.8), Flow: hatch(0), Gap: 2.8, Grain: 0.1, Edge: 0.8 * d.Dark, Halo: 1.4})
	for i := range 11 {
		x := d.X - r*math.Cos(math.Pi*(float64(i)+0.5)/11)*0.96
		p.Stroke(line(x, drum+4, x, d.Base-3), 1.8*d.Dark, 1.8*d.Dark)
		p.Scrape(line(x-1.8, drum+4, x-1.8, d.Base-3), 1.3, 1.3)
	}
	p.Shape(rect(d.X-r*1.06, drum-4, w*1.06, 5), Cut{Tone: round(0.05, 0.6), Flow: hatch(0), Gap: 2, Edge: 0.7 * d.Dark})
	shell := append(arc(Point{d.X, drum - 4}, r*0.97, r*d.Peak, [2]float64{math.Pi, 2 * math.Pi}), Point{d.X + r*0.97, drum - 4})
	p.Shape(Path{shell}, Cut{Tone: round(0.16, 0.95), Flow: func(x, y float64) float64 {
		h := clamp((drum-4-y)/(r*d.Peak), 0, 0.999)
		return math.Asin(clamp((x-d.X)/(r*math.Sqrt(1-h*h)), -0.999, 0.999)) * r * 0.62
	}, Gap: 2.9, Grain: 0.06, Edge: 0.9 * d.Dark, Halo: 1.4})
	top := drum - 4 - r*d.Peak
	lantern := Tower{X: d.X, Base: top + 3, W: w * 0.15, H: w * 0.17, Spire: w * 0.2, Dark: d.Dark}
	p.Tower(lantern)
}
