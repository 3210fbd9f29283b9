package engrave

import "math"

// Bridge is a row of round arches under a level or humped deck.
type Bridge struct {
	Deck   Ridge
	Arches [][3]float64 // middle, half width, rise
	Water  float64      // level of the water
	From   float64
	To     float64
}

// Bridge draws the wall course by course, then the dark under each arch.
func (p *Plate) Bridge(b Bridge) {
	var ring []Point
	for x := b.From; x <= b.To; x += 6 {
		ring = append(ring, Point{x, b.Deck(x)})
	}
	ring = append(ring, Point{b.To, b.Water + 4}, Point{b.From, b.Water + 4})
	tone := func(x, y float64) float64 {
		return 0.2 + 0.3*(cloudy(x/26, y/14, p.seed+21)-0.4) + 0.25*step(b.Water-60, b.Water, y)
	}
	p.Shape(Path{ring}, Cut{Tone: tone, Flow: func(x, y float64) float64 { return y - b.Deck(x) }, Gap: 3.4, Cross: hatch(58), From: 0.4, Grain: 0.12, Edge: 1, Halo: 2})
	p.masonry(b)
	for _, a := range b.Arches {
		p.arch(a, b.Water)
	}
	var rail, foot []Point
	for x := b.From; x <= b.To; x += 6 {
		rail, foot = append(rail, Point{x, b.Deck(x) - 1}), append(foot, Point{x, b.Deck(x) + 16})
	}
	p.Stroke(rail, 2.2, 2.2)
	p.Stroke(foot, 1.6, 1.6)
	p.Scrape(foot, 0.5, 0.5)
}

// arch draws one opening, its shaded vault and its ring of stones.
func (p *Plate) arch(a [3]float64, water float64) {
	x, half, rise := a[0], a[1], a[2]
	c := Point{x, water + 2}
	opening := arc(c, half, rise, [2]float64{math.Pi, 2 * math.Pi})
	ring := arc(c, half+9, rise+9, [2]float64{math.Pi, 2 * math.Pi})
	p.Shape(Path{ring}, Cut{Tone: flat(0.08), Flow: hatch(0), Gap: 3, Edge: 1})
	for i := range 25 {
		k := math.Pi * (1 + float64(i)/24)
		p.Stroke(line(x+half*math.Cos(k), c.Y+rise*math.Sin(k), x+(half+9)*math.Cos(k), c.Y+(rise+9)*math.Sin(k)), 0.7, 0.7)
	}
	p.Shape(Path{opening}, Cut{Tone: func(px, py float64) float64 {
		return 0.94 - 0.5*step(x-half*0.3, x+half, px+0.3*(py-c.Y)) - 0.2*step(c.Y-rise, c.Y, py)
	}, Flow: rings(x-half*0.5, c.Y+20), Gap: 3, Cross: hatch(0), From: 0.55, Grain: 0.05, Edge: 1.3})
	light := arc(Point{x + half*0.16, c.Y}, half*0.78, rise*0.82, [2]float64{math.Pi, 2 * math.Pi})
	p.Shape(Path{light}, Cut{Tone: func(_, py float64) float64 { return mix(0.1, 0.42, step(c.Y-rise*0.8, c.Y, py)) }, Flow: hatch(0), Gap: 3.6, Grain: 0.1})
}

// masonry picks out single stones.
func (p *Plate) masonry(b Bridge) {
	for range 240 {
		x := p.between(b.From, b.To)
		y := p.between(b.Deck(x)+18, b.Water)
		w := p.between(7, 15)
		p.Stroke(line(x, y, x+w, y, x+w, y+5), 0.8, 0.5)
	}
}
