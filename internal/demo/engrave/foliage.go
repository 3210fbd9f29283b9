package engrave

import "math"

// Clump is one rounded mass: of leaves, of smoke, of bush.
type Clump struct {
	X, Y, R float64
	Light   float64 // tone on the lit side
	Dark    float64 // tone on the other
	Lobes   int     // scallops along its edge
	Deep    float64 // depth of the scallops, as a share of R
	Gap     float64
	Sun     Point // direction of the light, e.g. {-0.6, -0.8}
	Edge    float64
}

// Clump engraves one mass with lines bent around its lit side.
func (p *Plate) Clump(c Clump) {
	turn := p.between(0, math.Pi)
	seed := p.dice.Uint32()
	n := c.Lobes * 7
	ring := make([]Point, n)
	for i := range ring {
		a := 2 * math.Pi * float64(i) / float64(n)
		bump := math.Abs(math.Sin(float64(c.Lobes)*a/2 + turn))
		r := c.R * (1 - c.Deep + c.Deep*bump + 0.25*(noise(3+2*math.Cos(a), 3+2*math.Sin(a), seed)-0.5))
		ring[i] = Point{c.X + r*math.Cos(a), c.Y + 0.92*r*math.Sin(a)}
	}
	tone := func(x, y float64) float64 {
		u, v := (x-c.X)/c.R, (y-c.Y)/c.R
		facing := u*c.Sun.X + v*c.Sun.Y
		return mix(c.Dark, c.Light, step(-0.75, 0.85, facing+0.7*(noise(x/5, y/5, seed)-0.5)))
	}
	flow := wavy(rings(c.X+c.Sun.X*c.R*1.5, c.Y+c.Sun.Y*c.R*1.5), c.R*0.4+2, c.R*0.22, seed+1)
	p.Shape(Path{ring}, Cut{Tone: tone, Flow: flow, Gap: c.Gap, Grain: 0.12, Edge: c.Edge})
}
