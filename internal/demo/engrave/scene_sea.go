package engrave

import "math"

// sea is a ship of the line standing off an island.
func sea(p *Plate) {
	p.Sky(Sky{Floor: 570, High: 0.48, Low: 0.04, Clouds: 0.8, Size: 470, Sun: Point{260, 260}, Glow: 170, Seed: 52})
	isle := func(x float64) float64 {
		return 566 - 42*bell(x, 1010, 170) - 20*bell(x, 880, 70) + 3*noise(x/12, 1, 3)
	}
	p.Hill(Hill{Ridge: isle, Floor: 570, Crest: 0.3, Foot: 0.5, Depth: 40, Rough: 0.4, Gap: 2.8, Seed: 3})
	p.Tower(Tower{X: 1000, Base: 528, W: 10, H: 26, Spire: 8, Dark: 0.6})
	p.Ship(Ship{Spot: Spot{X: 150, Y: 574, Scale: 26, Flip: true}, Set: true, Dark: 0.55})
	p.Ship(Ship{Spot: Spot{X: 570, Y: 628, Scale: 156}, Set: true, Dark: 1})
	p.waves()
	p.Boat(Spot{X: 950, Y: 700, Scale: 66, Flip: true}, false)
	p.foam(Point{572, 626}, 262)
	p.gulls()
}

// waves is the open sea, with the great ship's image below her.
func (p *Plate) waves() {
	p.Water(Water{Level: 570, Floor: 800, Base: 0.38, Mirror: 0.42, Swell: 2.6, Glint: 250, Wide: 80, Seed: 44})
	p.Ship(Ship{Spot: Spot{X: 570, Y: 628, Scale: 156}, Set: true, Dark: 1})
	for i := range 7 {
		y := 632 + 11*float64(i)
		w := 250 - 16*float64(i)
		for range 8 {
			x := 570 + p.between(-w, w)
			p.Stroke(curve(x-p.between(20, 60), y, x, y+p.between(-4, 4), x+p.between(20, 60), y+2), 4.5, 1)
		}
	}
}

// foam breaks along a waterline and at the bow.
func (p *Plate) foam(c Point, half float64) {
	for range 70 {
		x := c.X + p.between(-half, half)
		y := c.Y + p.between(-1, 9)
		p.Scrape(curve(x-p.between(8, 26), y, x, y-p.between(1, 5), x+p.between(8, 26), y+1), 2.6, 0.8)
	}
	bow := Point{c.X + half - 4, c.Y}
	for i := range 22 {
		a := -math.Pi * p.between(0.05, 0.55)
		r := p.between(10, 34)
		p.Scrape(curve(bow.X, bow.Y+4, bow.X+r*0.5*math.Cos(a), bow.Y+r*math.Sin(a)*0.8, bow.X+r*math.Cos(a), bow.Y+2+float64(i%3)), 2.2, 0.8)
	}
}

func (p *Plate) gulls() {
	for _, g := range [][3]float64{{820, 180, 15}, {880, 214, 11}, {770, 236, 9}, {930, 160, 8}} {
		p.Stroke(curve(g[0]-g[2], g[1]-g[2]*0.2, g[0]-g[2]*0.5, g[1]-g[2]*0.45, g[0], g[1]), 0.6, 2)
		p.Stroke(curve(g[0], g[1], g[0]+g[2]*0.5, g[1]-g[2]*0.5, g[0]+g[2], g[1]-g[2]*0.1), 2, 0.6)
	}
}
