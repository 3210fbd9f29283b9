package engrave

import "math"

// Stroke draws a line in ink that goes from one width to another.
func (p *Plate) Stroke(pts []Point, from, to float64) {
	p.trace(pts, from, to, func(i int, cover float64) {
		p.ink[i] = max(p.ink[i], float32(cover))
		p.tone[i] = max(p.tone[i], float32(cover))
	})
}

// scratch draws a line in bare paper.
func (p *Plate) scratch(pts []Point, width float64) { p.Scrape(pts, width, width) }

// Scrape draws a line in bare paper that goes from one width to another.
func (p *Plate) Scrape(pts []Point, from, to float64) {
	p.trace(pts, from, to, func(i int, cover float64) {
		p.ink[i] *= float32(1 - cover)
		p.tone[i] *= float32(1 - cover)
	})
}

// trace walks a line and hands out each pixel it touches with its cover.
func (p *Plate) trace(pts []Point, from, to float64, lay func(i int, cover float64)) {
	total := 0.0
	for i := 1; i < len(pts); i++ {
		total += math.Hypot(pts[i].X-pts[i-1].X, pts[i].Y-pts[i-1].Y)
	}
	done := 0.0
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		if length == 0 {
			continue
		}
		p.segment(a, b, [2]float64{mix(from, to, done/total), mix(from, to, (done+length)/total)}, lay)
		done += length
	}
}

// segment covers the pixels of one straight piece with round ends.
func (p *Plate) segment(a, b Point, width [2]float64, lay func(i int, cover float64)) {
	pad := math.Max(width[0], width[1])/2 + 1/p.scale
	box := p.pixels(math.Min(a.X, b.X)-pad, math.Min(a.Y, b.Y)-pad, math.Max(a.X, b.X)+pad, math.Max(a.Y, b.Y)+pad)
	dx, dy := b.X-a.X, b.Y-a.Y
	square := dx*dx + dy*dy
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			ux, uy := (float64(x)+0.5)/p.scale-a.X, (float64(y)+0.5)/p.scale-a.Y
			t := clamp((ux*dx+uy*dy)/square, 0, 1)
			d := math.Hypot(ux-t*dx, uy-t*dy) * p.scale
			half := mix(width[0], width[1], t) / 2 * p.scale
			cover := clamp(half-d+0.5, 0, 1) - clamp(-half-d+0.5, 0, 1)
			if cover > 0 {
				lay(y*p.wide+x, cover)
			}
		}
	}
}
