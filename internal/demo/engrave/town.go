package engrave

import "math"

// House is one front with a roof, seen straight on.
type House struct {
	X, Base, W, H float64
	Roof          float64 // height of the roof
	Gable         int     // eaves, gable, stepped: see the constants
	Rows, Cols    int     // windows
	Tone          float64 // of the wall
	Dark          float64 // 1 near, less far away
}

// What a house turns to the street.
const (
	eaves = iota
	gable
	stepped
	mansard
)

// House draws roof, wall, windows and chimneys.
func (p *Plate) House(h House) {
	wall := func(x, y float64) float64 {
		return (h.Tone + 0.16*(cloudy(x/24, y/30, p.seed+11)-0.5) + 0.12*bell(y, h.Base-h.H, 6)) * h.Dark
	}
	roof := func(x, y float64) float64 {
		return (0.62 + 0.3*(cloudy(x/16, y/9, p.seed+12)-0.5) + 0.18*step(h.X, h.X+h.W, x)) * h.Dark
	}
	eave := h.Base - h.H
	edge := 0.75 * h.Dark
	roofCut := Cut{Tone: roof, Flow: hatch(68), Gap: 3, Grain: 0.16, Edge: edge}
	wallCut := Cut{Tone: wall, Flow: wavy(hatch(0), 30, 1.4, p.seed+13), Gap: 3.3, Grain: 0.1, Edge: edge}
	p.chimneys(h, eave)
	switch h.Gable {
	case gable:
		p.Shape(poly(h.X, h.Base, h.X, eave, h.X+h.W/2, eave-h.Roof, h.X+h.W, eave, h.X+h.W, h.Base), wallCut)
		p.Stroke(line(h.X-2, eave+2, h.X+h.W/2, eave-h.Roof-1, h.X+h.W+2, eave+2), 1.8*h.Dark, 1.8*h.Dark)
	case stepped:
		p.Shape(stepGable(h, eave), wallCut)
	case mansard:
		p.Shape(poly(h.X-1, eave, h.X+3, eave-h.Roof, h.X+h.W-3, eave-h.Roof, h.X+h.W+1, eave), roofCut)
		p.Shape(rect(h.X, eave, h.W, h.H), wallCut)
	default:
		in := math.Min(h.W*0.16, h.Roof*0.7)
		p.Shape(poly(h.X-2, eave, h.X+in, eave-h.Roof, h.X+h.W-in, eave-h.Roof, h.X+h.W+2, eave), roofCut)
		p.Shape(rect(h.X, eave, h.W, h.H), wallCut)
	}
	p.Stroke(line(h.X-1, eave+0.5, h.X+h.W+1, eave+0.5), 1.2*h.Dark, 1.2*h.Dark)
	p.windows(h, eave)
}

// stepGable is the outline of a Flemish front.
func stepGable(h House, eave float64) Path {
	const steps = 6
	left, right := []float64{h.X, h.Base}, []float64{}
	for i := range steps {
		a, b := float64(i)/steps, float64(i+1)/steps
		in, y0, y1 := h.W/2*a*0.92, eave-h.Roof*a, eave-h.Roof*b
		left = append(left, h.X+in, y0, h.X+in, y1)
		right = append([]float64{h.X + h.W - in, y1, h.X + h.W - in, y0}, right...)
	}
	return poly(append(append(left, right...), h.X+h.W, h.Base)...)
}

func (p *Plate) chimneys(h House, eave float64) {
	if h.Gable == stepped {
		return
	}
	for _, at := range []float64{0.2, 0.78} {
		if p.between(0, 1) < 0.3 {
			continue
		}
		w := math.Min(h.W*0.12, 8)
		c := rect(h.X+h.W*at-w/2, eave-h.Roof*1.1-w, w, h.Roof+w)
		p.Shape(c, Cut{Tone: flat(0.55 * h.Dark), Flow: hatch(90), Gap: 2.6, Edge: 0.7 * h.Dark})
	}
}

// windows sets rows of panes: dark, with a light cross and a sill.
func (p *Plate) windows(h House, eave float64) {
	if h.Rows == 0 || h.Cols == 0 {
		return
	}
	cw, rh := h.W/float64(h.Cols), h.H/float64(h.Rows)
	for r := range h.Rows {
		for c := range h.Cols {
			w, t := cw*0.42, rh*0.56
			x, y := h.X+cw*(float64(c)+0.5)-w/2, eave+rh*(float64(r)+0.24)
			p.pane(x, y, w, t, h.Dark)
		}
	}
	if h.Gable >= gable && h.Gable <= stepped && h.Roof > 14 {
		p.pane(h.X+h.W/2-cw*0.2, eave-h.Roof*0.42, cw*0.4, h.Roof*0.24, h.Dark)
	}
}

func (p *Plate) pane(x, y, w, t, dark float64) {
	shade := 0.88
	if p.between(0, 1) < 0.2 {
		shade = 0.55
	}
	p.Shape(rect(x, y, w, t), Cut{Tone: flat(shade * dark), Flow: hatch(45), Gap: 2, Halo: 0.6})
	if w > 4 {
		p.Scrape(line(x+w/2, y, x+w/2, y+t), 0.7, 0.7)
		p.Scrape(line(x, y+t*0.4, x+w, y+t*0.4), 0.7, 0.7)
	}
	p.Stroke(line(x-1, y+t+1, x+w+1, y+t+1), 0.9*dark, 0.9*dark)
}

// Row is a run of houses along a street or quay.
type Row struct {
	From, To  float64
	Base      float64
	Low, High float64 // heights of their fronts
	Wide      float64 // usual width
	Gables    []int
	Dark      float64
	Seed      uint32
}

// Row draws the houses from left to right.
func (p *Plate) Row(r Row) {
	i := int32(0)
	for x := r.From; x < r.To; i++ {
		w := r.Wide * mix(0.65, 1.4, hash(i, 1, r.Seed))
		h := mix(r.Low, r.High, hash(i, 2, r.Seed))
		p.House(House{
			X: x, Base: r.Base, W: w, H: h, Roof: w * mix(0.4, 0.75, hash(i, 3, r.Seed)),
			Gable: r.Gables[int(hash(i, 4, r.Seed)*float64(len(r.Gables)))],
			Rows:  max(2, int(h/19)), Cols: max(2, int(w/13)), Tone: mix(0.06, 0.56, hash(i, 5, r.Seed)), Dark: r.Dark,
		})
		x += w
	}
}
