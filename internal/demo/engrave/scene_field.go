package engrave

import "math"

// field is the farm of La Haye Sainte below the ridge, troops in the smoke.
func field(p *Plate) {
	p.Sky(Sky{Floor: 430, High: 0.5, Low: 0.06, Clouds: 0.85, Size: 500, Sun: Point{760, 300}, Glow: 170, Seed: 88})
	far := rolling(372, 12, 240, 3)
	p.Hill(Hill{Ridge: far, Floor: 520, Crest: 0.22, Foot: 0.36, Depth: 40, Rough: 0.3, Gap: 3.6, Seed: 3})
	p.Wood(Wood{From: -30, To: 260, Ridge: func(x float64) float64 { return far(x) + 4 }, Tall: 42, Dark: 0.55})
	p.Wood(Wood{From: 1010, To: 1240, Ridge: func(x float64) float64 { return far(x) + 4 }, Tall: 34, Dark: 0.5})
	p.lines(far)
	for _, s := range [][3]float64{{300, 372, 1.3}, {90, 380, 0.8}, {500, 366, 1}, {690, 372, 0.7}, {850, 368, 1.4}, {1060, 372, 1}} {
		p.Smoke(Smoke{Along: []Point{{s[0], s[1]}, {s[0] + 60*s[2], s[1] - 40}, {s[0] + 150*s[2], s[1] - 66}}, Small: 12, Large: 44 * s[2], Many: 34, Light: 0.02, Dark: 0.5, Sun: leftLight})
	}
	mid := rolling(448, 16, 320, 9)
	p.Hill(Hill{Ridge: mid, Floor: 800, Crest: 0.06, Foot: 0.5, Depth: 190, Rough: 0.3, Gap: 3.9, Lean: 0.06, Seed: 9})
	p.squares(mid)
	p.Road(Road{Mid: curve(300, 830, 390, 690, 520, 590, 610, 530, 640, 500, 652, 470), Near: 150, Far: 10, Tone: 0.1})
	p.hedge(Point{-10, 566}, Point{330, 548})
	p.hedge(Point{820, 536}, Point{1210, 566})
	p.cast(Point{560, 526}, 230)
	p.farm(Spot{X: 560, Y: 520, Scale: 1.25})
	p.cavalry()
	p.cast(Point{1000, 552}, 90)
	p.cast(Point{1126, 524}, 50)
	p.Tree(Tree{X: 960, Base: 548, Tall: 230, Wide: 170, Bare: 0.24, Dark: 1, Clumps: 90})
	p.Tree(Tree{X: 1096, Base: 520, Tall: 110, Wide: 96, Bare: 0.2, Dark: 0.8, Clumps: 44})
	p.battery()
	p.staff()
	p.rye(746, 838)
}

// lines are regiments on the far slope, in rank.
func (p *Plate) lines(far Ridge) {
	for _, r := range [][3]float64{{290, 110, 18}, {470, 90, 20}, {720, 110, 16}, {890, 100, 22}} {
		for x := r[0]; x < r[0]+r[1]; x += 4.6 {
			p.Stroke(line(x, far(x)+r[2], x, far(x)+r[2]-11), 2.6, 2.2)
			p.Stroke(line(x+1, far(x)+r[2]-8, x+2, far(x)+r[2]-17), 0.7, 0.5)
		}
		p.Standard(Spot{X: r[0] + r[1]/2, Y: far(r[0]) + r[2] - 6, Scale: 13}, 0)
	}
}

// squares are battalions drawn up on the near slope.
func (p *Plate) squares(mid Ridge) {
	for _, s := range [][2]float64{{96, 26}, {250, 46}, {800, 30}} {
		base := mid(s[0]) + s[1]
		for rank := range 3 {
			for x := s[0]; x < s[0]+92; x += 10 {
				p.Soldier(x+float64(rank)*3, base+float64(rank)*9, 25, 5)
			}
		}
		p.Standard(Spot{X: s[0] + 46, Y: base - 10, Scale: 22}, 0.05)
	}
}

// cavalry comes on in two loose lines.
func (p *Plate) cavalry() {
	for i := range 17 {
		rank := float64(i % 2)
		x := 690 + 23*float64(i) + p.between(-8, 8)
		y := 560 + 22*rank + p.between(-5, 5)
		p.cast(Point{x + 6, y}, 17)
		p.Horse(Spot{X: x, Y: y, Scale: 25 + 4*rank, Flip: true}, p.between(0.7, 1.2), true)
		p.Stroke(line(x-4, y-38, x-12, y-56), 1.2, 0.8)
	}
}

// battery is two guns with their crews, one just fired.
func (p *Plate) battery() {
	p.Smoke(Smoke{Along: []Point{{318, 604}, {360, 592}, {430, 574}, {500, 552}}, Small: 8, Large: 30, Many: 26, Light: 0.02, Dark: 0.5, Sun: leftLight})
	for _, g := range [][2]float64{{250, 628}, {96, 648}} {
		p.cast(Point{g[0], g[1]}, 70)
		p.Gun(Spot{X: g[0], Y: g[1], Scale: 44})
		for _, d := range []float64{-76, -48, -22, 26} {
			p.Soldier(g[0]+d, g[1]+p.between(-6, 6), 46, 7)
		}
	}
}

// staff is a general with two aides, watching.
func (p *Plate) staff() {
	for _, r := range [][3]float64{{850, 690, 56}, {940, 702, 62}, {1024, 688, 54}} {
		p.cast(Point{r[0] + 10, r[1]}, 44)
		p.Horse(Spot{X: r[0], Y: r[1], Scale: r[2], Flip: true}, 0.05, true)
	}
	p.Standard(Spot{X: 1092, Y: 700, Scale: 52}, 0.05)
	p.Soldier(1092, 702, 60, 3)
	p.Soldier(1128, 704, 60, 3)
}

// farm is the house, the barn and the wall round its court.
func (p *Plate) farm(s Spot) {
	k := s.Scale
	dark := Cut{Tone: flat(0.72), Flow: hatch(64), Gap: 2.7, Grain: 0.16, Edge: 1, Halo: 1.6}
	wall := Cut{Tone: func(x, y float64) float64 { return 0.1 + 0.16*(cloudy(x/14, y/12, 15)-0.4) }, Flow: hatch(0), Gap: 3, Grain: 0.1, Edge: 1, Halo: 1.4}
	side := Cut{Tone: flat(0.5), Flow: hatch(0), Gap: 2.9, Cross: hatch(80), From: 0.35, Grain: 0.1, Edge: 1}
	p.Shape(s.path(rect(70, -38, 76, 40)), wall)
	p.Shape(s.path(poly(66, -36, 80, -66, 138, -66, 150, -36)), dark)
	p.Shape(s.path(rect(-80, -46, 128, 48)), wall)
	p.Shape(s.path(poly(48, 2, 48, -46, 60, -74, 74, -48, 74, 2)), side)
	p.Shape(s.path(poly(-84, -44, -66, -80, 60, -80, 48, -44)), dark)
	for _, x := range []float64{-62, -34, 16, 32} {
		p.Solid(s.path(rect(x, -32, 7, 11)))
	}
	p.Solid(s.path(archway(-12, 0, 18, 30)))
	for _, x := range []float64{-44, 22} {
		p.Shape(s.path(rect(x, -92, 9, 16)), Cut{Tone: flat(0.5), Flow: hatch(90), Gap: 2.4, Edge: 1})
	}
	p.Shape(s.path(poly(-150, 6, -150, -14, -80, -16, -80, 4)), wall)
	p.Shape(s.path(poly(74, 4, 74, -14, 190, -12, 190, 10)), wall)
	p.Stroke(s.line(line(-150, -14, -80, -16)), 2.2*k, 2.2*k)
	p.Stroke(s.line(line(74, -14, 190, -12)), 2.2*k, 2.2*k)
}

// rye is the trampled corn along the bottom of the plate.
func (p *Plate) rye(top, floor float64) {
	for i := range 1100 {
		k := float64(i) / 1100
		x, y := p.between(-20, p.W+20), mix(top, floor, k)
		track := 300 + (y-800)*-0.7
		if math.Abs(x-track) < 60+(y-700)*0.25 {
			continue
		}
		y += 40 * (noise(x/70, 5, 7) - 0.4) * (1 - k)
		h := mix(30, 84, k) * p.between(0.5, 1.1)
		lean := 0.2 + 0.3*(noise(x/160, 3, 9)-0.5)
		tip := Point{x + lean*h, y - h}
		stalk := curve(x, y, x+lean*h*0.3, y-h*0.55, tip.X, tip.Y)
		if hash(int32(i), 1, 6) < 0.3 {
			p.Scrape(stalk, 1.6, 1)
			p.Scrape(line(tip.X, tip.Y, tip.X+lean*13, tip.Y-13), 3.4, 1.2)
			continue
		}
		p.Stroke(stalk, 1.4, 0.6)
		p.Stroke(line(tip.X, tip.Y, tip.X+lean*13, tip.Y-13), 3, 1)
	}
}
