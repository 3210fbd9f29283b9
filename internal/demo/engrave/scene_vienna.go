package engrave

import "math"

// vienna is the city from the water: the cathedral's spire over the roofs.
func vienna(p *Plate) {
	p.Sky(Sky{Floor: 520, High: 0.46, Low: 0.05, Clouds: 0.55, Size: 420, Sun: Point{890, 350}, Glow: 230, Seed: 5})
	p.Rays(Point{890, 350}, 300, 4)
	p.Wood(Wood{From: -40, To: 1240, Ridge: func(x float64) float64 { return 478 - 18*math.Sin(x/300) }, Tall: 40, Dark: 0.4})
	p.Row(Row{From: -30, To: 1230, Base: 512, Low: 60, High: 96, Wide: 46, Gables: []int{eaves, eaves, mansard}, Dark: 0.55, Seed: 4})
	p.karlskirche(Spot{X: 250, Y: 500, Scale: 1})
	p.Tower(Tower{X: 1040, Base: 510, W: 24, H: 130, Spire: 62, Dark: 0.7, Onion: true})
	p.Tower(Tower{X: 96, Base: 510, W: 20, H: 118, Spire: 52, Dark: 0.65, Onion: true})
	p.cathedral(Spot{X: 590, Y: 514, Scale: 1.1})
	p.Row(Row{From: -30, To: 1230, Base: 526, Low: 34, High: 66, Wide: 52, Gables: []int{eaves, gable, eaves, mansard}, Dark: 0.86, Seed: 12})
	p.quay(526, 548)
	p.Water(Water{Level: 548, Floor: 800, Base: 0.3, Mirror: 0.72, Swell: 1, Glint: 890, Wide: 70, Seed: 3})
	p.Boat(Spot{X: 430, Y: 664, Scale: 62}, true)
	p.Boat(Spot{X: 770, Y: 606, Scale: 26}, false)
	p.Boat(Spot{X: 140, Y: 592, Scale: 22, Flip: true}, true)
	p.reeds(740)
}

// cathedral is St Stephen's: the south tower, the nave's steep tiled roof.
func (p *Plate) cathedral(s Spot) {
	roof := func(x, y float64) float64 {
		u, v := x-s.X, y-s.Y
		zig := math.Mod(math.Abs(math.Mod(u+400, 36)-18)+v+400, 20)
		t := 0.44 + 0.16*step(0, 220, u)
		if zig < 9 {
			t += 0.26
		}
		return t
	}
	p.Shape(s.path(poly(10, -66, 26, -164, 206, -164, 232, -66)), Cut{Tone: roof, Flow: hatch(76), Gap: 2.8, Edge: 1, Halo: 1.6})
	p.Shape(s.path(rect(8, -66, 226, 70)), Cut{Tone: flat(0.4), Flow: hatch(0), Gap: 2.9, Cross: hatch(90), From: 0.3, Edge: 0.9})
	for i := range 6 {
		x := 34 + 33*float64(i)
		p.Solid(s.path(archway(x, -14, 11, 42)))
		p.Shape(s.path(poly(x-14, -66, x+5, -100, x+24, -66)), Cut{Tone: flat(0.3), Flow: hatch(0), Gap: 2.6, Edge: 0.9, Halo: 0.8})
		p.Stroke(s.line(line(x-12, -60, x-12, 4)), 2, 2)
	}
	p.Tower(Tower{X: s.X + 235, Base: s.Y - 66, W: 17, H: 90, Spire: 40, Dark: 0.8})
	p.spire(s)
}

// spire is the tower in stages, each narrower, with pinnacles at the corners.
func (p *Plate) spire(s Spot) {
	stages := [][3]float64{{0, 96, 27}, {96, 176, 22}, {176, 236, 16}}
	round := Tower{X: s.X, W: 50, Dark: 1}.round(0.24, 0.86)
	for _, g := range stages {
		y0, y1, w := -g[0], -g[1], g[2]
		p.Shape(s.path(poly(-w, y0, -w*0.88, y1, w*0.88, y1, w, y0)), Cut{Tone: round, Flow: hatch(0), Gap: 2.8, Cross: hatch(90), From: 0.45, Grain: 0.12, Edge: 0.9, Halo: 1.5})
		for _, k := range []float64{-0.42, 0.42} {
			p.Solid(s.path(archway(k*w-w*0.17, y1+(y0-y1)*0.22, w*0.34, (y0-y1)*0.5)))
			p.Shape(s.path(poly(k*w-w*0.4, y1+2, k*w, y1-w*0.9, k*w+w*0.4, y1+2)), Cut{Tone: flat(0.3), Flow: hatch(0), Gap: 2.4, Edge: 0.8})
		}
		for _, k := range []float64{-1.06, 1.06} {
			p.Shape(s.path(poly(k*w-2.4, y0-10, k*w-1.8, y1-6, k*w, y1-w*1.7, k*w+1.8, y1-6, k*w+2.4, y0-10)), Cut{Tone: flat(0.62), Flow: hatch(0), Gap: 2, Edge: 0.7, Halo: 0.8})
		}
	}
	p.Shape(s.path(poly(-13, -232, -1.4, -392, 1.4, -392, 13, -232)), Cut{Tone: round, Flow: hatch(0), Gap: 2.6, Cross: hatch(60), From: 0.4, Edge: 0.9, Halo: 1.5})
	for i := range 11 {
		y := -244 - 13*float64(i)
		w := 12.4 * (392 + y) / 160
		p.Stroke(s.line(line(-w-2.6, y, -w+1, y+2)), 1.6, 1)
		p.Stroke(s.line(line(w+2.6, y, w-1, y+2)), 1.6, 1)
	}
	p.Stroke(s.line(line(0, -388, 0, -414)), 1.6, 1.2)
	p.Stroke(s.line(line(-4, -405, 4, -405)), 1.4, 1.4)
}

// karlskirche is a wide dome between two columns.
func (p *Plate) karlskirche(s Spot) {
	p.Dome(Dome{X: s.X, Base: s.Y - 34, W: 92, Dark: 0.78, Peak: 1.15})
	for _, dx := range []float64{-70, 70} {
		p.Tower(Tower{X: s.X + dx, Base: s.Y, W: 15, H: 122, Spire: 30, Dark: 0.76, Onion: true})
	}
}
