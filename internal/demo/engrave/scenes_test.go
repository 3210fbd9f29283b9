package engrave

import (
	"bytes"
	"crypto/sha256"
	"image"
	_ "image/jpeg"
	_ "image/png"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// The committed pictures: each, and all together, stay light.
const (
	folder     = "../pictures"
	pictureMax = 600 << 10
	folderMax  = 7 << 20
)

// small is wide enough that every motif is drawn, and quick.
const small = 150

func sum(t *testing.T, s Scene, seed uint32) [32]byte {
	t.Helper()
	encode := s.JPEG
	if s.Portrait {
		encode = s.PNG
	}
	data, err := encode(s.Engrave(small, seed))
	if err != nil {
		t.Fatal(err)
	}
	return sha256.Sum256(data)
}

func TestTheSameSeedGivesTheSameBytes(t *testing.T) {
	for _, s := range Scenes() {
		t.Run(s.Key, func(t *testing.T) {
			first := sum(t, s, Seed)
			if sum(t, s, Seed) != first {
				t.Error("two runs differ")
			}
			if sum(t, s, Seed+1) == first {
				t.Error("another seed gives the same picture")
			}
		})
	}
}

func TestEverySceneIsAPictureWithDarksAndLights(t *testing.T) {
	for _, s := range Scenes() {
		p := s.Engrave(small, Seed)
		got := mean(p, 0, 0, p.W, p.H)
		if got < 0.2 || got > 0.75 {
			t.Errorf("%s: mean tone %.2f is no engraving's", s.Key, got)
		}
		spread := 0.0
		for _, t := range p.ink {
			spread += math.Pow(float64(t)-got, 2)
		}
		if spread = math.Sqrt(spread / float64(len(p.ink))); spread < 0.12 {
			t.Errorf("%s: tones spread by %.2f only", s.Key, spread)
		}
	}
}

func TestScenesAreNamedAndDescribed(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range Scenes() {
		if s.Title == "" || s.Caption == "" || s.City == "" || s.Country == "" {
			t.Errorf("%s lacks words: %+v", s.Key, s)
		}
		if seen[s.Key] {
			t.Errorf("two scenes are called %s", s.Key)
		}
		seen[s.Key] = true
		found, err := Find(s.Key)
		if err != nil || found.Title != s.Title {
			t.Errorf("Find(%q) = %q, %v", s.Key, found.Title, err)
		}
	}
	if _, err := Find("nowhere"); err == nil {
		t.Error("Find gave a scene that does not exist")
	}
}

func TestTheCommittedPicturesAreThere(t *testing.T) {
	total := 0
	for _, s := range Scenes() {
		data, err := os.ReadFile(filepath.Join(folder, s.File()))
		if err != nil {
			t.Errorf("run go generate: %v", err)
			continue
		}
		total += len(data)
		if len(data) > pictureMax {
			t.Errorf("%s has %d bytes, more than %d", s.File(), len(data), pictureMax)
		}
		cfg, _, err := image.DecodeConfig(bytes.NewReader(data))
		if want := s.PixelWidth(Width); err != nil || cfg.Width != want {
			t.Errorf("%s is %d wide (%v), want %d", s.File(), cfg.Width, err, want)
		}
	}
	if total > folderMax {
		t.Errorf("all pictures have %d bytes, more than %d", total, folderMax)
	}
}

func TestTheCommittedIconsAreThoseOfTheHorn(t *testing.T) {
	for _, size := range IconSizes {
		for _, dark := range []bool{false, true} {
			want, err := IconPNG(size, dark)
			if err != nil {
				t.Fatal(err)
			}
			name := "icon-" + strconv.Itoa(size) + map[bool]string{true: "-dark"}[dark] + ".png"
			got, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Errorf("run go generate: %v", err)
				continue
			}
			a, _, err1 := image.Decode(bytes.NewReader(want))
			b, _, err2 := image.Decode(bytes.NewReader(got))
			if err1 != nil || err2 != nil || a.Bounds() != b.Bounds() || a.Bounds().Dx() != size {
				t.Errorf("%s: %v %v", name, err1, err2)
			}
		}
	}
	got, err := os.ReadFile(filepath.Join(folder, "icon.svg"))
	if err != nil || !bytes.Equal(got, IconSVG()) {
		t.Errorf("icon.svg is not the one drawn here (%v): run go generate", err)
	}
}

func TestTheIconIsInkOnPaperAndTheReverse(t *testing.T) {
	for _, dark := range []bool{false, true} {
		data, err := IconPNG(180, dark)
		if err != nil {
			t.Fatal(err)
		}
		img, _, err := image.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		ground, line := Paper, Ink
		if dark {
			ground, line = Ink, Paper
		}
		if r, _, _, _ := img.At(2, 2).RGBA(); uint8(r>>8) != ground.R {
			t.Errorf("dark %t: the corner is %d, want %d", dark, r>>8, ground.R)
		}
		scale := 180.0 / iconSide
		x, y := int((20+(iconSide-hornWide)/2)*scale), int((17+(iconSide-hornHigh)/2)*scale)
		if r, _, _, _ := img.At(x, y).RGBA(); uint8(r>>8) != line.R {
			t.Errorf("dark %t: the tube is %d, want %d", dark, r>>8, line.R)
		}
	}
}
