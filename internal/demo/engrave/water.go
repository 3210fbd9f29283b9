package engrave

import "math"

// Water is level lines, closer towards the far shore, that mirror what stands
// above the level and break in the ripples.
type Water struct {
	Level  float64 // the far shore
	Floor  float64 // where the water ends below
	Base   float64 // tone of open water
	Mirror float64 // how clearly it mirrors, 0 to 1
	Swell  float64 // height of the waves; 1 is a river, 3 a sea
	Glint  float64 // x of the sun's path; 0 for none
	Wide   float64 // width of the sun's path
	Seed   uint32
}

// Water engraves from its level down to its floor.
func (p *Plate) Water(w Water) {
	m := p.veil([4]float64{0, w.Level, p.W, w.Floor}, flat(1))
	flow := func(x, y float64) float64 {
		d := math.Max(y-w.Level, 0)
		lift := w.Swell * (0.4 + d/90) * (noise(x/(26+d*0.5), y/(5+d*0.1), w.Seed) - 0.5) * 2.2
		return 230 * math.Log(1+(d+lift)/230)
	}
	p.Cut(m, Cut{Tone: func(x, y float64) float64 { return p.ripple(w, x, y) }, Flow: flow, Gap: 3.5, Grain: 0.1})
}

// soft is the tone around a place, blurred as ripples blur it.
func (p *Plate) soft(x, y float64) float64 {
	sum := 0.0
	for _, o := range [...]Point{{-6, -1}, {-3, 1.5}, {0, 0}, {3, -1.5}, {6, 1}, {-1.5, 3}, {1.5, -3}} {
		sum += p.toneAt(x+o.X, y+o.Y)
	}
	return sum / 7
}

// ripple is the tone of water: the mirror, the troughs and the sun's path.
func (p *Plate) ripple(w Water, x, y float64) float64 {
	d := y - w.Level
	shake := (noise(x/24, y/2.6, w.Seed+1) - 0.5) * (3 + d*0.16)
	seen := p.soft(x+shake, w.Level-2-d*0.92)
	t := mix(w.Base, 0.16+0.8*seen, w.Mirror*mix(1, 0.6, clamp(d/300, 0, 1)))
	deep := cloudy(x/(30+d*0.55), y/(3.4+d*0.085), w.Seed+2) - 0.5
	t += deep * (0.34 + 0.16*w.Swell)
	t += 0.22 * bell(d, 0, 5)
	if w.Glint > 0 {
		sparkle := step(0.28, 0.62, noise(x/(9+d*0.1), y/(2.5+d*0.02), w.Seed+3))
		t *= 1 - 0.95*bell(x, w.Glint, w.Wide*(0.5+d/260))*sparkle
	}
	return clamp(t, 0, 0.93)
}
