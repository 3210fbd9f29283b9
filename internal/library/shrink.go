package library

import (
	"image"
	"image/draw"
)

// shrink returns a picture as RGBA, with its corner at the origin. One far
// wider (seen upright) than the widest rendition is averaged down by a whole
// factor first, so that what follows needs neither its memory nor its time; it
// stays half again as wide as the rendition, which keeps the finer filter's
// sharpness.
func shrink(src image.Image, uprightWidth int) *image.RGBA {
	b := src.Bounds()
	factor := uprightWidth * 2 / (3 * Widths[len(Widths)-1])
	factor = min(factor, b.Dx(), b.Dy())
	if factor < 2 {
		dst := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
		draw.Draw(dst, dst.Rect, src, b.Min, draw.Src)
		return dst
	}
	dst := image.NewRGBA(image.Rect(0, 0, b.Dx()/factor, b.Dy()/factor))
	strip := image.NewRGBA(image.Rect(0, 0, dst.Rect.Dx()*factor, factor))
	for y := range dst.Rect.Dy() {
		draw.Draw(strip, strip.Rect, src, image.Pt(b.Min.X, b.Min.Y+y*factor), draw.Src)
		average(dst.Pix[y*dst.Stride:(y+1)*dst.Stride], strip, factor)
	}
	return dst
}

// average fills one row with the means of the squares of a strip.
func average(row []byte, strip *image.RGBA, factor int) {
	square := factor * factor
	for x := range len(row) / 4 {
		var r, g, b, a int
		for y := range factor {
			at := y*strip.Stride + 4*x*factor
			for p := strip.Pix[at : at+4*factor]; len(p) >= 4; p = p[4:] {
				r, g, b, a = r+int(p[0]), g+int(p[1]), b+int(p[2]), a+int(p[3])
			}
		}
		half := square / 2
		row[4*x], row[4*x+1] = byte((r+half)/square), byte((g+half)/square)
		row[4*x+2], row[4*x+3] = byte((b+half)/square), byte((a+half)/square)
	}
}
