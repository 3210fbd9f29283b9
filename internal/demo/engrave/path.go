package engrave

import "math"

// Point is a place on the plate, in plate units (1200 by 800, y downwards).
type Point struct{ X, Y float64 }

// Path is an area's outline: one or more closed rings.
type Path [][]Point

// pairs reads x, y, x, y … into points.
func pairs(xy []float64) []Point {
	pts := make([]Point, 0, len(xy)/2)
	for i := 0; i+1 < len(xy); i += 2 {
		pts = append(pts, Point{xy[i], xy[i+1]})
	}
	return pts
}

// poly is the polygon through x, y, x, y ….
func poly(xy ...float64) Path { return Path{pairs(xy)} }

// rect is an upright rectangle from its top left corner.
func rect(x, y, w, h float64) Path { return poly(x, y, x+w, y, x+w, y+h, x, y+h) }

// blob is the smooth closed curve through x, y, x, y ….
func blob(xy ...float64) Path { return Path{smooth(pairs(xy), true)} }

// curve is the smooth open line through x, y, x, y …, for strokes.
func curve(xy ...float64) []Point { return smooth(pairs(xy), false) }

// line is the broken line through x, y, x, y …, for strokes.
func line(xy ...float64) []Point { return pairs(xy) }

// ellipse is an ellipse about a centre.
func ellipse(x, y, rx, ry float64) Path {
	return Path{arc(Point{x, y}, rx, ry, [2]float64{0, 2 * math.Pi})}
}

// arc is a part of an ellipse, from and to in radians, clockwise on the plate.
func arc(c Point, rx, ry float64, fromTo [2]float64) []Point {
	const steps = 48
	pts := make([]Point, 0, steps+1)
	for i := 0; i <= steps; i++ {
		a := mix(fromTo[0], fromTo[1], float64(i)/steps)
		pts = append(pts, Point{c.X + rx*math.Cos(a), c.Y + ry*math.Sin(a)})
	}
	return pts
}

// archway is a rectangle with a round head, for doors, windows and bridges.
func archway(x, base, w, h float64) Path {
	r := w / 2
	pts := []Point{{x, base}}
	pts = append(pts, arc(Point{x + r, base - h + r}, r, r, [2]float64{math.Pi, 2 * math.Pi})...)
	return Path{append(pts, Point{x + w, base})}
}

// smooth is the Catmull-Rom curve through the points.
func smooth(pts []Point, closed bool) []Point {
	const steps = 8
	n := len(pts)
	at := func(i int) Point {
		if closed {
			return pts[(i+n)%n]
		}
		return pts[max(0, min(n-1, i))]
	}
	spans := n - 1
	if closed {
		spans = n
	}
	out := make([]Point, 0, spans*steps+1)
	for i := range spans {
		for k := range steps {
			out = append(out, spline([4]Point{at(i - 1), at(i), at(i + 1), at(i + 2)}, float64(k)/steps))
		}
	}
	return append(out, at(spans))
}

// spline is the Catmull-Rom point between q[1] and q[2].
func spline(q [4]Point, t float64) Point {
	one := func(a, b, c, d float64) float64 {
		return 0.5 * (2*b + (c-a)*t + (2*a-5*b+4*c-d)*t*t + (3*b-a-3*c+d)*t*t*t)
	}
	return Point{one(q[0].X, q[1].X, q[2].X, q[3].X), one(q[0].Y, q[1].Y, q[2].Y, q[3].Y)}
}

// Spot places a motif drawn about its own origin: scaled, then moved; a
// negative scale would turn it upside down, so Flip mirrors it instead.
type Spot struct {
	X, Y  float64
	Scale float64
	Flip  bool
}

// at carries one point of a motif to the plate.
func (s Spot) at(q Point) Point {
	if s.Flip {
		q.X = -q.X
	}
	return Point{s.X + q.X*s.Scale, s.Y + q.Y*s.Scale}
}

// line carries a motif's line to the plate.
func (s Spot) line(pts []Point) []Point {
	out := make([]Point, len(pts))
	for i, q := range pts {
		out[i] = s.at(q)
	}
	return out
}

// path carries a motif's area to the plate.
func (s Spot) path(p Path) Path {
	out := make(Path, len(p))
	for i, ring := range p {
		out[i] = s.line(ring)
	}
	return out
}

// bounds is the smallest box around a path: left, top, right, bottom.
func (p Path) bounds() (l, t, r, b float64) {
	l, t, r, b = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, ring := range p {
		for _, q := range ring {
			l, r = math.Min(l, q.X), math.Max(r, q.X)
			t, b = math.Min(t, q.Y), math.Max(b, q.Y)
		}
	}
	return l, t, r, b
}
