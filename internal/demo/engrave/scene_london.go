package engrave

// london is the Thames above the bridge, with St Paul's over the wharves.
func london(p *Plate) {
	p.Sky(Sky{Floor: 500, High: 0.5, Low: 0.1, Clouds: 0.8, Size: 520, Sun: Point{180, 160}, Glow: 120, Seed: 21})
	p.Row(Row{From: -30, To: 1230, Base: 500, Low: 50, High: 84, Wide: 40, Gables: []int{eaves, gable, mansard}, Dark: 0.45, Seed: 31})
	for i, x := range []float64{70, 300, 440, 520, 860, 960, 1120} {
		h := 70 + 50*hash(int32(i), 5, 2)
		p.Tower(Tower{X: x, Base: 492, W: 15, H: h, Spire: 40 + 46*hash(int32(i), 6, 2), Dark: 0.5})
	}
	p.stPauls(690, 500)
	for i, x := range []float64{120, 380, 560, 910, 1080} {
		drift := 60 + 60*hash(int32(i), 1, 9)
		p.Smoke(Smoke{Along: []Point{{x, 462}, {x + drift*0.3, 420}, {x + drift, 384}, {x + 2*drift, 362}}, Small: 5, Large: 26, Many: 26, Light: 0.06, Dark: 0.62, Sun: leftLight})
	}
	p.Row(Row{From: -30, To: 1230, Base: 522, Low: 30, High: 58, Wide: 44, Gables: []int{eaves, gable, mansard, gable}, Dark: 0.82, Seed: 8})
	p.haze(430, 530, 0.25)
	p.Shape(rect(-4, 522, 1208, 16), Cut{Tone: flat(0.72), Flow: hatch(0), Gap: 2.6, Cross: hatch(90), From: 0.5, Edge: 1, Halo: 1.2})
	p.Water(Water{Level: 538, Floor: 800, Base: 0.34, Mirror: 0.6, Swell: 1.3, Glint: 210, Wide: 60, Seed: 9})
	p.colliers()
	p.Boat(Spot{X: 640, Y: 690, Scale: 64, Flip: true}, false)
	p.Boat(Spot{X: 860, Y: 620, Scale: 40}, true)
	p.Boat(Spot{X: 520, Y: 588, Scale: 22}, true)
	p.Boat(Spot{X: 1050, Y: 740, Scale: 70}, false)
}

// stPauls is the cathedral: body, two west towers, the great dome.
func (p *Plate) stPauls(x, base float64) {
	p.Shape(rect(x-150, base-86, 300, 90), Cut{Tone: func(px, _ float64) float64 { return mix(0.16, 0.5, step(x-150, x+150, px)) }, Flow: hatch(0), Gap: 2.9, Grain: 0.1, Edge: 0.8, Halo: 1.5})
	for i := range 15 {
		px := x - 140 + 20*float64(i)
		p.Stroke(line(px, base-82, px, base), 1.6, 1.6)
		p.Solid(archway(px+7, base-30, 7, 20))
		p.Solid(archway(px+7, base-58, 7, 16))
	}
	p.Stroke(line(x-154, base-88, x+154, base-88), 2.4, 2.4)
	p.Dome(Dome{X: x, Base: base - 84, W: 132, Dark: 0.92, Peak: 1.22})
	for _, dx := range []float64{-136, -94} {
		p.Tower(Tower{X: x + dx, Base: base - 60, W: 24, H: 74, Spire: 44, Dark: 0.86, Onion: true})
	}
}

// colliers are two moored ships, near the left edge.
func (p *Plate) colliers() {
	p.Ship(Ship{Spot: Spot{X: 170, Y: 648, Scale: 74}, Dark: 1})
	p.Ship(Ship{Spot: Spot{X: 1010, Y: 572, Scale: 30, Flip: true}, Dark: 0.9})
}
