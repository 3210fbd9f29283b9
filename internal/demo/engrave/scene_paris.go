package engrave

import "math"

// paris is the Seine, the island and the two towers of the cathedral.
func paris(p *Plate) {
	p.Sky(Sky{Floor: 520, High: 0.42, Low: 0.04, Clouds: 0.6, Size: 460, Sun: Point{300, 300}, Glow: 240, Seed: 33})
	p.Row(Row{From: -30, To: 1230, Base: 500, Low: 56, High: 96, Wide: 44, Gables: []int{mansard, eaves, mansard}, Dark: 0.5, Seed: 41})
	p.Dome(Dome{X: 190, Base: 430, W: 74, Dark: 0.45, Peak: 1.2})
	p.notreDame(Spot{X: 690, Y: 512, Scale: 1})
	p.Row(Row{From: 850, To: 1240, Base: 528, Low: 84, High: 132, Wide: 50, Gables: []int{mansard, eaves}, Dark: 0.9, Seed: 5})
	p.Row(Row{From: -30, To: 470, Base: 528, Low: 70, High: 124, Wide: 52, Gables: []int{mansard, mansard, eaves}, Dark: 0.88, Seed: 17})
	p.Row(Row{From: 470, To: 600, Base: 528, Low: 30, High: 50, Wide: 42, Gables: []int{eaves, gable}, Dark: 0.9, Seed: 3})
	p.quay(526, 560)
	p.Water(Water{Level: 560, Floor: 800, Base: 0.28, Mirror: 0.72, Swell: 1, Glint: 300, Wide: 80, Seed: 6})
	p.Bridge(Bridge{
		Deck:   func(x float64) float64 { return 520 - 20*bell(x, 250, 320) },
		Arches: [][3]float64{{40, 62, 56}, {190, 66, 66}, {344, 64, 62}, {488, 54, 48}}, Water: 590, From: -20, To: 560,
	})
	p.Shape(poly(552, 508, 600, 526, 660, 600, 552, 600), Cut{Tone: flat(0.5), Flow: hatch(0), Gap: 3, Cross: hatch(70), From: 0.35, Grain: 0.14, Edge: 1.2, Halo: 1.4})
	for x := 20.0; x < 540; x += p.between(18, 40) {
		p.Person(x, 520-20*bell(x, 250, 320)-1, 20, p.between(0, 1) < 0.3)
	}
	p.Coach(Spot{X: 240, Y: 499, Scale: 20})
	p.Boat(Spot{X: 800, Y: 690, Scale: 70, Flip: true}, true)
	p.Boat(Spot{X: 1060, Y: 628, Scale: 40}, false)
	p.reeds(750)
}

// notreDame is the west front's towers, the nave's roof and its flèche.
func (p *Plate) notreDame(s Spot) {
	p.Shape(s.path(poly(40, -120, 60, -186, 250, -180, 270, -120)), Cut{Tone: flat(0.66), Flow: hatch(74), Gap: 2.8, Edge: 1, Halo: 1.6})
	p.Shape(s.path(rect(40, -120, 236, 124)), Cut{Tone: flat(0.42), Flow: hatch(0), Gap: 2.9, Cross: hatch(90), From: 0.3, Edge: 0.9})
	for i := range 7 {
		x := 62 + 31*float64(i)
		p.Solid(s.path(archway(x, -52, 12, 54)))
		p.Stroke(s.line(curve(x-10, -108, x-3, -84, x-2, -20)), 2, 2)
		p.Stroke(s.line(line(x-10, -112, x-10, -128)), 3, 1)
	}
	p.Shape(s.path(poly(154, -182, 159, -262, 164, -182)), Cut{Tone: flat(0.8), Flow: hatch(0), Gap: 2.2, Edge: 0.9, Halo: 1})
	p.westFront(s)
}

// westFront is the façade: portals, rose, gallery, towers.
func (p *Plate) westFront(s Spot) {
	stone := func(x, y float64) float64 {
		return 0.18 + 0.3*step(s.X-60, s.X+60, x) + 0.2*(cloudy(x/16, y/20, 77)-0.5)
	}
	cut := Cut{Tone: stone, Flow: hatch(0), Gap: 2.9, Cross: hatch(90), From: 0.42, Grain: 0.1, Edge: 1, Halo: 1.6}
	p.Shape(s.path(rect(-64, -176, 128, 180)), cut)
	for _, side := range []float64{-1, 1} {
		x := side * 41
		p.Shape(s.path(rect(x-23, -258, 46, 86)), cut)
		for _, k := range []float64{-10, 10} {
			p.Solid(s.path(archway(x+k-5, -186, 10, 58)))
		}
		p.Stroke(s.line(line(x-25, -259, x+25, -259)), 3, 3)
		for i := range 5 {
			p.Stroke(s.line(line(x-22+11*float64(i), -259, x-22+11*float64(i), -266)), 1.8, 0.8)
		}
	}
	for _, x := range []float64{-64, -20, 20, 64} {
		p.Stroke(s.line(line(x, 4, x, -176)), 2.2, 2.2)
	}
	for _, y := range []float64{-176, -166, -66, -56} {
		p.Stroke(s.line(line(-66, y, 66, y)), 1.4, 1.4)
	}
	for i := range 16 {
		p.Stroke(s.line(line(-60+8*float64(i), -66, -60+8*float64(i), -56)), 1.8, 1.8)
	}
	p.rose(s.at(Point{0, -112}), 17)
	for _, x := range []float64{-42, 0, 42} {
		p.Solid(s.path(archway(x-12, 4, 24, 50)))
		if x != 0 {
			p.Solid(s.path(archway(x-11, -86, 9, 42)))
			p.Solid(s.path(archway(x+2, -86, 9, 42)))
		}
	}
}

// rose is a round window with its spokes.
func (p *Plate) rose(c Point, r float64) {
	p.Solid(ellipse(c.X, c.Y, r, r))
	for i := range 12 {
		a := math.Pi * float64(i) / 6
		p.Scrape(line(c.X+4*math.Cos(a), c.Y+4*math.Sin(a), c.X+r*math.Cos(a), c.Y+r*math.Sin(a)), 0.8, 1)
	}
	turn := [2]float64{0, 2 * math.Pi}
	p.scratch(arc(c, r*0.3, r*0.3, turn), 1)
	p.scratch(arc(c, r*0.85, r*0.85, turn), 1)
	p.Stroke(arc(c, r+2, r+2, turn), 1, 1)
}
