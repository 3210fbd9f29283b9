package engrave

import "math"

// Tone says how dark a place is: 0 is bare paper, 1 is solid ink.
type Tone func(x, y float64) float64

// Flow is a height over the plate whose level lines, one every gap units, are
// the lines the burin cuts. A plane gives straight hatching; anything bent
// makes the lines follow the form.
type Flow func(x, y float64) float64

// Cut is how an area is engraved.
type Cut struct {
	Tone  Tone
	Flow  Flow
	Gap   float64 // plate units from line to line
	Cross Flow    // second lines, laid over the first in the darks; none if nil
	From  float64 // the tone at which the second lines begin
	Grain float64 // how far the hand makes a line swell and thin, in tone
	Edge  float64 // width of the contour, if any
	Halo  float64 // width of bare paper kept around it, if any
}

// flat is an even tone.
func flat(t float64) Tone { return func(_, _ float64) float64 { return t } }

// hatch is straight lines at an angle in degrees: 0 lies, 90 stands.
func hatch(deg float64) Flow {
	s, c := math.Sincos(deg * math.Pi / 180)
	return func(x, y float64) float64 { return y*c - x*s }
}

// wavy bends a flow with slow noise, as a hand would.
func wavy(f Flow, size, depth float64, seed uint32) Flow {
	return func(x, y float64) float64 { return f(x, y) + depth*(noise(x/size, y/size, seed)-0.5) }
}

// rings is lines bent about a centre.
func rings(cx, cy float64) Flow {
	return func(x, y float64) float64 { return math.Hypot(x-cx, y-cy) }
}

// Shape engraves a path: bare paper around it, its lines, then its contour.
func (p *Plate) Shape(path Path, c Cut) {
	if c.Halo > 0 {
		for _, ring := range path {
			p.scratch(closed(ring), c.Halo*2)
		}
	}
	p.Cut(p.within(path), c)
	if c.Edge > 0 {
		for _, ring := range path {
			p.Stroke(closed(ring), c.Edge, c.Edge)
		}
	}
}

// Solid fills a path with ink.
func (p *Plate) Solid(path Path) { p.Cut(p.within(path), Cut{Tone: flat(1)}) }

// Bare wipes a path back to paper.
func (p *Plate) Bare(path Path) { p.Cut(p.within(path), Cut{Tone: flat(0)}) }

func closed(ring []Point) []Point {
	if len(ring) == 0 {
		return ring
	}
	return append(ring[:len(ring):len(ring)], ring[0])
}

// Cut turns tone into lines inside a mask. A pixel's ink is the share of it
// that lies on a line, worked out from the flow's slope, so that lines stay
// clean at any size of print.
func (p *Plate) Cut(m mask, c Cut) {
	if m.box.Empty() {
		return
	}
	first, second := p.ruling(m, c.Flow, c.Gap), p.ruling(m, c.Cross, c.Gap)
	for y := m.box.Min.Y; y < m.box.Max.Y; y++ {
		first.row(y)
		second.row(y)
		for x := m.box.Min.X; x < m.box.Max.X; x++ {
			a := m.alpha(x, y)
			if a <= 0 {
				continue
			}
			ux, uy := (float64(x)+0.5)/p.scale, (float64(y)+0.5)/p.scale
			t := p.hand(c, ux, uy)
			main, over := share(c, t)
			ink := 1 - (1-first.ink(x, main))*(1-second.ink(x, over))
			p.lay(y*p.wide+x, a, ink, t)
		}
	}
}

// lay mixes ink and tone into one pixel.
func (p *Plate) lay(i int, a, ink, tone float64) {
	p.ink[i] = float32(mix(float64(p.ink[i]), ink, a))
	p.tone[i] = float32(mix(float64(p.tone[i]), tone, a))
}

// hand is the tone at a place as the hand cuts it: swelling a little, and
// breaking the line in the lights instead of thinning it to a hair.
func (p *Plate) hand(c Cut, x, y float64) float64 {
	t := c.Tone(x, y)
	if c.Flow == nil {
		return clamp(t, 0, 1)
	}
	if c.Grain > 0 {
		t += c.Grain * (noise(x/7, y/4, p.seed+7) + noise(x/19, y/9, p.seed+8) - 1)
	}
	if t < 0.14 {
		t *= step(0.02, 0.10, t+0.16*(noise(x/11, y/5, p.seed+9)-0.5))
	}
	return clamp(t, 0, 0.97)
}

// share divides a tone between the first and the second lines so that both
// together cover just as much paper as the tone asks for.
func share(c Cut, t float64) (main, over float64) {
	if c.Cross == nil || t <= c.From {
		return t, 0
	}
	main = c.From + (t-c.From)*0.5
	return main, 1 - (1-t)/(1-main)
}

// ruling walks a flow row by row.
type ruling struct {
	p         *Plate
	flow      Flow
	gap       float64
	left      int
	this, nxt []float64
	at        int
}

func (p *Plate) ruling(m mask, f Flow, gap float64) *ruling {
	if f == nil {
		return &ruling{}
	}
	n := m.box.Dx() + 1
	return &ruling{p: p, flow: f, gap: gap, left: m.box.Min.X, this: make([]float64, n), nxt: make([]float64, n), at: -2}
}

// row makes y the current row.
func (r *ruling) row(y int) {
	if r.flow == nil {
		return
	}
	if r.at == y-1 {
		r.this, r.nxt = r.nxt, r.this
	} else {
		r.fill(r.this, y)
	}
	r.fill(r.nxt, y+1)
	r.at = y
}

func (r *ruling) fill(row []float64, y int) {
	uy := (float64(y) + 0.5) / r.p.scale
	for i := range row {
		row[i] = r.flow((float64(r.left+i)+0.5)/r.p.scale, uy) / r.gap
	}
}

// ink is how much of pixel x lies on a line when lines cover t of the paper.
func (r *ruling) ink(x int, t float64) float64 {
	if r.flow == nil || t <= 0 {
		return t
	}
	i := x - r.left
	v := r.this[i]
	slope := math.Hypot(r.this[i+1]-v, r.nxt[i]-v)
	if slope > 0.5 {
		return t
	}
	slope = math.Max(slope, 1e-6)
	d, half := math.Abs(v-math.Round(v)), t/2
	return clamp((half-d)/slope+0.5, 0, 1) - clamp((-half-d)/slope+0.5, 0, 1)
}
