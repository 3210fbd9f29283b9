package page

import "strconv"

// FocusSteps is the number of steps per axis in which a focal point is kept:
// the stylesheet has one class for each step, because a style attribute is
// forbidden.
const FocusSteps = 20

// Picture is a picture in the sizes there are of it. Width and Height are
// the fallback's pixels and reserve the place before it loads. The theme
// knows how wide each place is, so "sizes" is not here.
type Picture struct {
	Sources   []Source // better types first
	Src       string   // the fallback, JPEG or PNG
	Srcset    string   // the fallback's widths: "/…-480.jpg 480w, /…-960.jpg 960w"
	Width     int
	Height    int
	Alt       string // empty only for a picture that adds nothing to the text beside it
	Caption   string
	Credit    string
	CreditURL string
	FocusX    int // 0 (left) to FocusSteps (right); the middle when the point is unknown
	FocusY    int // 0 (top) to FocusSteps (bottom)
}

// Source is a set of sizes in one type.
type Source struct {
	Type   string // "image/avif", "image/webp"
	Srcset string
}

// Focus returns the classes of the focal point, e.g. "fx-10 fy-12". A point
// outside the picture moves to its edge.
func (p Picture) Focus() string {
	clamp := func(n int) string { return strconv.Itoa(max(0, min(n, FocusSteps))) }
	return "fx-" + clamp(p.FocusX) + " fy-" + clamp(p.FocusY)
}
