package engrave

import "math"

// alps is the road by the lake of Laffrey, a column coming along the shore.
func alps(p *Plate) {
	p.Sky(Sky{Floor: 430, High: 0.44, Low: 0.03, Clouds: 0.45, Size: 520, Sun: Point{200, 120}, Glow: 150, Seed: 95})
	p.Crag(Crag{Ridge: jagged(11, 0.5, -60, 300, 70, 190, 150, 262, 260, 128, 350, 236, 450, 170, 560, 268, 690, 196, 790, 252, 930, 120, 1040, 214, 1130, 168, 1260, 280), Floor: 470, Dark: 0.62, Snow: 120, Size: 60, Seed: 11})
	p.haze(330, 470, 0.75)
	p.Crag(Crag{Ridge: jagged(23, 0.45, -60, 230, 40, 170, 190, 330, 330, 392, 520, 424, 700, 404, 850, 330, 960, 250, 1090, 322, 1180, 240, 1280, 300), Floor: 490, Dark: 0.95, Snow: 40, Size: 70, Seed: 23})
	p.haze(400, 500, 0.7)
	shore := func(x float64) float64 { return 462 + 16*math.Sin(x/150) - 46*step(800, 1200, x) - 26*step(240, 0, x) }
	p.Hill(Hill{Ridge: shore, Floor: 500, Crest: 0.4, Foot: 0.7, Depth: 40, Rough: 0.4, Gap: 3.2, Seed: 4})
	p.Wood(Wood{From: -30, To: 330, Ridge: func(x float64) float64 { return shore(x) + 22 }, Tall: 34, Dark: 0.85})
	p.Wood(Wood{From: 760, To: 1240, Ridge: func(x float64) float64 { return shore(x) + 26 }, Tall: 42, Dark: 0.9})
	p.Water(Water{Level: 492, Floor: 700, Base: 0.24, Mirror: 0.85, Swell: 0.7, Glint: 470, Wide: 60, Seed: 21})
	bank := func(x float64) float64 { return 596 + 60*step(200, 900, x) - 34*step(0, 260, x) + 10*math.Sin(x/60) }
	p.Hill(Hill{Ridge: bank, Floor: 800, Crest: 0.2, Foot: 0.6, Depth: 150, Rough: 0.4, Gap: 3.8, Lean: -0.1, Seed: 31})
	p.Road(Road{Mid: curve(1240, 800, 900, 738, 640, 700, 430, 668, 250, 628, 110, 606, -20, 598), Near: 92, Far: 26, Tone: 0.08})
	p.march()
	p.pines()
	p.Grass(Grass{Top: 660, Floor: 815, Tall: 40, Many: 420, Lean: 0.1, Ridge: func(x float64) float64 { return 760 + 40*step(500, 1100, x) }})
}

// march is the column on the road: a rider before his grenadiers.
func (p *Plate) march() {
	for i := range 36 {
		k := float64(i) / 36
		x := mix(40, 560, k)
		y := 604 + 96*math.Pow(k, 1.2)
		p.Soldier(x, y-6*hash(int32(i), 3, 1), mix(20, 40, k), 3)
		if i%2 == 0 {
			p.Soldier(x+7, y+8*k, mix(20, 42, k), 3)
		}
	}
	p.Standard(Spot{X: 404, Y: 650, Scale: 34}, 0.1)
	p.Horse(Spot{X: 650, Y: 720, Scale: 46}, 0.5, true)
	p.Horse(Spot{X: 760, Y: 738, Scale: 54}, 0.5, true)
}

// pines frame the right of the plate.
func (p *Plate) pines() {
	for _, t := range [][3]float64{{1150, 720, 400}, {1040, 706, 270}, {1196, 780, 480}} {
		p.pine(t[0], t[1], t[2])
	}
}

// pine is a fir in drooping tiers of needles.
func (p *Plate) pine(x, base, tall float64) {
	p.scratch(line(x, base, x, base-tall), tall*0.05)
	p.Stroke(line(x, base+6, x, base-tall), tall*0.04, 1)
	for y := 0.1; y < 0.99; y += 0.018 {
		reach := tall * 0.2 * (1 - y) * p.between(0.75, 1.15)
		for _, side := range []float64{-1, 1} {
			from, drop := base-tall*y, reach*p.between(0.25, 0.5)
			tip := Point{x + side*reach, from + drop}
			p.Scrape(curve(x, from-4, x+side*reach*0.5, from+drop*0.2-4, tip.X, tip.Y-3), 2.4, 0.6)
			p.Stroke(curve(x, from, x+side*reach*0.5, from+drop*0.3, tip.X, tip.Y), 4.2, 1)
			p.needles(Point{x, from}, tip, side)
		}
	}
}

// needles hang from a bough, thicker on the shaded side.
func (p *Plate) needles(from, tip Point, side float64) {
	n := int(math.Abs(tip.X-from.X)/3) + 1
	for i := range n {
		k := float64(i) / float64(n)
		q := Point{mix(from.X, tip.X, k), mix(from.Y, tip.Y, k*k)}
		p.Stroke(line(q.X, q.Y, q.X+side*3, q.Y+p.between(4, 10)), mix(1.6, 2.6, step(-1, 1, side)), 0.4)
	}
}
