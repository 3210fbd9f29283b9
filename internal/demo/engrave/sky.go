package engrave

import "math"

// Sky is ruled lines that bend a little around lit clouds.
type Sky struct {
	Floor  float64 // where the sky ends
	High   float64 // tone at the top of the plate
	Low    float64 // tone at the floor
	Clouds float64 // how much of it is cloud, 0 to 1
	Size   float64 // a cloud's width, in plate units
	Sun    Point   // where the light comes from
	Glow   float64 // how far the sun clears the sky
	Gap    float64
	Seed   uint32
}

// Sky rules the whole plate down to the floor.
func (p *Plate) Sky(s Sky) {
	if s.Gap == 0 {
		s.Gap = 4.6
	}
	m := p.veil([4]float64{0, 0, p.W, s.Floor}, flat(1))
	base := hatch(0)
	flow := func(x, y float64) float64 {
		return base(x, y) + 7*s.billow(x, y) + 1.2*noise(x/90, y/60, s.Seed+40)
	}
	p.Cut(m, Cut{Tone: s.tone, Flow: flow, Gap: s.Gap, Cross: hatch(-24), From: 0.6, Grain: 0.07})
}

// tone is the clear sky where there is no cloud, and lit billows where there is.
func (s Sky) tone(x, y float64) float64 {
	t := mix(s.High, s.Low, math.Pow(clamp(y/s.Floor, 0, 1), 0.8))
	if s.Clouds > 0 {
		here := s.billow(x, y)
		edge := 0.66 - 0.3*s.Clouds
		cover := step(edge, edge+0.1, here)
		dx, dy := s.Sun.X-x, s.Sun.Y-y
		far := math.Max(math.Hypot(dx, dy), 1)
		lean := here - s.billow(x+dx/far*s.Size*0.11, y+dy/far*s.Size*0.11)
		lit := clamp(0.5+lean*4.2, 0, 1)
		t = mix(t, mix(0.34+0.4*s.High, 0.02+0.6*math.Max(0, s.High-0.5), lit), cover)
	}
	if s.Glow > 0 {
		t *= 1 - bell(math.Hypot((x-s.Sun.X)*0.8, y-s.Sun.Y), 0, s.Glow)*0.95
	}
	return t
}

// billow is the field clouds are cut from: long, heaped, and turned over itself.
func (s Sky) billow(x, y float64) float64 {
	if s.Clouds == 0 {
		return 0
	}
	u, v := x/s.Size, y/s.Size*2.1
	w := cloudy(u*1.3, v*1.3, s.Seed+50)
	return cloudy(u+0.9*w, v+0.7*w, s.Seed+60)
}

// Rays scrapes fans of light out of what stands already, from a low sun.
func (p *Plate) Rays(from Point, reach float64, seed uint32) {
	for i := range 22 {
		a := math.Pi * (1.04 + 0.92*float64(i)/21)
		k := 0.35 + 0.65*hash(int32(i), 3, seed)
		p.Scrape([]Point{
			{from.X + 46*math.Cos(a), from.Y + 46*math.Sin(a)},
			{from.X + reach*k*math.Cos(a), from.Y + reach*k*math.Sin(a)},
		}, 2.4, 0.3)
	}
}

// haze lightens what stands in a band, most in its middle.
func (p *Plate) haze(top, floor, much float64) {
	p.Cut(p.veil([4]float64{0, top, p.W, floor}, func(x, y float64) float64 {
		mid := (top + floor) / 2
		return much * math.Max(0, 1-math.Abs(y-mid)/(mid-top)) * (0.5 + cloudy(x/120, y/30, p.seed+91))
	}), Cut{Tone: flat(0.04)})
}
