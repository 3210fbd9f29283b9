package engrave

import "math"

// Soldier is a foot soldier in a shako with a shouldered musket, h tall.
func (p *Plate) Soldier(x, base, h float64, seed uint32) {
	s := Spot{X: x, Y: base, Scale: h}
	sway := 0.05 * (hash(int32(x), 1, seed) - 0.5)
	p.scratch(s.line(line(0, -0.1, sway, -0.95)), math.Min(h*0.3, h*0.2+2.2))
	p.Stroke(s.line(line(-0.08, 0, -0.03, -0.45)), h*0.09, h*0.12)
	p.Stroke(s.line(line(0.1, 0, 0.03, -0.45)), h*0.09, h*0.12)
	p.Stroke(s.line(line(0, -0.45, sway, -0.74)), h*0.17, h*0.22)
	p.Stroke(s.line(line(sway, -0.84, sway, -0.85)), h*0.13, h*0.13)
	p.Stroke(s.line(line(sway, -0.9, sway, -1)), h*0.13, h*0.16)
	p.Stroke(s.line(line(0.13, -0.5, 0.2, -1.25)), h*0.05, h*0.03)
	p.Scrape(s.line(line(-0.07, -0.74, 0.07, -0.5)), h*0.035, h*0.035)
}

// Person is a civilian seen from behind or the side: a hat and a coat, or a
// bonnet and a skirt, h tall.
func (p *Plate) Person(x, base, h float64, skirt bool) {
	s := Spot{X: x, Y: base, Scale: h}
	p.scratch(s.line(line(0, -0.1, 0, -0.9)), math.Min(h*0.34, h*0.24+2.4))
	if skirt {
		p.gown(s)
		return
	}
	p.Stroke(s.line(line(-0.08, 0, -0.05, -0.2, -0.03, -0.4)), h*0.065, h*0.1)
	p.Stroke(s.line(line(0.1, 0, 0.05, -0.2, 0.03, -0.4)), h*0.065, h*0.1)
	p.cloth(s, blob(-0.16, -0.26, -0.13, -0.5, -0.15, -0.72, -0.06, -0.8, 0.07, -0.8, 0.15, -0.71, 0.11, -0.5, 0.14, -0.22, 0.02, -0.34))
	p.Stroke(s.line(curve(0.12, -0.73, 0.17, -0.56, 0.12, -0.42)), h*0.07, h*0.05)
	p.Stroke(s.line(line(0.01, -0.85, 0.01, -0.87)), h*0.11, h*0.11)
	p.Stroke(s.line(line(-0.09, -0.915, 0.11, -0.915)), h*0.03, h*0.03)
	p.Solid(s.path(poly(-0.055, -0.91, -0.065, -1.03, 0.085, -1.03, 0.075, -0.91)))
}

// gown is a high-waisted dress with a shawl and a bonnet.
func (p *Plate) gown(s Spot) {
	h := s.Scale
	p.cloth(s, blob(-0.2, 0, -0.12, -0.35, -0.08, -0.6, 0, -0.64, 0.08, -0.6, 0.12, -0.35, 0.19, 0, 0, 0.02))
	p.Solid(s.path(blob(-0.13, -0.5, -0.12, -0.7, -0.04, -0.77, 0.05, -0.77, 0.12, -0.69, 0.11, -0.5, 0, -0.56)))
	p.Stroke(s.line(line(0.01, -0.83, 0.01, -0.85)), h*0.1, h*0.1)
	p.Solid(s.path(blob(-0.09, -0.84, -0.07, -0.93, 0.02, -0.95, 0.11, -0.9, 0.12, -0.84, 0.04, -0.87)))
}

// cloth is a garment: solid when small, hatched and lit from the left when large.
func (p *Plate) cloth(s Spot, path Path) {
	if s.Scale < 34 {
		p.Solid(s.path(path))
		return
	}
	p.Shape(s.path(path), Cut{Tone: func(x, _ float64) float64 {
		return mix(0.5, 1, step(-0.12, 0.06, (x-s.X)/s.Scale))
	}, Flow: hatch(82), Gap: math.Min(2.4, s.Scale*0.03), Edge: 1})
}

// Standard is a colour on its staff, stirring in the wind.
func (p *Plate) Standard(s Spot, tilt float64) {
	k := s.Scale
	tip := Point{tilt, -2.2}
	p.Stroke(s.line([]Point{{0, 0}, tip}), k*0.05, k*0.04)
	p.Solid(s.path(poly(tip.X-0.05, tip.Y, tip.X, tip.Y-0.2, tip.X+0.05, tip.Y)))
	flag := Path{s.line(smooth([]Point{{tip.X, tip.Y + 0.04}, {tip.X + 0.35, tip.Y + 0.16}, {tip.X + 0.75, tip.Y + 0.02}, {tip.X + 1.05, tip.Y + 0.18},
		{tip.X + 0.98, tip.Y + 0.55}, {tip.X + 1.0, tip.Y + 0.86}, {tip.X + 0.7, tip.Y + 0.72}, {tip.X + 0.36, tip.Y + 0.9}, {tip.X * 0.7, tip.Y + 0.74}}, true))}
	p.Shape(flag, Cut{Tone: func(x, _ float64) float64 { return 0.5 + 0.36*math.Sin((x-s.X)/k*8+1) }, Flow: wavy(hatch(84), k*0.5, k*0.1, p.seed), Gap: 2.6, Edge: 1, Halo: 1.2})
}
