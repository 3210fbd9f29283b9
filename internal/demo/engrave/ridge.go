package engrave

import "math"

// Ridge is the top line of a piece of land: y for each x.
type Ridge func(x float64) float64

// rolling is a gentle ridge: a height, a swing and the width of its waves.
func rolling(height, swing, width float64, seed uint32) Ridge {
	return func(x float64) float64 {
		return height + swing*2*(noise(x/width, 0.5, seed)-0.5) + swing*0.5*(noise(x/width*3.3, 1.5, seed)-0.5)
	}
}

// jagged is the ridge through x, y, x, y …, broken by ever smaller teeth.
func jagged(seed uint32, rough float64, xy ...float64) Ridge {
	pts := pairs(xy)
	return func(x float64) float64 {
		y := pts[len(pts)-1].Y
		for i := 1; i < len(pts); i++ {
			if x < pts[i].X {
				y = mix(pts[i-1].Y, pts[i].Y, (x-pts[i-1].X)/(pts[i].X-pts[i-1].X))
				break
			}
		}
		for i, width := range []float64{70, 31, 13, 6} {
			y += rough * width * 0.55 * (tooth(x/width, seed+uint32(i)*7) - 0.5)
		}
		return y
	}
}

// tooth is noise without rounding: straight from one height to the next.
func tooth(u float64, seed uint32) float64 {
	i := math.Floor(u)
	return mix(hash(int32(i), 9, seed), hash(int32(i)+1, 9, seed), u-i)
}
