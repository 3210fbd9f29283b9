package library

import (
	"encoding/binary"
	"math"
)

// profile turns the colours of a picture with an embedded profile into sRGB,
// which is what a file without one is taken to hold. Profiles of three curves
// and a matrix are applied, which cameras, telephones and editing programs
// write; pictures with other kinds (printing colours, grey) are left as they
// are. The zero profile changes nothing.
type profile struct {
	curves [3]*[256]float64 // to light, from 0 to 1
	matrix [3][3]float64    // light of the profile to light of sRGB
}

// xyzToSRGB turns XYZ at D50 into light of sRGB: the inverse of the matrix of
// IEC 61966-2-1, adapted by Bradford's method.
var xyzToSRGB = [3][3]float64{
	{3.1338561, -1.6168667, -0.4906146},
	{-0.9787684, 1.9161415, 0.0334540},
	{0.0719453, -0.2289914, 1.4052427},
}

// profileOf reads the profile of a picture file; whatever is damaged or of
// another kind is as if it were not there.
func profileOf(file []byte, mediaType string) (p profile) {
	icc := embedded(file, mediaType)
	if len(icc) < 132 || string(icc[16:24]) != "RGB XYZ " { // ICC.1:2022, 7.2
		return profile{}
	}
	for i, name := range []string{"r", "g", "b"} {
		curve, known := curveOf(iccTag(icc, name+"TRC"))
		column := iccTag(icc, name+"XYZ")
		if !known || len(column) < 20 || string(column[:4]) != "XYZ " {
			return profile{}
		}
		p.curves[i] = curve
		for row := range 3 {
			for k := range 3 {
				p.matrix[row][i] += xyzToSRGB[row][k] * fixed(column[8+4*k:])
			}
		}
	}
	if p.idle() {
		return profile{}
	}
	return p
}

// iccTag returns the data of a tag (ICC.1:2022, 7.3).
func iccTag(icc []byte, signature string) []byte {
	n := int(binary.BigEndian.Uint32(icc[128:]))
	for at := 132; n > 0 && at+12 <= len(icc); n, at = n-1, at+12 {
		if string(icc[at:at+4]) != signature {
			continue
		}
		from, size := int(binary.BigEndian.Uint32(icc[at+4:])), int(binary.BigEndian.Uint32(icc[at+8:]))
		if from > len(icc) || size > len(icc)-from {
			return nil
		}
		return icc[from : from+size]
	}
	return nil
}

// fixed reads an s15Fixed16Number.
func fixed(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }

// curveOf reads a curve at 256 points (ICC.1:2022, 10.6 and 10.18).
func curveOf(tag []byte) (*[256]float64, bool) {
	if len(tag) < 12 {
		return nil, false
	}
	switch string(tag[:4]) {
	case "curv":
		return sampledCurve(tag)
	case "para":
		return formulaCurve(tag)
	}
	return nil, false
}

func sampledCurve(tag []byte) (*[256]float64, bool) {
	n := int(binary.BigEndian.Uint32(tag[8:]))
	points := tag[12:]
	if n < 0 || n > len(points)/2 {
		return nil, false
	}
	curve := new([256]float64)
	for i := range curve {
		x := float64(i) / 255
		switch n {
		case 0:
			curve[i] = x
		case 1:
			curve[i] = math.Pow(x, float64(binary.BigEndian.Uint16(points))/256)
		default:
			at := x * float64(n-1)
			low := min(int(at), n-2)
			a, b := float64(binary.BigEndian.Uint16(points[2*low:])), float64(binary.BigEndian.Uint16(points[2*low+2:]))
			curve[i] = (a + (b-a)*(at-float64(low))) / 65535
		}
	}
	return curve, true
}

// formulaCurve reads a parametric curve: Y = (aX+b)^g + e above d, and cX + f
// below; simpler kinds leave parameters out.
func formulaCurve(tag []byte) (*[256]float64, bool) {
	kind := int(binary.BigEndian.Uint16(tag[8:]))
	counts := []int{1, 3, 4, 5, 7}
	if kind >= len(counts) || len(tag) < 12+4*counts[kind] {
		return nil, false
	}
	v := [7]float64{1, 1} // g a b c d e f
	for i := range counts[kind] {
		v[i] = fixed(tag[12+4*i:])
	}
	g, a, b, c, d, e, f := v[0], v[1], v[2], v[3], v[4], v[5], v[6]
	switch {
	case (kind == 1 || kind == 2) && a == 0:
		return nil, false
	case kind == 1:
		c, d = 0, -b/a
	case kind == 2:
		c, d, e, f = 0, -b/a, v[3], v[3]
	}
	curve := new([256]float64)
	for i := range curve {
		x := float64(i) / 255
		if x >= d {
			curve[i] = math.Pow(max(0, a*x+b), g) + e
		} else {
			curve[i] = c*x + f
		}
		if math.IsNaN(curve[i]) || math.IsInf(curve[i], 0) {
			return nil, false
		}
	}
	return curve, true
}

// idle says whether a profile is sRGB itself, as most are.
func (p *profile) idle() bool {
	light := srgbLight()
	for _, c := range [][3]byte{{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {128, 128, 128}, {30, 90, 200}, {220, 160, 120}} {
		got := p.convert(light, c)
		for i := range got {
			if d := int(got[i]) - int(c[i]); d < -1 || d > 1 {
				return false
			}
		}
	}
	return true
}

// lightSteps is how finely light is told apart when it is encoded.
const lightSteps = 1 << 14

// srgbLight tabulates the encoding of light of sRGB (IEC 61966-2-1).
func srgbLight() *[lightSteps + 1]byte {
	table := new([lightSteps + 1]byte)
	for i := range table {
		x := float64(i) / lightSteps
		v := 12.92 * x
		if x > 0.0031308 {
			v = 1.055*math.Pow(x, 1/2.4) - 0.055
		}
		table[i] = byte(v*255 + 0.5)
	}
	return table
}

func (p *profile) convert(light *[lightSteps + 1]byte, c [3]byte) (out [3]byte) {
	r, g, b := p.curves[0][c[0]], p.curves[1][c[1]], p.curves[2][c[2]]
	for i, m := range p.matrix {
		x := m[0]*r + m[1]*g + m[2]*b
		out[i] = light[int(max(0, min(1, x))*lightSteps+0.5)]
	}
	return out
}

// apply turns pixels, RGBA with the alpha in the colours, into sRGB.
func (p *profile) apply(pix []byte) {
	if p.curves[0] == nil {
		return
	}
	light := srgbLight()
	for ; len(pix) >= 4; pix = pix[4:] {
		a := int(pix[3])
		if a == 0 {
			continue
		}
		var c [3]byte
		for i := range c {
			c[i] = byte(min(255, (int(pix[i])*255+a/2)/a))
		}
		c = p.convert(light, c)
		for i := range c {
			pix[i] = byte((int(c[i])*a + 127) / 255)
		}
	}
}
