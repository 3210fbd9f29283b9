package engrave

import "math"

// palace is the congress's house: a long front, carriages before it.
func palace(p *Plate) {
	p.Sky(Sky{Floor: 560, High: 0.44, Low: 0.06, Clouds: 0.58, Size: 480, Sun: Point{200, 120}, Glow: 120, Seed: 71})
	p.Row(Row{From: -40, To: 130, Base: 560, Low: 130, High: 170, Wide: 70, Gables: []int{mansard}, Dark: 0.5, Seed: 2})
	p.Row(Row{From: 1070, To: 1240, Base: 560, Low: 130, High: 170, Wide: 70, Gables: []int{mansard}, Dark: 0.5, Seed: 5})
	p.wing(110, 470, 566)
	p.wing(730, 1090, 566)
	p.portico(Spot{X: 600, Y: 568, Scale: 1})
	p.square()
	p.Coach(Spot{X: 930, Y: 612, Scale: 40, Flip: true})
	for i := range 26 {
		y := 588 + 1.6*float64(i)
		p.Person(p.between(60, 1140), y, 27+(y-586)*0.35, p.between(0, 1) < 0.45)
	}
	p.Coach(Spot{X: 250, Y: 650, Scale: 62})
	p.Person(480, 668, 66, false)
	p.Person(512, 671, 62, true)
	p.Coach(Spot{X: 690, Y: 738, Scale: 92})
	for i := range 8 {
		p.Soldier(448+float64(i)*13, 596, 32, 4)
		p.Soldier(662+float64(i)*13, 596, 32, 4)
	}
	p.lamp(150, 720, 150)
	p.lamp(1080, 700, 140)
}

// wing is three storeys of windows under a mansard and a balustrade.
func (p *Plate) wing(from, to, base float64) {
	p.Shape(poly(from+6, base-196, from+22, base-244, to-22, base-244, to-6, base-196), Cut{Tone: flat(0.66), Flow: hatch(82), Gap: 2.8, Grain: 0.14, Edge: 1, Halo: 1.6})
	p.Shape(rect(from, base-200, to-from, 204), Cut{Tone: func(x, y float64) float64 {
		return 0.15 + 0.1*step(from, to, x) + 0.12*bell(y, base-196, 16) + 0.1*(cloudy(x/30, y/30, 12)-0.5)
	}, Flow: hatch(0), Gap: 3.2, Grain: 0.06, Edge: 1, Halo: 1.2})
	for _, y := range []float64{-200, -196, -136, -60} {
		p.Stroke(line(from-3, base+y, to+3, base+y), 1.8, 1.8)
	}
	n := int((to - from) / 36)
	for i := range n {
		x := from + (to-from)*(float64(i)+0.5)/float64(n)
		p.tallWindow(x, base-70, 15, 46, true)
		p.tallWindow(x, base-146, 14, 34, false)
		p.Solid(archway(x-8, base-4, 16, 44))
		p.Scrape(line(x, base-4, x, base-46), 0.9, 0.9)
		p.Shape(poly(x-8, base-212, x, base-226, x+8, base-212), Cut{Tone: flat(0.2), Edge: 0.9, Halo: 0.8})
		p.Stroke(line(x+18, base-196, x+18, base-62), 2.4, 2.4)
		p.Scrape(line(x+16.8, base-194, x+16.8, base-62), 0.9, 0.9)
	}
	for x := from; x < to; x += 6 {
		p.Stroke(line(x, base-200, x, base-207), 1.6, 1.6)
	}
	p.Stroke(line(from, base-208, to, base-208), 1.6, 1.6)
}

// tallWindow has a frame, a cross and, on the main floor, a pediment.
func (p *Plate) tallWindow(x, sill, w, h float64, crowned bool) {
	p.Shape(rect(x-w/2, sill-h, w, h), Cut{Tone: func(_, y float64) float64 { return mix(0.96, 0.7, (y-sill+h)/h) }, Flow: hatch(45), Gap: 2.2, Halo: 1.4})
	p.Scrape(line(x, sill-h, x, sill), 1, 1)
	for i := range 2 {
		y := sill - h*(0.34+0.32*float64(i))
		p.Scrape(line(x-w/2, y, x+w/2, y), 0.8, 0.8)
	}
	p.Stroke(line(x-w*0.7, sill+1.5, x+w*0.7, sill+1.5), 1.6, 1.6)
	if crowned {
		p.Stroke(line(x-w*0.75, sill-h-3, x, sill-h-9, x+w*0.75, sill-h-3, x-w*0.75, sill-h-3), 1.3, 1.3)
	}
}

// portico is six columns under a pediment, with a shallow dome behind.
func (p *Plate) portico(s Spot) {
	p.Dome(Dome{X: s.X, Base: s.Y - 232, W: 150, Dark: 0.85, Peak: 0.85})
	p.Shape(s.path(rect(-134, -236, 268, 240)), Cut{Tone: flat(0.66), Flow: hatch(0), Gap: 2.9, Cross: hatch(90), From: 0.4, Edge: 1, Halo: 1.6})
	for i := range 5 {
		p.Solid(s.path(archway(-104+46*float64(i), -20, 24, 74)))
		p.Solid(s.path(rect(-102+46*float64(i), -170, 20, 44)))
	}
	for i := range 6 {
		p.pillar(s, -118+46*float64(i)+3)
	}
	p.Shape(s.path(rect(-144, -240, 288, 24)), Cut{Tone: flat(0.14), Flow: hatch(0), Gap: 3.4, Edge: 1.2, Halo: 1})
	p.Shape(s.path(poly(-150, -240, 0, -306, 150, -240)), Cut{Tone: func(_, y float64) float64 { return 0.2 + 0.3*step(s.Y-300, s.Y-250, y) }, Flow: hatch(0), Gap: 3.2, Edge: 2, Halo: 1.6})
	p.Stroke(s.line(line(-128, -245, 0, -299, 128, -245, -128, -245)), 1, 1)
	p.Stroke(closed(ellipse(s.X, s.Y-262, 15, 13)[0]), 2, 2)
	p.Stroke(s.line(curve(-92, -250, -60, -262, -20, -256)), 3.4, 1)
	p.Stroke(s.line(curve(92, -250, 60, -262, 20, -256)), 3.4, 1)
	for i := range 5 {
		y := s.Y - 2 + 5*float64(i)
		p.Shape(rect(s.X-136-5*float64(i), y, 272+10*float64(i), 5), Cut{Tone: flat(0.1), Flow: hatch(0), Gap: 2.4, Edge: 1.1})
	}
}

// pillar is one column, round by its shading, with base and capital.
func (p *Plate) pillar(s Spot, x float64) {
	p.Shape(s.path(poly(x-8, -4, x-6.4, -208, x+6.4, -208, x+8, -4)), Cut{Tone: func(px, _ float64) float64 {
		u := (px - s.X - x) / 8
		return 0.04 + 0.85*step(-0.1, 1.1, u) + 0.2*step(-0.6, -1, u)
	}, Flow: hatch(90), Gap: 2.5, Edge: 0.9, Halo: 1.6})
	for _, y := range []float64{-212, -2} {
		p.Shape(s.path(rect(x-10, y-4, 20, 6)), Cut{Tone: flat(0.1), Flow: hatch(0), Gap: 2, Edge: 1})
	}
}

// square is the paved place, lines running to the middle of the front.
func (p *Plate) square() {
	tone := func(x, y float64) float64 {
		return 0.1 + 0.22*step(600, 800, y) + 0.3*(cloudy(x/90, y/14, 8)-0.5) + 0.2*bell(y, 590, 8)
	}
	flow := func(_, y float64) float64 { return 190 * math.Log(1+math.Max(y-590, 0)/190) }
	p.Cut(p.veil([4]float64{0, 590, p.W, p.H}, flat(1)), Cut{Tone: tone, Flow: wavy(flow, 60, 3, 2), Gap: 3.8, Grain: 0.14})
	for i := -12; i <= 12; i++ {
		x := 600 + float64(i)*60
		p.Stroke(line(x, 594, 600+float64(i)*130, 800), 0.3, 0.9)
	}
}

// lamp is an oil lamp on its post.
func (p *Plate) lamp(x, base, tall float64) {
	p.scratch(line(x, base, x, base-tall), 8)
	p.Stroke(line(x, base, x, base-tall*0.8), 6, 3)
	p.Stroke(line(x-10, base, x+10, base), 5, 5)
	p.Shape(poly(x-7, base-tall*0.8, x-11, base-tall*0.96, x+11, base-tall*0.96, x+7, base-tall*0.8), Cut{Tone: flat(0.12), Flow: hatch(90), Gap: 3, Edge: 1.6, Halo: 1.5})
	p.Solid(poly(x-13, base-tall*0.96, x, base-tall*1.05, x+13, base-tall*0.96))
}
