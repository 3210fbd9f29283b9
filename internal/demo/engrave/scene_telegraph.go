package engrave

import "math"

// telegraph is a station of the optical line on its hill: the one upright plate.
func telegraph(p *Plate) {
	p.Sky(Sky{Floor: 900, High: 0.5, Low: 0.02, Clouds: 0.7, Size: 420, Sun: Point{560, 640}, Glow: 300, Seed: 151})
	far := rolling(846, 26, 240, 4)
	p.Hill(Hill{Ridge: far, Floor: 1000, Crest: 0.2, Foot: 0.3, Depth: 50, Rough: 0.3, Gap: 3.5, Seed: 4})
	p.semaphore(Spot{X: 668, Y: far(668) + 2, Scale: 0.16}, [2]float64{0.7, 2.2})
	p.Wood(Wood{From: 380, To: 840, Ridge: func(x float64) float64 { return far(x) + 40 }, Tall: 24, Dark: 0.5})
	p.Row(Row{From: 470, To: 640, Base: 912, Low: 12, High: 20, Wide: 24, Gables: []int{gable, eaves}, Dark: 0.6, Seed: 4})
	p.Tower(Tower{X: 520, Base: 906, W: 14, H: 34, Spire: 44, Dark: 0.6})
	hill := func(x float64) float64 { return 1010 - 84*bell(x, 270, 260) + 5*noise(x/40, 1, 8) }
	p.Hill(Hill{Ridge: hill, Floor: 1200, Crest: 0.1, Foot: 0.6, Depth: 210, Rough: 0.34, Gap: 3.9, Seed: 7})
	p.semaphore(Spot{X: 290, Y: hill(290) + 8, Scale: 1}, [2]float64{2.5, 0.9})
	p.Tree(Tree{X: 86, Base: hill(86) + 12, Tall: 250, Wide: 170, Bare: 0.22, Dark: 1, Clumps: 90})
	p.Road(Road{Mid: curve(640, 1230, 560, 1120, 440, 1046, 380, 996, 330, 950), Near: 130, Far: 16, Tone: 0.08})
	p.Person(430, 1024, 56, false)
	p.Horse(Spot{X: 520, Y: 1076, Scale: 62, Flip: true}, 0.5, true)
	p.Grass(Grass{Top: 1000, Floor: 1215, Tall: 52, Many: 420, Lean: 0.2, Ridge: func(x float64) float64 { return 1090 + 90*bell(x, 600, 130) }})
}

// semaphore is Chappe's machine on a square tower: a beam and two jointed arms
// set at angles in radians.
func (p *Plate) semaphore(s Spot, arms [2]float64) {
	k := s.Scale
	stone := func(x, y float64) float64 {
		return mix(0.1, 0.68, step(-0.1, 0.5, (x-s.X)/(140*k))) + 0.2*(noise(x/11, y/7, 3)-0.5)
	}
	if k > 0.5 {
		p.ladder(s)
	}
	p.Stroke(s.line(line(0, -280, 0, -560)), 11*k, 9*k)
	p.beam(s, arms)
	p.Shape(s.path(poly(-72, 0, -64, -250, 64, -250, 72, 0)), Cut{Tone: stone, Flow: hatch(0), Gap: 3.3, Cross: hatch(86), From: 0.42, Grain: 0.1, Edge: 1.6 * k, Halo: 2 * k})
	p.Shape(s.path(poly(-80, -248, -46, -312, 46, -312, 80, -248)), Cut{Tone: flat(0.7), Flow: hatch(70), Gap: 3, Grain: 0.14, Edge: 1.6 * k, Halo: 2 * k})
	p.Stroke(s.line(line(-84, -247, 84, -247)), 5*k, 5*k)
	for _, w := range [][2]float64{{-34, -150}, {14, -150}, {-34, -214}, {14, -214}} {
		p.Solid(s.path(archway(w[0], w[1], 20, 34)))
		p.Scrape(s.line(line(w[0]+10, w[1], w[0]+10, w[1]-34)), 1.6*k, 1.6*k)
	}
	p.Solid(s.path(archway(-16, 0, 34, 70)))
	for i := range 60 {
		x, y := -60+118*hash(int32(i), 1, 5), -10-230*hash(int32(i), 2, 5)
		p.Stroke(s.line(line(x, y, x+11, y, x+11, y+7)), 1*k, 0.7*k)
	}
}

// beam is the cross-piece and its two arms, in slats.
func (p *Plate) beam(s Spot, arms [2]float64) {
	k := s.Scale
	hub := Point{0, -540}
	tilt := -0.22
	for side, a := range []float64{math.Pi + tilt, tilt} {
		joint := Point{hub.X + 128*math.Cos(a), hub.Y + 128*math.Sin(a)}
		tip := Point{joint.X + 92*math.Cos(arms[side]), joint.Y - 92*math.Sin(arms[side])}
		p.slats(s, [2]Point{hub, joint}, 17)
		p.slats(s, [2]Point{joint, tip}, 15)
		q := s.at(joint)
		p.Solid(ellipse(q.X, q.Y, 6*k, 6*k))
		p.Stroke(s.line([]Point{joint, {0, -380}, {0, -330}}), 0.9*k, 0.9*k)
	}
	q := s.at(hub)
	p.Solid(ellipse(q.X, q.Y, 8*k, 8*k))
}

// slats is one louvred arm between two points.
func (p *Plate) slats(s Spot, ends [2]Point, wide float64) {
	a, b := ends[0], ends[1]
	n := math.Hypot(b.X-a.X, b.Y-a.Y)
	ux, uy := (b.X-a.X)/n*wide/2, (b.Y-a.Y)/n*wide/2
	frame := Path{{{a.X - uy, a.Y + ux}, {b.X - uy, b.Y + ux}, {b.X + uy, b.Y - ux}, {a.X + uy, a.Y - ux}}}
	p.Shape(s.path(frame), Cut{Tone: flat(0.4), Flow: func(x, y float64) float64 { return x*ux + y*uy }, Gap: 4.4 * wide / 2, Edge: 2.6 * s.Scale, Halo: 2.4 * s.Scale})
}

// ladder leans on the mast for the man who oils the joints.
func (p *Plate) ladder(s Spot) {
	for _, dx := range []float64{-9, 9} {
		p.Stroke(s.line(line(dx-26, -300, dx, -530)), 2.6, 2)
	}
	for i := range 14 {
		t := float64(i) / 14
		x, y := mix(-26, 0, t), mix(-304, -530, t)
		p.Stroke(s.line(line(x-9, y, x+9, y)), 1.8, 1.8)
	}
}
