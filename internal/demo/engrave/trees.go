package engrave

import "math"

// Tree is a broad crown on a trunk.
type Tree struct {
	X, Base float64 // foot of the trunk
	Tall    float64
	Wide    float64 // width of the crown
	Bare    float64 // share of the height that is trunk
	Dark    float64 // 1 near, less far away
	Clumps  int
}

var leftLight = Point{-0.62, -0.78}

// Tree draws trunk and boughs, then leaf masses from the shaded underside to
// the lit top.
func (p *Plate) Tree(t Tree) {
	crown := Point{t.X, t.Base - t.Tall*(1+t.Bare)/2}
	ry := t.Tall * (1 - t.Bare) / 2
	p.trunk(t, crown, ry)
	for i := range t.Clumps {
		k := float64(i) / float64(t.Clumps)
		a, far := p.between(0, 2*math.Pi), math.Sqrt(p.between(0.05, 1))
		r := t.Wide * p.between(0.09, 0.17) * mix(1.1, 0.75, k)
		dx, dy := far*math.Cos(a)*(t.Wide/2-r*0.7), far*math.Sin(a)*(ry-r*0.7)
		if k < 0.4 {
			dy = math.Abs(dy) * 0.9
		} else if k > 0.75 {
			dx, dy = dx*0.8-t.Wide*0.08, -math.Abs(dy)*0.9
		}
		side := (dx/(t.Wide/2)*0.5 + dy/ry*0.7)
		p.Clump(Clump{
			X: crown.X + dx, Y: crown.Y + dy, R: r, Lobes: 9 + p.dice.IntN(4), Deep: 0.3, Gap: 2.7,
			Light: clamp(0.2+0.34*(side+0.3), 0.06, 0.6) * t.Dark, Dark: clamp(0.78+0.3*side, 0.5, 0.95) * t.Dark,
			Sun: leftLight, Edge: 0.35 * t.Dark,
		})
	}
	p.leaves(crown, t.Wide/2, ry, t.Dark)
}

// trunk draws the stem and five boughs into the crown.
func (p *Plate) trunk(t Tree, crown Point, ry float64) {
	w := t.Tall * 0.05
	stem := Path{pairs([]float64{
		t.X - w*1.1, t.Base + w*0.3, t.X - w*0.5, t.Base - w, t.X - w*0.42, crown.Y,
		t.X + w*0.42, crown.Y, t.X + w*0.55, t.Base - w, t.X + w*1.3, t.Base + w*0.3,
	})}
	p.Shape(stem, Cut{Tone: func(x, _ float64) float64 { return clamp(0.45+0.4*(x-t.X)/w, 0.15, 0.95) * t.Dark }, Flow: wavy(hatch(84), 9, 3, p.seed), Gap: 2.4, Grain: 0.2, Edge: 0.9 * t.Dark, Halo: 0.8})
	for i := range 5 {
		a := -math.Pi * (0.15 + 0.7*float64(i)/4)
		p.Stroke(curve(t.X, crown.Y+ry*0.7, t.X+0.2*t.Wide*math.Cos(a), crown.Y+ry*(0.3+0.3*math.Sin(a)),
			t.X+0.4*t.Wide*math.Cos(a), crown.Y+0.7*ry*math.Sin(a)), w*0.5, w*0.12)
	}
}

// leaves dots loose sprays around a crown's edge, so that it meets the sky softly.
func (p *Plate) leaves(c Point, rx, ry, dark float64) {
	for range int(rx * 1.6) {
		a := p.between(0, 2*math.Pi)
		k := p.between(0.9, 1.08)
		x, y := c.X+k*rx*math.Cos(a), c.Y+k*ry*math.Sin(a)
		p.Stroke(line(x, y, x+p.between(-3, 3), y+p.between(-2, 2)), 1.3*dark, 0.5)
	}
}

// Poplar is a narrow crown that reaches almost to the ground.
func (p *Plate) Poplar(x, base, tall, dark float64) {
	wide := tall * 0.18
	p.Stroke(line(x, base, x, base-tall*0.5), tall*0.035, tall*0.02)
	n := 18 + int(tall/7)
	for i := range n {
		k := (float64(i) + 0.5) / float64(n)
		span := math.Pow(math.Sin(math.Pi*clamp(0.1+0.86*k, 0, 1)), 0.75)
		r := wide * 0.25 * mix(0.5, 1, span) * p.between(0.8, 1.2)
		dx := p.between(-1, 1) * (wide*0.5*span - r*0.4)
		lit := dx / wide
		p.Clump(Clump{
			X: x + dx, Y: base - tall*(0.1+0.88*k), R: r, Lobes: 8, Deep: 0.34, Gap: clamp(tall*0.009, 2.3, 3.1),
			Light: clamp(0.24+0.5*lit, 0.05, 0.6) * dark, Dark: clamp(0.8+0.3*lit, 0.5, 0.94) * dark,
			Sun: Point{-0.85, -0.5}, Edge: 0.3,
		})
	}
}

// Wood is a row of far trees along a ridge.
type Wood struct {
	From, To float64
	Ridge    Ridge
	Tall     float64
	Dark     float64
}

// Wood draws its trees in three ranks.
func (p *Plate) Wood(w Wood) {
	for rank := range 3 {
		for x := w.From; x < w.To; x += w.Tall * 0.28 {
			edge := step(w.From, w.From+w.Tall, x) * step(w.To, w.To-w.Tall, x)
			h := w.Tall * (0.35 + 0.5*noise(x/w.Tall*0.7, float64(rank), p.seed+5)) * mix(0.5, 1, edge)
			r := w.Tall * p.between(0.2, 0.3)
			px := x + p.between(-4, 4)
			p.Clump(Clump{
				X: px, Y: w.Ridge(px) - h*(1-0.38*float64(rank)) + r*0.3, R: r, Lobes: 8, Deep: 0.3, Gap: 2.8,
				Light: 0.3 * w.Dark, Dark: 0.85 * w.Dark, Sun: leftLight, Edge: 0.3 * w.Dark,
			})
		}
	}
}

// bough draws one limb and, from its end, the lesser ones.
func (p *Plate) bough(from Point, a, length, width float64, left int) {
	if left == 0 || width < 0.6 {
		return
	}
	bend := a + p.between(-0.2, 0.2)
	mid := Point{from.X + length*0.5*math.Cos(bend), from.Y + length*0.5*math.Sin(bend)}
	tip := Point{mid.X + length*0.5*math.Cos(a), mid.Y + length*0.5*math.Sin(a)}
	limb := smooth([]Point{from, mid, tip}, false)
	p.scratch(limb, width+2.4)
	p.Stroke(limb, width, width*0.66)
	for range 2 + left/4 {
		p.bough(tip, a+p.between(-0.85, 0.85), length*p.between(0.55, 0.82), width*0.6, left-1)
	}
}
