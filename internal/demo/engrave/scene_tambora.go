package engrave

import "math"

// tambora is the eruption seen from the sea, a boat making away.
func tambora(p *Plate) {
	vent := Point{640, 320}
	p.Sky(Sky{Floor: 600, High: 0.72, Low: 0.1, Clouds: 0.35, Size: 520, Sun: Point{180, 520}, Glow: 200, Seed: 13})
	p.ashFall(vent)
	p.plume(vent)
	cone := func(x float64) float64 {
		d := math.Abs(x - vent.X)
		lip := 8*noise(x/12, 1, 4) - 6
		if d < 52 {
			return vent.Y + 10 + lip + 10*bell(d, 0, 30)
		}
		return vent.Y + 8 + lip + 290*(1-math.Exp(-(d-52)/270)) + 12*(noise(x/40, 2, 4)-0.5)
	}
	p.slopes(cone, vent)
	p.Wood(Wood{From: -30, To: 1240, Ridge: func(x float64) float64 { return math.Max(cone(x)+6, 590) }, Tall: 26, Dark: 0.95})
	p.Water(Water{Level: 596, Floor: 800, Base: 0.42, Mirror: 0.7, Swell: 1.7, Glint: 640, Wide: 34, Seed: 17})
	p.Boat(Spot{X: 270, Y: 704, Scale: 78, Flip: true}, true)
	p.Boat(Spot{X: 960, Y: 650, Scale: 40}, true)
	p.Boat(Spot{X: 90, Y: 640, Scale: 30, Flip: true}, true)
}

// slopes hatches the cone down its gullies, lit from the fire above and the left.
func (p *Plate) slopes(cone Ridge, vent Point) {
	tone := func(x, y float64) float64 {
		fan := (x-vent.X)/(60+(y-vent.Y)) + 0.12*(noise(x/30, y/34, 9)-0.5)
		gully := noise(fan*9+3, y/110, 6) + 0.6*noise(fan*27, y/46, 7)
		t := 0.5 + 0.9*(gully-0.72) + 0.3*step(-0.5, 0.7, fan)
		return clamp(t*mix(0.7, 1, step(vent.Y, vent.Y+200, y)), 0.06, 0.94)
	}
	flow := func(x, y float64) float64 { return 150 * (x - vent.X) / (190 + (y - vent.Y)) * 1.6 }
	p.Cut(p.below(func(x float64) float64 { return cone(x) - 1.6 }, 200, 600), Cut{Tone: flat(0)})
	p.Cut(p.below(cone, 200, 600), Cut{Tone: tone, Flow: wavy(flow, 30, 5, 8), Gap: 2.9, Cross: hatch(14), From: 0.55, Grain: 0.14})
	for i := range 5 {
		x := vent.X - 40 + 20*float64(i)
		side := (x - vent.X) * 2.2
		p.Scrape(curve(x, vent.Y+12, x+side*0.5, vent.Y+60, x+side*1.1+8, vent.Y+120+40*hash(int32(i), 1, 2)), 4, 0.5)
	}
}

// plume is the column of ash: a trunk of puffs that opens into a crown.
func (p *Plate) plume(vent Point) {
	light := Point{-0.75, 0.5}
	for _, side := range []float64{-1, 1} {
		p.Smoke(Smoke{Along: []Point{{vent.X, 130}, {vent.X + 180*side, 84}, {vent.X + 400*side, 70}}, Small: 64, Large: 84, Many: 54, Light: 0.14, Dark: 1.1, Sun: light})
	}
	p.Smoke(Smoke{Along: []Point{{vent.X, vent.Y + 6}, {vent.X - 6, 240}, {vent.X + 8, 160}, {vent.X, 70}, {vent.X - 20, -30}}, Small: 22, Large: 96, Many: 120, Light: 0.05, Dark: 0.98, Sun: light})
	for i := range 26 {
		a := -math.Pi * (0.2 + 0.6*hash(int32(i), 1, 5))
		r := 60 + 80*hash(int32(i), 2, 5)
		q := Point{vent.X + r*math.Cos(a)*0.9, vent.Y + r*math.Sin(a)}
		p.Stroke(curve(q.X, q.Y, q.X+4*math.Cos(a), q.Y-3, q.X+9*math.Cos(a), q.Y+2), 2.4, 0.5)
	}
}

// ashFall rules slanting veils under the spreading crown.
func (p *Plate) ashFall(vent Point) {
	for range 150 {
		x := p.between(-60, 1260)
		d := math.Abs(x - vent.X)
		if d < 70 {
			continue
		}
		y := p.between(70, 330)
		p.Stroke(line(x, y, x-26, y+p.between(60, 200)), 0.3, 0.8)
	}
}
