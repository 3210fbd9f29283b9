package library

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"strings"
	"testing"
)

// icc writes a profile of a matrix and one curve for all colours.
func icc(columns [3][3]float64, curve string) string {
	names := []string{"rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"}
	head := strings.Repeat("\x00", 16) + "RGB XYZ " + strings.Repeat("\x00", 104) + "\x00\x00\x00\x06"
	var table, data []byte
	be := binary.BigEndian
	for i, n := range names {
		content := curve
		if i < 3 {
			content = "XYZ \x00\x00\x00\x00" + s15(columns[i][:]...)
		}
		table = append(table, n...)
		table = be.AppendUint32(be.AppendUint32(table, uint32(132+12*len(names)+len(data))), uint32(len(content)))
		data = append(data, content...)
	}
	return head + string(table) + string(data)
}

func s15(values ...float64) string {
	var b []byte
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return string(b)
}

var (
	srgbColumns = [3][3]float64{{0.4360747, 0.2225045, 0.0139322}, {0.3850649, 0.7168786, 0.0971045}, {0.1430804, 0.0606169, 0.7141733}}
	// Display P3 and Adobe RGB (1998), adapted to D50.
	p3Columns    = [3][3]float64{{0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}}
	adobeColumns = [3][3]float64{{0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}}

	srgbCurve  = "para\x00\x00\x00\x00\x00\x03\x00\x00" + s15(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
	adobeCurve = "curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33"
)

func withProfile(file []byte, profile string) []byte {
	return withSegments(file, segment(0xE2, "ICC_PROFILE\x00\x01\x02"+profile[:100]), segment(0xE2, "ICC_PROFILE\x00\x02\x02"+profile[100:]))
}

// The colours of sRGB, as other profiles number them, come out as sRGB.
func TestProfilesAreApplied(t *testing.T) {
	for what, c := range map[string]struct {
		profile  string
		in, want [3]byte
	}{
		"P3 red":        {icc(p3Columns, srgbCurve), [3]byte{234, 51, 35}, [3]byte{255, 0, 0}},
		"P3 grey":       {icc(p3Columns, srgbCurve), [3]byte{120, 120, 120}, [3]byte{120, 120, 120}},
		"Adobe green":   {icc(adobeColumns, adobeCurve), [3]byte{144, 255, 60}, [3]byte{0, 255, 0}},
		"Adobe white":   {icc(adobeColumns, adobeCurve), [3]byte{255, 255, 255}, [3]byte{255, 255, 255}},
		"sRGB as it is": {icc(srgbColumns, srgbCurve), [3]byte{200, 100, 50}, [3]byte{200, 100, 50}},
		"light as such": {icc(srgbColumns, "curv\x00\x00\x00\x00\x00\x00\x00\x00"), [3]byte{55, 55, 55}, [3]byte{128, 128, 128}},
		"three points":  {icc(srgbColumns, "curv\x00\x00\x00\x00\x00\x00\x00\x03\x00\x00\x80\x00\xff\xff"), [3]byte{55, 55, 55}, [3]byte{128, 128, 128}},
	} {
		m := image.NewRGBA(image.Rect(0, 0, 64, 64))
		for i := range 64 * 64 {
			copy(m.Pix[4*i:], []byte{c.in[0], c.in[1], c.in[2], 255})
		}
		var file bytes.Buffer
		if err := jpeg.Encode(&file, m, &jpeg.Options{Quality: 100}); err != nil {
			t.Fatal(err)
		}
		w := carve(withProfile(file.Bytes(), c.profile), order{mediaType: "image/jpeg", scrub: true})
		if w.Refusal != nil {
			t.Fatal(w.Refusal.Cause)
		}
		for _, d := range append(w.Renditions, *w.Pixels) {
			got, err := decode(bytes.NewReader(d.Bytes), d.MediaType)
			if err != nil {
				t.Fatal(err)
			}
			if r, g, b, _ := got.At(30, 30).RGBA(); far(r, c.want[0]) || far(g, c.want[1]) || far(b, c.want[2]) {
				t.Errorf("%s, %s: %d %d %d, want %v", what, d.MediaType, r>>8, g>>8, b>>8, c.want)
			}
		}
	}
}

func TestProfilesAreFoundInEveryFormat(t *testing.T) {
	p3 := icc(p3Columns, srgbCurve)
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	if _, err := z.Write([]byte(p3)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	var webp bytes.Buffer
	writeChunk(&webp, webpChunk{"ICCP", []byte(p3)})
	for mediaType, file := range map[string][]byte{
		"image/jpeg": withProfile([]byte("\xff\xd8\xff\xda"), p3),
		"image/png":  []byte("\x89PNG\r\n\x1a\n" + pngChunk("iCCP", "P3\x00\x00"+packed.String())),
		"image/webp": []byte("RIFF\x00\x00\x00\x00WEBP" + webp.String()),
	} {
		if got := profileOf(file, mediaType); got.curves[0] == nil {
			t.Errorf("%s: no profile found", mediaType)
		}
		for n := range file { // cut anywhere, it harms nothing
			profileOf(file[:n], mediaType)
		}
	}
	if got := profileOf(withProfile([]byte("\xff\xd8\xff\xda"), icc(srgbColumns, srgbCurve)), "image/jpeg"); got.curves[0] != nil {
		t.Error("sRGB is worked on for nothing")
	}
}

func TestProfileKeepsTransparency(t *testing.T) {
	p := profileOf(withProfile([]byte("\xff\xd8\xff\xda"), icc(p3Columns, srgbCurve)), "image/jpeg")
	m := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	m.SetNRGBA(0, 0, color.NRGBA{234, 51, 35, 128})
	half := shrink(m, 2)
	p.apply(half.Pix)
	if got := half.RGBAAt(0, 0); got.A != 128 || got.R < 126 || got.G > 4 || half.RGBAAt(1, 0) != (color.RGBA{}) {
		t.Errorf("%v, %v", got, half.RGBAAt(1, 0))
	}
}
