package engrave

// harbour is the port of Rochefort with ships laid up along the mole.
func harbour(p *Plate) {
	p.Sky(Sky{Floor: 500, High: 0.42, Low: 0.03, Clouds: 0.6, Size: 420, Sun: Point{820, 330}, Glow: 230, Seed: 39})
	p.Crag(Crag{Ridge: func(x float64) float64 {
		return 440 - 90*bell(x, 140, 220) - 60*bell(x, 420, 180) + 8*noise(x/30, 1, 3)
	}, Floor: 505, Dark: 0.45, Size: 80, Seed: 4})
	p.Row(Row{From: -30, To: 640, Base: 500, Low: 40, High: 78, Wide: 46, Gables: []int{eaves, eaves, gable}, Dark: 0.6, Seed: 6})
	p.Tower(Tower{X: 330, Base: 500, W: 26, H: 110, Spire: 50, Dark: 0.65})
	p.Row(Row{From: -30, To: 560, Base: 518, Low: 36, High: 66, Wide: 54, Gables: []int{eaves, gable, mansard}, Dark: 0.88, Seed: 14})
	p.lighthouse(Spot{X: 1010, Y: 520, Scale: 1})
	p.Shape(poly(-4, 518, 640, 518, 660, 540, -4, 540), Cut{Tone: flat(0.55), Flow: hatch(0), Gap: 2.8, Cross: hatch(90), From: 0.35, Grain: 0.12, Edge: 1, Halo: 1.4})
	p.Water(Water{Level: 532, Floor: 800, Base: 0.26, Mirror: 0.75, Swell: 1.1, Glint: 820, Wide: 80, Seed: 5})
	p.Ship(Ship{Spot: Spot{X: 740, Y: 552, Scale: 46, Flip: true}, Dark: 0.75})
	p.Ship(Ship{Spot: Spot{X: 330, Y: 616, Scale: 104}, Dark: 1})
	p.Ship(Ship{Spot: Spot{X: 930, Y: 580, Scale: 62}, Set: true, Dark: 0.9})
	p.mirrorHull(330, 616, 170)
	p.mirrorHull(930, 580, 104)
	p.Boat(Spot{X: 690, Y: 690, Scale: 72, Flip: true}, false)
	p.Boat(Spot{X: 1090, Y: 660, Scale: 58}, true)
	p.wharf()
}

// mirrorHull is the broken dark image of a hull under it.
func (p *Plate) mirrorHull(x, y, half float64) {
	for i := range 12 {
		w := half * (1 - float64(i)*0.05)
		py := y + 4 + float64(i)*4.4
		for range 5 {
			px := x + p.between(-w, w)
			p.Stroke(curve(px-p.between(10, 44), py, px, py+p.between(-2, 2), px+p.between(10, 44), py+1), 3.4, 0.8)
		}
	}
}

// lighthouse stands on rocks at the mole's end.
func (p *Plate) lighthouse(s Spot) {
	p.Shape(s.path(poly(-15, 6, -9, -150, 9, -150, 15, 6)), Cut{Tone: Tower{X: s.X, W: 28, Dark: 1}.round(0.05, 0.7), Flow: hatch(0), Gap: 3, Cross: hatch(80), From: 0.45, Edge: 1, Halo: 1.5})
	p.Shape(s.path(rect(-13, -156, 26, 6)), Cut{Tone: flat(0.3), Edge: 1})
	p.Shape(s.path(rect(-7, -176, 14, 20)), Cut{Tone: flat(0.14), Flow: hatch(90), Gap: 3.4, Edge: 1.2})
	p.Solid(s.path(poly(-10, -176, 0, -192, 10, -176)))
	for i := range 26 {
		x := s.X - 130 + 10*float64(i)
		p.Clump(Clump{X: x, Y: s.Y + 12 - 14*bell(x, s.X, 70), R: p.between(9, 16), Light: 0.16, Dark: 0.92, Lobes: 4, Deep: 0.12, Gap: 2.7, Sun: leftLight, Edge: 1})
	}
}

// wharf is the near quay with casks, a bollard and a coil of rope.
func (p *Plate) wharf() {
	top := func(x float64) float64 { return 744 + 0.02*x }
	p.Hill(Hill{Ridge: top, Floor: 800, Crest: 0.1, Foot: 0.5, Depth: 40, Rough: 0.2, Gap: 3.6, Seed: 2})
	for i := range 17 {
		x := float64(i)*76 - 20
		p.Stroke(line(x, top(x)+2, x+30, 802), 1.2, 2)
	}
	for _, c := range [][3]float64{{90, 770, 34}, {150, 776, 36}, {120, 732, 32}, {1090, 786, 34}} {
		p.cask(c[0], c[1], c[2])
	}
	p.Person(232, 786, 84, false)
	p.Person(276, 790, 80, true)
	p.Person(1010, 790, 82, false)
}

// cask is a barrel on its end.
func (p *Plate) cask(x, base, w float64) {
	body := blob(x-w*0.4, base, x-w*0.54, base-w*0.6, x-w*0.4, base-w*1.2, x, base-w*1.24, x+w*0.4, base-w*1.2, x+w*0.54, base-w*0.6, x+w*0.4, base, x, base+w*0.06)
	p.Shape(body, Cut{Tone: func(px, _ float64) float64 { return mix(0.14, 0.9, step(-0.3, 0.55, (px-x)/w)) }, Flow: hatch(90), Gap: 2.8, Grain: 0.14, Edge: 1.3, Halo: 2})
	for _, k := range []float64{0.2, 0.42, 0.8, 1.02} {
		p.Stroke(curve(x-w*0.5, base-w*k, x, base-w*k+3, x+w*0.5, base-w*k), 2.4, 2.4)
	}
}
