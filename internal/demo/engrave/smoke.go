package engrave

// Smoke is a heap of pale puffs along a line.
type Smoke struct {
	Along []Point // from the fire to the end of the drift
	Small float64 // size of a puff at the fire
	Large float64 // size at the end
	Many  int
	Light float64
	Dark  float64
	Sun   Point
}

// Smoke draws the far puffs first.
func (p *Plate) Smoke(s Smoke) {
	for i := s.Many - 1; i >= 0; i-- {
		k := (float64(i) + p.between(0, 1)) / float64(s.Many)
		q := spot(s.Along, k)
		r := mix(s.Small, s.Large, k) * p.between(0.6, 1.15)
		spread := mix(s.Small, s.Large, k) * 0.8
		fade := mix(1, 0.55, k)
		p.Clump(Clump{
			X: q.X + p.between(-spread, spread), Y: q.Y + p.between(-spread, spread)*0.7, R: r,
			Lobes: 7 + p.dice.IntN(3), Deep: 0.14, Gap: 3.4, Light: s.Light * fade, Dark: s.Dark * fade, Sun: s.Sun, Edge: 0.25,
		})
	}
}

// spot is the place a share k along a line of evenly spaced points.
func spot(pts []Point, k float64) Point {
	f := clamp(k, 0, 0.9999) * float64(len(pts)-1)
	i := int(f)
	return Point{mix(pts[i].X, pts[i+1].X, f-float64(i)), mix(pts[i].Y, pts[i+1].Y, f-float64(i))}
}
