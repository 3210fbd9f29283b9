package engrave

import "math"

// hash maps a lattice point and a seed to [0, 1).
func hash(x, y int32, seed uint32) float64 {
	h := uint32(x)*0x9E3779B1 ^ uint32(y)*0x85EBCA77 ^ seed*0xC2B2AE3D
	h ^= h >> 15
	h *= 0x2C1B3C6D
	h ^= h >> 12
	h *= 0x297A2D39
	h ^= h >> 15
	return float64(h) / (1 << 32)
}

// noise is value noise in [0, 1): smooth, with features about one unit wide.
func noise(x, y float64, seed uint32) float64 {
	fx, fy := math.Floor(x), math.Floor(y)
	ix, iy := int32(fx), int32(fy)
	u, v := x-fx, y-fy
	u, v = u*u*(3-2*u), v*v*(3-2*v)
	a, b := hash(ix, iy, seed), hash(ix+1, iy, seed)
	c, d := hash(ix, iy+1, seed), hash(ix+1, iy+1, seed)
	return a + (b-a)*u + (c-a)*v + (a-b-c+d)*u*v
}

// cloudy is four octaves of noise, turned between octaves so that the lattice
// does not show; it lies in [0, 1) around 0.5.
func cloudy(x, y float64, seed uint32) float64 {
	sum, amp := 0.0, 0.5333
	for range 4 {
		sum += amp * noise(x, y, seed)
		x, y = 1.6*x-1.2*y+17.3, 1.2*x+1.6*y-9.1
		amp *= 0.5
		seed += 101
	}
	return sum
}

// clamp holds v between lo and hi.
func clamp(v, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, v)) }

// mix goes from a to b as t goes from 0 to 1.
func mix(a, b, t float64) float64 { return a + (b-a)*t }

// step rises smoothly from 0 at lo to 1 at hi; lo may be the greater.
func step(lo, hi, v float64) float64 {
	t := clamp((v-lo)/(hi-lo), 0, 1)
	return t * t * (3 - 2*t)
}

// bell is 1 at the centre and falls to nothing some widths away.
func bell(v, centre, width float64) float64 {
	d := (v - centre) / width
	return math.Exp(-d * d)
}
