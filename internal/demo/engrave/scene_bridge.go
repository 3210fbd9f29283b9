package engrave

import "math"

// bridge is the crossing of the Sambre at Charleroi, with a column on it.
func bridge(p *Plate) {
	p.Sky(Sky{Floor: 480, High: 0.4, Low: 0.03, Clouds: 0.5, Size: 440, Sun: Point{930, 330}, Glow: 260, Seed: 63})
	p.Hill(Hill{Ridge: rolling(372, 26, 260, 5), Floor: 500, Crest: 0.2, Foot: 0.36, Depth: 60, Rough: 0.3, Gap: 3.8, Seed: 5})
	p.Wood(Wood{From: 860, To: 1240, Ridge: func(x float64) float64 { return 410 + 6*math.Sin(x/70) }, Tall: 46, Dark: 0.6})
	p.Row(Row{From: -20, To: 820, Base: 452, Low: 46, High: 92, Wide: 50, Gables: []int{gable, eaves, stepped}, Dark: 0.66, Seed: 22})
	p.Tower(Tower{X: 420, Base: 450, W: 38, H: 150, Spire: 100, Dark: 0.8})
	p.Row(Row{From: -20, To: 560, Base: 486, Low: 40, High: 76, Wide: 56, Gables: []int{gable, eaves, gable}, Dark: 0.9, Seed: 9})
	for x := 600.0; x < 1200; x += p.between(40, 90) {
		p.Tree(Tree{X: x, Base: 490, Tall: p.between(50, 90), Wide: p.between(44, 70), Bare: 0.26, Dark: 0.8, Clumps: 20})
	}
	p.Shape(rect(-4, 482, 1208, 70), Cut{Tone: func(x, y float64) float64 { return 0.4 + 0.5*(cloudy(x/20, y/8, 3)-0.5) }, Flow: wavy(hatch(-4), 40, 12, 4), Gap: 3.2, Grain: 0.2})
	deck := func(x float64) float64 { return 452 - 34*bell(x, 600, 420) }
	p.Water(Water{Level: 548, Floor: 800, Base: 0.26, Mirror: 0.7, Swell: 1, Glint: 980, Wide: 90, Seed: 12})
	p.Bridge(Bridge{Deck: deck, Arches: [][3]float64{{150, 76, 66}, {370, 88, 84}, {604, 94, 96}, {838, 88, 84}, {1056, 76, 66}}, Water: 566, From: -20, To: 1220})
	p.piers(566)
	p.reflectBridge(566)
	p.column(deck)
	p.Boat(Spot{X: 300, Y: 690, Scale: 60}, false)
	p.reeds(730)
}

// piers are cutwaters between the arches.
func (p *Plate) piers(water float64) {
	for _, x := range []float64{258, 486, 722, 950} {
		p.Shape(poly(x-15, water+5, x-13, water-60, x, water-78, x+13, water-60, x+15, water+5), Cut{
			Tone: func(px, py float64) float64 {
				return mix(0.12, 0.72, step(x-6, x+6, px)) + 0.2*step(water-20, water, py)
			},
			Flow: hatch(0), Gap: 2.8, Cross: hatch(70), From: 0.5, Edge: 1, Halo: 1.2,
		})
	}
}

// reflectBridge lays the bridge's image on the water below it.
func (p *Plate) reflectBridge(level float64) {
	p.Water(Water{Level: level + 2, Floor: 800, Base: 0.26, Mirror: 0.8, Swell: 0.9, Glint: 980, Wide: 60, Seed: 13})
}

// column is the army on the march: foot, then horse, then guns.
func (p *Plate) column(deck Ridge) {
	for x := 250.0; x < 800; x += 10.5 {
		if math.Mod(x, 130) < 14 {
			continue
		}
		for range 2 {
			px := x + p.between(-3, 3)
			p.Soldier(px, deck(px)+2, 31, 9)
		}
	}
	p.Standard(Spot{X: 522, Y: deck(522) - 10, Scale: 32}, 0.06)
	for _, x := range []float64{846, 892, 940, 1130} {
		p.Horse(Spot{X: x, Y: deck(x) + 1, Scale: 29, Flip: false}, 0.4, true)
	}
	p.Gun(Spot{X: 1070, Y: deck(1070) + 1, Scale: 26})
	for _, x := range []float64{60, 110, 160, 208} {
		p.Horse(Spot{X: x, Y: deck(x) + 1, Scale: 29}, 0.5, true)
	}
	for x := -10.0; x < 1210; x += 3 {
		p.Stroke(line(x, deck(x)-1, x+3, deck(x+3)-1), 3, 3)
	}
}
