package engrave

import "math"

// Crag is a mountain in facets, lit from the left.
type Crag struct {
	Ridge Ridge
	Floor float64
	Dark  float64 // how deep its shadows are: near mountains 1, far ones less
	Snow  float64 // how far below the ridge snow lies
	Size  float64 // width of a facet
	Seed  uint32
}

// Crag engraves a mountain: spurs run down from the ridge, bright on the lit
// side, hatched down the slope on the other.
func (p *Plate) Crag(c Crag) {
	top := p.H
	for x := 0.0; x <= p.W; x += 4 {
		top = math.Min(top, c.Ridge(x))
	}
	p.Cut(p.below(func(x float64) float64 { return c.Ridge(x) - 1.6 }, top-4, c.Floor), Cut{Tone: flat(0)})
	flow := func(x, y float64) float64 {
		return hatch(62)(x, y) + 26*c.spur(x, y)
	}
	p.Cut(p.below(c.Ridge, top-4, c.Floor), Cut{
		Tone: c.tone, Flow: flow, Gap: 3.7, Cross: hatch(18), From: 0.48, Grain: 0.1,
	})
	p.facets(c)
	var crest []Point
	for x := -4.0; x <= p.W+4; x += 3 {
		crest = append(crest, Point{x, c.Ridge(x)})
	}
	p.Stroke(crest, 0.5+0.7*c.Dark, 0.5+0.7*c.Dark)
}

// facets lays a shaded plane to the right of every tooth of the ridge, and
// smaller ones down the face.
func (p *Plate) facets(c Crag) {
	const reach = 16
	for x := -20.0; x < p.W+20; x += 4 {
		y := c.Ridge(x)
		if y > c.Ridge(x-4) || y > c.Ridge(x+4) || y > c.Ridge(x-reach) || y > c.Ridge(x+reach) {
			continue
		}
		p.facet(c, Point{x, y}, p.between(0.5, 0.95)*(c.Floor-y))
	}
	for range int(p.W / c.Size * 5) {
		x := p.between(-20, p.W+20)
		y := mix(c.Ridge(x), c.Floor, p.between(0.1, 0.75))
		p.facet(c, Point{x, y}, p.between(0.12, 0.4)*(c.Floor-c.Ridge(x)))
	}
}

// facet is one shaded plane: down a broken arête, and back up on its right.
func (p *Plate) facet(c Crag, top Point, h float64) {
	const steps = 8
	ring := []Point{top}
	q := top
	for range steps {
		q = Point{q.X + h/steps*p.between(-0.5, 0.65), q.Y + h/steps}
		ring = append(ring, q)
	}
	wide := h * p.between(0.2, 0.42)
	for i := 1; i < steps; i++ {
		k := float64(i) / steps
		side := wide * math.Pow(math.Sin(math.Pi*math.Sqrt(k)), 0.8)
		x, y := mix(q.X, top.X, k)+side+p.between(-0.03, 0.05)*h, mix(q.Y, top.Y, k)
		ring = append(ring, Point{x, math.Max(y, c.Ridge(x))})
	}
	tone := func(x, y float64) float64 {
		k := (y - top.Y) / h
		return c.Dark * (mix(0.84, 0.3, k) - 0.26*step(0, wide*1.4, x-top.X) + 0.2*(noise(x/9, y/9, c.Seed)-0.5))
	}
	p.Cut(p.within(Path{ring}), Cut{Tone: tone, Flow: wavy(hatch(60), 30, 7, c.Seed), Gap: 3.4, Cross: hatch(14), From: 0.55, Grain: 0.1})
}

// spur is the mountain's relief seen from the front: ridged noise that falls
// away to both sides as it comes down.
func (c Crag) spur(x, y float64) float64 {
	d := y - c.Ridge(x)
	u, v := (x+0.35*d)/c.Size, d/c.Size*0.42
	warp := noise(u*0.8, v*1.2, c.Seed) * 1.3
	sum, amp := 0.0, 0.6
	for i := range uint32(3) {
		sum += amp * (1 - math.Abs(2*noise(u+warp, v, c.Seed+i*13)-1))
		u, v, amp = u*2.1, v*2.1, amp*0.45
	}
	return sum
}

func (c Crag) tone(x, y float64) float64 {
	d := y - c.Ridge(x)
	slope := c.spur(x+4, y-1) - c.spur(x-4, y+1)
	t := clamp(0.2-slope*16/math.Sqrt(c.Size), 0.03, 0.7)
	if d < c.Snow {
		t *= mix(0.25, 1, step(c.Snow*0.3, c.Snow, d+26*(noise(x/14, y/14, c.Seed+5)-0.5)))
	}
	low := step(0, c.Floor-c.Ridge(x), d)
	return t*c.Dark*mix(1, 0.62, low) + 0.04
}
