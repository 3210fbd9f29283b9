package engrave

import "math"

// camp is the army's fires at night under the moon.
func camp(p *Plate) {
	moon := Point{900, 150}
	p.Sky(Sky{Floor: 520, High: 0.93, Low: 0.6, Clouds: 0.12, Size: 460, Sun: moon, Glow: 120, Seed: 118})
	p.stars(moon)
	p.Bare(ellipse(moon.X, moon.Y, 38, 38))
	p.Stroke(arc(moon, 39, 39, [2]float64{0, 2 * math.Pi}), 1, 1)
	far := rolling(470, 20, 260, 12)
	p.Hill(Hill{Ridge: far, Floor: 620, Crest: 0.62, Foot: 0.8, Depth: 60, Rough: 0.2, Gap: 3.3, Seed: 12})
	for i := range 15 {
		x := 60 + 80*float64(i) + p.between(-24, 24)
		p.tent(Spot{X: x, Y: far(x) + p.between(26, 60), Scale: p.between(15, 22)}, 600)
	}
	fire := Point{600, 664}
	p.ground(fire)
	for _, t := range [][3]float64{{190, 640, 110}, {390, 610, 70}, {800, 606, 66}, {1010, 646, 118}, {930, 590, 46}, {280, 586, 44}} {
		p.tent(Spot{X: t[0], Y: t[1], Scale: t[2]}, fire.X)
	}
	p.fire(fire, 1)
	p.Gun(Spot{X: 1040, Y: 752, Scale: 110, Flip: true})
	p.circle(fire)
	p.bough(Point{70, 800}, -math.Pi/2+0.1, 250, 34, 6)
}

func (p *Plate) stars(moon Point) {
	for range 170 {
		x, y := p.between(0, p.W), p.between(0, 420)
		if math.Hypot(x-moon.X, y-moon.Y) < 120 {
			continue
		}
		p.Scrape(line(x, y, x+0.5, y), p.between(1.2, 3.4), 1.2)
	}
}

// ground is the field, lit in rings about the fire.
func (p *Plate) ground(fire Point) {
	lit := func(x, y float64) float64 { return math.Hypot((x-fire.X)*0.5, (y-fire.Y)*1.5) }
	edge := func(x float64) float64 { return 572 + 8*math.Sin(x/120) }
	p.Cut(p.below(edge, 550, 800), Cut{Tone: func(x, y float64) float64 {
		return clamp(0.1+0.84*step(20, 230, lit(x, y))+0.3*(cloudy(x/30, y/9, 5)-0.5), 0, 0.96)
	}, Flow: wavy(func(x, y float64) float64 { return 1.1 * lit(x, y) }, 40, 8, 3), Gap: 3.9, Cross: hatch(4), From: 0.6, Grain: 0.14})
}

// tent is a ridge tent, bright on the side that faces the light.
func (p *Plate) tent(s Spot, light float64) {
	left, right := 0.8, 0.16
	if light < s.X {
		left, right = right, left
	}
	p.Shape(s.path(poly(-0.9, 0, -0.3, -0.86, 0.1, 0)), Cut{Tone: flat(left), Flow: hatch(58), Gap: 3, Grain: 0.1, Edge: 1, Halo: 1.6})
	p.Shape(s.path(poly(-0.3, -0.86, 0.5, -0.8, 0.98, -0.04, 0.1, 0)), Cut{Tone: flat(right), Flow: hatch(-56), Gap: 3, Grain: 0.1, Edge: 1, Halo: 1})
	p.Solid(s.path(poly(-0.44, 0, -0.3, -0.56, -0.16, 0)))
	p.Stroke(s.line(line(-0.3, -0.8, -0.3, -0.98)), 1.6, 1)
}

// fire is flames over logs, with sparks and a column of lit smoke.
func (p *Plate) fire(c Point, k float64) {
	p.Smoke(Smoke{Along: []Point{{c.X, c.Y - 80*k}, {c.X - 20, c.Y - 180*k}, {c.X + 30, c.Y - 290*k}, {c.X + 10, c.Y - 420*k}}, Small: 14, Large: 44, Many: 44, Light: 0.2, Dark: 0.85, Sun: Point{0, 1}})
	for _, t := range [][4]float64{{-20, 20, 84, -10}, {20, 22, 96, 12}, {0, 26, 132, -4}, {-4, 14, 60, 6}} {
		x, w, h, lean := c.X+t[0]*k, t[1]*k, t[2]*k, t[3]*k
		tongue := blob(x, c.Y+4, x-w, c.Y-8*k, x-w*0.9, c.Y-h*0.36, x-w*0.2+lean*0.4, c.Y-h*0.66, x+lean, c.Y-h, x+w*0.3+lean*0.6, c.Y-h*0.6, x+w*0.9, c.Y-h*0.32, x+w, c.Y-6*k)
		p.Shape(tongue, Cut{Tone: func(_, y float64) float64 { return 0.34 * step(c.Y-h*0.4, c.Y-h, y) }, Flow: wavy(hatch(84), 14, 8, 3), Gap: 3, Edge: 0.8, Halo: 3})
	}
	for _, l := range [][4]float64{{-50, 6, 44, -6}, {-40, -8, 52, 8}, {-16, 10, 20, -16}} {
		p.scratch(line(c.X+l[0]*k, c.Y+l[1]*k, c.X+l[2]*k, c.Y+l[3]*k), 13*k)
		p.Stroke(line(c.X+l[0]*k, c.Y+l[1]*k, c.X+l[2]*k, c.Y+l[3]*k), 10*k, 8*k)
	}
	for range 40 {
		x, y := c.X+p.between(-60, 70), c.Y-p.between(90, 330)
		p.Scrape(line(x, y, x+1, y-2), 2.4, 1)
	}
}

// circle is the men about the fire: some stand, some sit on the ground.
func (p *Plate) circle(fire Point) {
	for _, m := range [][3]float64{{-206, 2, 84}, {-176, -10, 80}, {-132, -22, 74}, {150, -18, 76}, {184, -8, 80}, {226, 4, 84}, {250, 0, 84}} {
		p.Soldier(fire.X+m[0], fire.Y+m[1]+14, m[2], 6)
	}
	for _, m := range [][2]float64{{-104, 18}, {110, 22}, {-62, 44}, {70, 46}} {
		p.sitter(Spot{X: fire.X + m[0], Y: fire.Y + m[1] + 8, Scale: 50, Flip: m[0] > 0})
	}
}

// sitter is a man on the ground, knees up, facing right.
func (p *Plate) sitter(s Spot) {
	k := s.Scale
	p.scratch(s.line(line(-0.2, -0.1, -0.1, -0.66, -0.06, -0.96)), k*0.34)
	p.Solid(s.path(blob(-0.42, 0, -0.36, -0.36, -0.24, -0.62, -0.08, -0.7, 0.06, -0.6, 0.04, -0.3, 0.1, 0, -0.16, 0.04)))
	p.Stroke(s.line(curve(-0.1, -0.08, 0.2, -0.36, 0.34, -0.42)), k*0.2, k*0.17)
	p.Stroke(s.line(line(0.34, -0.42, 0.44, 0, 0.56, 0)), k*0.15, k*0.11)
	p.Stroke(s.line(curve(-0.06, -0.56, 0.14, -0.4, 0.32, -0.46)), k*0.12, k*0.1)
	p.Stroke(s.line(line(-0.04, -0.8, -0.04, -0.82)), k*0.19, k*0.19)
	p.Stroke(s.line(line(-0.04, -0.9, -0.04, -1.02)), k*0.19, k*0.22)
	p.Scrape(s.line(line(0.02, -0.62, 0.02, -0.3)), k*0.03, k*0.05)
}
