package engrave

import "math"

// river is the Rhine in its gorge, a barge on it and a castle over it.
func river(p *Plate) {
	p.Sky(Sky{Floor: 500, High: 0.4, Low: 0.02, Clouds: 0.65, Size: 440, Sun: Point{560, 330}, Glow: 230, Seed: 131})
	p.Crag(Crag{Ridge: jagged(5, 0.25, -40, 380, 300, 350, 480, 430, 620, 452, 760, 420, 980, 350, 1260, 330), Floor: 530, Dark: 0.5, Size: 60, Seed: 5})
	p.haze(400, 540, 0.6)
	p.Crag(Crag{Ridge: jagged(8, 0.35, -40, 330, 120, 300, 260, 370, 400, 470, 520, 520, 1260, 540), Floor: 545, Dark: 0.75, Size: 60, Seed: 8})
	p.Wood(Wood{From: -30, To: 470, Ridge: func(x float64) float64 { return 530 - 30*step(300, 0, x) }, Tall: 40, Dark: 0.8})
	rock := jagged(14, 0.4, -10, 548, 690, 536, 760, 430, 826, 330, 850, 276, 900, 268, 1066, 268, 1104, 340, 1210, 300, 1300, 280)
	p.Crag(Crag{Ridge: rock, Floor: 570, Dark: 1, Size: 70, Seed: 14})
	p.castle(Spot{X: 950, Y: 268, Scale: 1})
	p.Wood(Wood{From: 838, To: 1090, Ridge: func(float64) float64 { return 294 }, Tall: 20, Dark: 0.95})
	p.vines(rock)
	p.Row(Row{From: 800, To: 1100, Base: 556, Low: 20, High: 34, Wide: 34, Gables: []int{gable, eaves, stepped}, Dark: 0.9, Seed: 7})
	p.Tower(Tower{X: 905, Base: 552, W: 22, H: 56, Spire: 50, Dark: 0.9})
	p.Wood(Wood{From: 1080, To: 1240, Ridge: func(float64) float64 { return 566 }, Tall: 60, Dark: 1})
	p.Wood(Wood{From: 690, To: 820, Ridge: func(float64) float64 { return 562 }, Tall: 30, Dark: 0.95})
	p.Water(Water{Level: 556, Floor: 800, Base: 0.22, Mirror: 0.82, Swell: 0.9, Glint: 560, Wide: 80, Seed: 25})
	p.Barge(Spot{X: 350, Y: 676, Scale: 118})
	p.Boat(Spot{X: 640, Y: 600, Scale: 34}, true)
	p.towpath()
}

// castle is a keep and two wings with battlements on the rock.
func (p *Plate) castle(s Spot) {
	p.battlement(s, [4]float64{-96, 12, 84, 54})
	p.battlement(s, [4]float64{26, 16, 70, 66})
	p.battlement(s, [4]float64{-30, 4, 54, 132})
	p.Tower(Tower{X: s.X + 84, Base: s.Y + 18, W: 26, H: 86, Spire: 52, Dark: 0.95})
	p.Tower(Tower{X: s.X - 92, Base: s.Y + 14, W: 22, H: 70, Spire: 44, Dark: 0.9})
	p.Stroke(s.line(line(-3, -128, -3, -166)), 1.6, 1)
	p.Shape(s.path(blob(-3, -164, 14, -160, 30, -164, 30, -150, 14, -146, -3, -150)), Cut{Tone: flat(0.6), Flow: hatch(80), Gap: 2.4, Edge: 0.8})
}

// battlement is one block of wall: left, foot, width, height.
func (p *Plate) battlement(s Spot, b [4]float64) {
	x, foot, w, h := b[0], b[1], b[2], b[3]
	p.Shape(s.path(rect(x, foot-h, w, h)), Cut{Tone: func(px, py float64) float64 {
		return mix(0.12, 0.7, step(0.3, 0.9, (px-s.X-x)/w)) + 0.2*(noise(px/7, py/7, 4)-0.5)
	}, Flow: hatch(0), Gap: 2.9, Cross: hatch(84), From: 0.45, Grain: 0.1, Edge: 1, Halo: 1.6})
	for k := x; k < x+w-5; k += 11 {
		p.Shape(s.path(rect(k, foot-h-7, 6, 8)), Cut{Tone: flat(0.4), Flow: hatch(0), Gap: 2.6, Edge: 0.9})
	}
	for r := 1; float64(r)*30 < h; r++ {
		for k := x + 12; k < x+w-8; k += 19 {
			p.Solid(s.path(archway(k, foot-h+float64(r)*30, 5, 11)))
		}
	}
}

// vines are terraces across the foot of the rock.
func (p *Plate) vines(rock Ridge) {
	for r := range 9 {
		y := 430 + 13*float64(r)
		var wall []Point
		for x := 780.0; x < 1200; x += 8 {
			if yy := y + 8*math.Sin(x/60+float64(r)); yy > rock(x)+26 {
				wall = append(wall, Point{x, yy})
			}
		}
		p.scratch(wall, 3)
		p.Stroke(wall, 1, 1)
		for _, q := range wall {
			p.Stroke(line(q.X, q.Y-1, q.X+p.between(-3, 3), q.Y-p.between(5, 9)), 2.2, 1)
		}
	}
}

// towpath is the near bank, with two horses that draw the barge.
func (p *Plate) towpath() {
	bank := func(x float64) float64 { return 738 + 14*math.Sin(x/190+1) + 5*noise(x/30, 2, 3) }
	p.Stroke(curve(409, 506, 660, 634, 930, 690), 0.9, 0.9)
	p.Hill(Hill{Ridge: bank, Floor: 800, Crest: 0.12, Foot: 0.62, Depth: 60, Rough: 0.3, Gap: 3.6, Seed: 18})
	for _, x := range []float64{960, 1050} {
		p.Horse(Spot{X: x, Y: bank(x) + 8, Scale: 64}, 0.6, x > 1000)
	}
	p.Stroke(line(930, 690, 1010, 692), 1.2, 1.2)
	p.Grass(Grass{Top: 745, Floor: 815, Tall: 46, Many: 300, Lean: 0.2})
	p.reeds(740)
}
