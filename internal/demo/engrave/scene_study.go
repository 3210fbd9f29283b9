package engrave

import "math"

// study is a desk by candlelight: a treaty, its seal, a quill.
func study(p *Plate) {
	flame := Point{800, 262}
	p.wall(flame)
	p.casement(Spot{X: 250, Y: 90, Scale: 1})
	p.shelf(flame)
	p.desk(flame)
	p.books(Spot{X: 250, Y: 560, Scale: 1})
	p.globe(Point{470, 444}, 88)
	p.treaty()
	p.inkwell(Spot{X: 640, Y: 566, Scale: 1})
	p.candle(Spot{X: flame.X, Y: 566, Scale: 1}, flame)
	p.seal(Point{720, 716}, 44)
	p.letters()
}

// wall is panelling lit in rings about the flame.
func (p *Plate) wall(flame Point) {
	far := func(x, y float64) float64 { return math.Hypot(x-flame.X, y-flame.Y) }
	tone := func(x, y float64) float64 {
		t := 0.03 + 0.9*step(60, 560, far(x, y))
		if edge := math.Mod(x+1000, 240); edge < 5 || (edge > 26 && edge < 29) {
			t += 0.18
		}
		return clamp(t, 0, 0.95)
	}
	p.Cut(p.veil([4]float64{0, 0, p.W, 600}, flat(1)), Cut{Tone: tone, Flow: wavy(rings(flame.X, flame.Y), 60, 3, 2), Gap: 4.4, Cross: hatch(90), From: 0.56, Grain: 0.06})
	for i := range 40 {
		a := 2 * math.Pi * float64(i) / 40
		r := 46 + 12*hash(int32(i), 1, 3)
		p.Stroke(line(flame.X+r*math.Cos(a), flame.Y+r*math.Sin(a), flame.X+(r+34)*math.Cos(a), flame.Y+(r+34)*math.Sin(a)), 0.4, 1)
	}
}

// casement is a window on the night, with a spire under the moon.
func (p *Plate) casement(s Spot) {
	p.Shape(s.path(archway(-112, 330, 224, 360)), Cut{Tone: flat(0.35), Flow: hatch(0), Gap: 3, Grain: 0.1, Edge: 2, Halo: 2})
	glass := archway(-96, 318, 192, 332)
	p.Shape(s.path(glass), Cut{Tone: func(x, y float64) float64 {
		return clamp(0.84-0.7*bell(math.Hypot(x-s.X-36, y-s.Y-80), 0, 80)-0.3*step(100, 400, y), 0.02, 0.9)
	}, Flow: hatch(0), Gap: 3.8, Cross: hatch(-30), From: 0.6, Edge: 2})
	p.Bare(s.path(ellipse(36, 80, 22, 22)))
	p.Solid(s.path(poly(-96, 318, -96, 268, -80, 250, -60, 268, -52, 268, -46, 206, -42, 140, -38, 206, -32, 262, 20, 262, 34, 246, 60, 262, 70, 240, 84, 240, 96, 262, 96, 318)))
	for _, x := range []float64{-48, 0, 48} {
		p.scratch(s.line(line(x, 318, x, 0)), 6)
		p.Stroke(s.line(line(x+1.6, 318, x+1.6, 0)), 2.4, 2.4)
	}
	for _, y := range []float64{90, 170, 250} {
		p.scratch(s.line(line(-96, y, 96, y)), 5)
		p.Stroke(s.line(line(-96, y+1.6, 96, y+1.6)), 2, 2)
	}
	p.curtain(s, -1)
	p.curtain(s, 1)
}

// curtain hangs in folds on one side of the window.
func (p *Plate) curtain(s Spot, side float64) {
	ring := []float64{side * 70, -60, side * 78, 80, side * 104, 210, side * 118, 250, side * 108, 330, side * 110, 480, side * 210, 480, side * 206, 300, side * 196, 100, side * 200, -60}
	p.Shape(s.path(blob(ring...)), Cut{Tone: func(x, y float64) float64 {
		u := math.Abs(x-s.X) + 10*math.Sin(y/90)
		return clamp(0.58+0.34*math.Sin(u/7.5)+0.1*math.Sin(u/3), 0.08, 0.95)
	}, Flow: func(x, y float64) float64 { return (x - s.X) + side*10*math.Sin(y/90) }, Gap: 3, Cross: hatch(20), From: 0.6, Edge: 1.2, Halo: 2})
}

// shelf holds bound volumes on the wall, right of the light.
func (p *Plate) shelf(flame Point) {
	for row := range 2 {
		y := 150 + 132*float64(row)
		x := 968.0
		for x < 1210 {
			w, h := p.between(15, 30), p.between(82, 108)
			p.spine(x, y, w, h, clamp(math.Hypot(x-flame.X, y-flame.Y)/420, 0.3, 0.95))
			x += w + 0.8
		}
		p.Shape(rect(956, y, 260, 11), Cut{Tone: flat(0.55), Flow: hatch(0), Gap: 2.8, Edge: 1.4, Halo: 1})
	}
}

// spine is one book from the back.
func (p *Plate) spine(x, base, w, h, dark float64) {
	p.Shape(rect(x, base-h, w, h), Cut{Tone: func(px, _ float64) float64 {
		return clamp(dark*(0.5+0.7*step(0.2, 1, (px-x)/w)), 0.05, 0.95)
	}, Flow: hatch(90), Gap: 2.7, Edge: 1})
	for _, k := range []float64{0.14, 0.2, 0.5, 0.86} {
		p.Scrape(line(x+1, base-h*k, x+w-1, base-h*k), 1.4, 1.4)
	}
	p.Bare(rect(x+w*0.2, base-h*0.78, w*0.6, h*0.14))
}

// desk is the table's top and front, lit from the flame.
func (p *Plate) desk(flame Point) {
	top := poly(-10, 600, 110, 520, 1090, 520, 1210, 600, 1210, 772, -10, 772)
	lit := func(x, y float64) float64 { return math.Hypot((x-flame.X)*0.62, (y-580)*1.7) }
	p.Shape(top, Cut{Tone: func(x, y float64) float64 {
		return clamp(0.12+0.76*step(40, 420, lit(x, y))+0.3*(cloudy(x/160, y/7, 6)-0.5), 0.02, 0.93)
	}, Flow: wavy(hatch(0), 120, 9, 5), Gap: 3.6, Cross: hatch(16), From: 0.55, Grain: 0.1, Edge: 2, Halo: 2})
	p.Shape(rect(-10, 772, 1220, 34), Cut{Tone: flat(0.9), Flow: hatch(0), Gap: 3, Edge: 2})
	p.scratch(line(-10, 774, 1210, 774), 2.4)
}

// books lie in a pile.
func (p *Plate) books(s Spot) {
	for i, b := range [][3]float64{{-96, 190, 34}, {-84, 168, 28}, {-90, 150, 24}} {
		y := -[]float64{0, 34, 62}[i]
		p.Shape(s.path(rect(b[0], y-b[2], b[1], b[2])), Cut{Tone: func(x, _ float64) float64 { return 0.85 - 0.45*step(s.X-60, s.X+110, x) }, Flow: hatch(0), Gap: 2.7, Cross: hatch(90), From: 0.6, Edge: 1.4, Halo: 2})
		p.Shape(s.path(rect(b[0]+b[1]-30, y-b[2]+4, 30, b[2]-8)), Cut{Tone: flat(0.2), Flow: hatch(0), Gap: 3.2, Edge: 0.9})
		for _, k := range []float64{0.1, 0.3, 0.5} {
			p.Scrape(s.line(line(b[0]+b[1]*k, y-b[2]+2, b[0]+b[1]*k, y-2)), 1.6, 1.6)
		}
	}
}

// globe stands in its meridian, lit from the candle's side.
func (p *Plate) globe(c Point, r float64) {
	p.Stroke(line(c.X, c.Y+r, c.X, c.Y+r+26), 9, 13)
	p.Stroke(line(c.X-40, c.Y+r+30, c.X+40, c.Y+r+30), 9, 9)
	p.Shape(ellipse(c.X, c.Y, r, r), Cut{Tone: func(x, y float64) float64 {
		u, v := (x-c.X)/r, (y-c.Y)/r
		land := step(0.5, 0.56, cloudy(2.2+u*1.5/math.Sqrt(1.2-u*u), 3+v*1.6, 21))
		return clamp(0.62-0.62*(u*0.8-v*0.4)+0.22*land, 0.03, 0.95)
	}, Flow: func(x, y float64) float64 {
		v := (y - c.Y) / r
		return y + 16*(1-v*v)*((x-c.X)/r)*((x-c.X)/r)
	}, Gap: 3.1, Cross: hatch(70), From: 0.55, Edge: 1.4, Halo: 2.4})
	for _, k := range []float64{0.35, 0.75} {
		p.Stroke(arc(c, r*k, r, [2]float64{0, 2 * math.Pi}), 0.6, 0.6)
	}
	p.scratch(arc(c, r+7, r+7, [2]float64{-2.3, 1.7}), 8)
	p.Stroke(arc(c, r+7, r+7, [2]float64{-2.3, 1.7}), 4.4, 4.4)
}
