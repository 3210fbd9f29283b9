package library

import "image"

// orientation is how the camera was held, as EXIF and TIFF 6.0 number it: 1 is
// upright, 5 to 8 lie on a side, 2, 4, 5 and 7 are mirrored.
type orientation int

func (o orientation) sideways() bool { return o >= 5 && o <= 8 }

// size returns width and height as seen upright.
func (o orientation) size(w, h int) (int, int) {
	if o.sideways() {
		return h, w
	}
	return w, h
}

// upright turns a picture so that its top is on top.
func (o orientation) upright(src *image.RGBA) *image.RGBA {
	if o < 2 || o > 8 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	dw, dh := o.size(w, h)
	dst := image.NewRGBA(image.Rect(0, 0, dw, dh))
	for y := range dh {
		for x := range dw {
			sx, sy := o.source(x, y, w, h)
			copy(dst.Pix[y*dst.Stride+4*x:][:4], src.Pix[sy*src.Stride+4*sx:][:4])
		}
	}
	return dst
}

// source returns which pixel of a stored picture of w by h stands at x, y of
// the upright one.
func (o orientation) source(x, y, w, h int) (int, int) {
	switch o {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	case 8:
		return w - 1 - y, x
	}
	return x, y
}
