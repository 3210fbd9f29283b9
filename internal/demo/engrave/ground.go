package engrave

import "slices"

import "math"

// cast is the shadow thrown to the right of something that stands at a place.
func (p *Plate) cast(at Point, wide float64) {
	for i := range 5 {
		y := at.Y + 1.7*float64(i)
		from := at.X - wide*p.between(0.6, 1)
		p.Stroke(line(from, y, from+wide*p.between(1.4, 2.1), y+1), 1.5, 0.4)
	}
}

// hedge is a row of low bushes between two places.
func (p *Plate) hedge(from, to Point) {
	n := int(math.Hypot(to.X-from.X, to.Y-from.Y) / 11)
	for i := range n {
		k := float64(i) / float64(n)
		p.Clump(Clump{X: mix(from.X, to.X, k), Y: mix(from.Y, to.Y, k) + 6*(noise(k*9, 1, 4)-0.5), R: p.between(7, 12), Light: 0.22, Dark: 0.9, Lobes: 7, Deep: 0.3, Gap: 2.6, Sun: leftLight, Edge: 0.4})
	}
}

// Grass scatters tapered blades over a band, larger towards the viewer.
type Grass struct {
	Top, Floor float64
	Tall       float64 // height of a blade at the floor
	Many       int
	Lean       float64
	Ridge      Ridge // keeps blades below a line, if set
}

// Grass draws from the back to the front.
func (p *Plate) Grass(g Grass) {
	for i := range g.Many {
		k := math.Sqrt(float64(i) / float64(g.Many))
		x, y := p.between(-10, p.W+10), mix(g.Top, g.Floor, k)+p.between(-6, 6)
		if g.Ridge != nil && y < g.Ridge(x)+4 {
			continue
		}
		if cloudy(x/70, y/40, p.seed+77) < 0.44 {
			continue
		}
		p.tuft(x, y, g.Tall*mix(0.3, 1, k), g.Lean)
	}
}

// tuft is five blades from one root.
func (p *Plate) tuft(x, y, tall, lean float64) {
	for range 5 {
		tip := p.between(-0.55, 0.55) + lean
		h := tall * p.between(0.5, 1)
		blade := curve(x, y, x+tip*h*0.3, y-h*0.6, x+tip*h, y-h)
		if p.between(0, 1) < 0.3 {
			p.Scrape(blade, 0.12*tall*0.5, 0.3)
			continue
		}
		p.Stroke(blade, 0.1*tall*0.6, 0.3)
		x += p.between(-0.16, 0.16) * tall
	}
}

// Road wipes a track that narrows to its end and cuts two ruts into it.
type Road struct {
	Mid  []Point // from the viewer to the end
	Near float64 // width at the start
	Far  float64 // width at the end
	Tone float64
}

// Road engraves the track.
func (p *Plate) Road(r Road) {
	var left, right []Point
	n := float64(len(r.Mid) - 1)
	for i, q := range r.Mid {
		half := mix(r.Near, r.Far, float64(i)/n) / 2
		wob := half * 0.06 * (noise(float64(i)*0.9, 3, p.seed+3) - 0.5)
		left, right = append(left, Point{q.X - half - wob, q.Y}), append(right, Point{q.X + half - wob, q.Y})
	}
	ring := left
	for _, r := range slices.Backward(right) {
		ring = append(ring, r)
	}
	tone := func(x, y float64) float64 {
		return r.Tone + 0.34*(cloudy(x/50, y/8, p.seed+4)-0.5)
	}
	p.Shape(Path{ring}, Cut{Tone: tone, Flow: wavy(hatch(0), 50, 8, p.seed+5), Gap: 4.2, Grain: 0.1})
	for _, off := range []float64{-0.26, -0.2, 0.2, 0.27} {
		rut := make([]Point, len(r.Mid))
		for i, q := range r.Mid {
			w := mix(r.Near, r.Far, float64(i)/n)
			rut[i] = Point{q.X + off*w + w*0.016*(noise(float64(i)*0.4, off*9, p.seed+6)-0.5), q.Y}
		}
		p.Stroke(rut, math.Min(r.Near*0.014, 2.6), math.Max(r.Far*0.03, 0.4))
	}
}
