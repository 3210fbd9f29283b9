package engrave

// ghent is stepped gables along a canal under the belfry.
func ghent(p *Plate) {
	p.Sky(Sky{Floor: 520, High: 0.4, Low: 0.06, Clouds: 0.62, Size: 380, Sun: Point{240, 200}, Glow: 140, Seed: 47})
	p.Tower(Tower{X: 330, Base: 520, W: 50, H: 250, Spire: 34, Dark: 0.55})
	p.belfry(Spot{X: 640, Y: 520, Scale: 1})
	p.Tower(Tower{X: 900, Base: 520, W: 42, H: 200, Spire: 90, Dark: 0.55})
	p.Row(Row{From: -30, To: 1230, Base: 530, Low: 110, High: 150, Wide: 62, Gables: []int{gable, stepped, eaves}, Dark: 0.55, Seed: 3})
	p.Row(Row{From: -40, To: 530, Base: 560, Low: 100, High: 152, Wide: 78, Gables: []int{stepped, stepped, gable}, Dark: 1, Seed: 4})
	p.Row(Row{From: 712, To: 1260, Base: 560, Low: 96, High: 158, Wide: 80, Gables: []int{stepped, gable, stepped}, Dark: 1, Seed: 10})
	p.Row(Row{From: 528, To: 712, Base: 556, Low: 70, High: 96, Wide: 62, Gables: []int{stepped, gable}, Dark: 0.8, Seed: 15})
	p.Shape(rect(-4, 558, 1208, 24), Cut{Tone: flat(0.5), Flow: hatch(0), Gap: 2.8, Cross: hatch(90), From: 0.35, Grain: 0.15, Edge: 1.2, Halo: 1.5})
	for range 34 {
		p.Person(p.between(0, 1200), p.between(558, 564), 23, p.between(0, 1) < 0.45)
	}
	p.Coach(Spot{X: 560, Y: 564, Scale: 24})
	p.Water(Water{Level: 582, Floor: 800, Base: 0.3, Mirror: 0.85, Swell: 0.8, Glint: 620, Wide: 60, Seed: 8})
	p.Barge(Spot{X: 330, Y: 690, Scale: 96})
	p.Barge(Spot{X: 930, Y: 624, Scale: 60, Flip: true})
	p.Boat(Spot{X: 760, Y: 740, Scale: 66}, false)
}

// belfry is the town's tower with its four turrets and dragon.
func (p *Plate) belfry(s Spot) {
	p.Tower(Tower{X: s.X, Base: s.Y, W: 66, H: 300, Spire: 10, Dark: 0.92})
	for _, dx := range []float64{-30, 30} {
		p.Tower(Tower{X: s.X + dx, Base: s.Y - 288, W: 13, H: 30, Spire: 34, Dark: 0.92})
	}
	p.Tower(Tower{X: s.X, Base: s.Y - 300, W: 40, H: 46, Spire: 40, Dark: 0.92, Onion: true})
	p.Tower(Tower{X: s.X, Base: s.Y - 366, W: 17, H: 18, Spire: 50, Dark: 0.92})
	clock := s.at(Point{0, -262})
	p.Bare(ellipse(clock.X, clock.Y, 15, 15))
	p.Stroke(closed(ellipse(clock.X, clock.Y, 15, 15)[0]), 2, 2)
	p.Stroke(line(clock.X, clock.Y-10, clock.X, clock.Y, clock.X+7, clock.Y+4), 1.4, 1.4)
}
