package engrave

import "math"

// road is the highway to Paris between poplars, a coach far down it.
func road(p *Plate) {
	p.Sky(Sky{Floor: 470, High: 0.4, Low: 0.02, Clouds: 0.6, Size: 430, Sun: Point{600, 400}, Glow: 220, Seed: 29})
	p.Hill(Hill{Ridge: rolling(420, 10, 200, 8), Floor: 560, Crest: 0.22, Foot: 0.3, Depth: 30, Rough: 0.3, Gap: 3.4, Seed: 8})
	p.Tower(Tower{X: 340, Base: 424, W: 14, H: 30, Spire: 34, Dark: 0.5})
	p.Row(Row{From: 290, To: 430, Base: 428, Low: 10, High: 16, Wide: 22, Gables: []int{eaves}, Dark: 0.5, Seed: 3})
	p.Wood(Wood{From: 820, To: 1240, Ridge: func(float64) float64 { return 428 }, Tall: 26, Dark: 0.55})
	p.Hill(Hill{Ridge: rolling(432, 4, 300, 2), Floor: 800, Crest: 0.16, Foot: 0.46, Depth: 260, Rough: 0.4, Gap: 3.9, Seed: 2})
	p.furrows()
	p.Road(Road{Mid: curve(560, 830, 586, 690, 604, 590, 612, 520, 616, 470, 618, 438), Near: 470, Far: 8, Tone: 0.08})
	p.shadows()
	p.verges()
	for i := 12; i >= 0; i-- {
		z := 1 / (0.46 + float64(i)*0.36)
		base := 438 + 178*z
		dark := mix(0.62, 1, clamp(z, 0, 1))
		p.Poplar(616-210*z, base, 330*z, dark)
		p.Poplar(620+226*z, base+2*z, 338*z, dark)
		if i == 6 {
			p.Coach(Spot{X: 606, Y: 508, Scale: 22, Flip: true})
		}
	}
	p.Person(700, 640, 66, false)
	p.Person(734, 644, 60, true)
	p.milestone(392, 716)
}

// verges are the rough grass between the road and the trees.
func (p *Plate) verges() {
	for i := range 900 {
		k := math.Sqrt(float64(i) / 900)
		y := mix(450, 815, k)
		out := p.between(0.62, 1.5) * 235 * (y - 436) / 390
		side := 1.0
		if p.between(0, 1) < 0.5 {
			side = -1
		}
		p.tuft(614-0.12*(y-438)+side*out, y, mix(4, 34, k), 0.1)
	}
}

// furrows are ploughland either side, running to the vanishing point.
func (p *Plate) furrows() {
	for i := -30; i <= 30; i++ {
		if i > -6 && i < 6 {
			continue
		}
		x := 618 + float64(i)*74
		p.Stroke(line(618+float64(i)*6, 448, x, 830), 0.3, 2.2)
	}
}

// shadows of the trees lie across the road.
func (p *Plate) shadows() {
	for i := range 8 {
		z := 1 / (0.46 + float64(i)*0.36)
		y := 438 + 178*z
		for k := range 11 {
			off := float64(k-5) * 2.3 * z
			wide := 200 * z * p.between(0.5, 1)
			p.Stroke(curve(620+230*z, y+off, 620+230*z-wide, y+off+3*z, 620+230*z-1.8*wide, y+off+9*z), 1.7*z, 0.4*z)
		}
	}
}

// milestone is a squared stone at the verge.
func (p *Plate) milestone(x, base float64) {
	p.Shape(poly(x-18, base, x-16, base-46, x, base-56, x+16, base-46, x+18, base), Cut{Tone: func(px, py float64) float64 {
		return mix(0.06, 0.6, step(x-6, x+18, px)) + 0.2*step(base-14, base, py)
	}, Flow: hatch(0), Gap: 3, Cross: hatch(70), From: 0.5, Grain: 0.14, Edge: 1.4, Halo: 2})
	p.tuft(x-16, base+4, 30, 0)
	p.tuft(x+14, base+5, 34, 0.1)
}
