package engrave

import "math"

// quay is a stone bank with stairs, trees and people on it.
func (p *Plate) quay(top, foot float64) {
	p.Shape(rect(-4, top, p.W+8, foot-top), Cut{Tone: func(x, y float64) float64 {
		return 0.44 + 0.3*(cloudy(x/22, y/9, 31)-0.5) + 0.3*step(top, foot, y)
	}, Flow: hatch(0), Gap: 2.8, Cross: hatch(90), From: 0.5, Grain: 0.1, Edge: 1, Halo: 1.5})
	for x := 12.0; x < p.W; x += p.between(46, 110) {
		p.Tree(Tree{X: x, Base: top + 3, Tall: p.between(30, 46), Wide: p.between(24, 36), Bare: 0.3, Dark: 1, Clumps: 12})
	}
	for range 46 {
		p.Person(p.between(0, p.W), top+p.between(2, 5), 13, p.between(0, 1) < 0.4)
	}
}

// reeds stand along the bottom of the plate, darkest in the corners.
func (p *Plate) reeds(top float64) {
	const floor = 800 // the bottom of every plate
	for range 420 {
		x := p.between(-20, p.W+20)
		side := math.Abs(x-p.W/2) / (p.W / 2)
		if p.between(0, 1) > side*side*1.3 {
			continue
		}
		h := (floor - top) * p.between(0.5, 1.9) * side
		lean := p.between(-0.25, 0.35)
		p.Stroke(curve(x, floor+6, x+lean*h*0.3, floor-h*0.6, x+lean*h, floor-h), 3.2, 0.4)
	}
}
