package theme

import (
	"math"
	"testing"
)

// The ratios are those that the art direction gives for each colour.
func TestContrastOfTheDefaultColours(t *testing.T) {
	th := courierTheme(t)
	css := string(th.assets[stylesheet].Body)
	for _, c := range []struct {
		dark       bool
		ink, paper string
		want       float64
	}{
		{false, "ink", "paper", 16.9}, {false, "ink-3", "paper-2", 4.9}, {false, "cinnabar", "paper", 6.2}, {false, "cinnabar", "paper-2", 5.7},
		{true, "ink", "paper", 15.3}, {true, "ink-2", "paper-2", 8.8}, {true, "cinnabar", "paper", 6.6}, {true, "cinnabar", "paper-2", 6.0},
	} {
		colours := palette(css, c.dark)
		ink, ok := luminance(colours[c.ink])
		paper, ok2 := luminance(colours[c.paper])
		if got := contrast(ink, paper); !ok || !ok2 || math.Abs(got-c.want) > 0.11 {
			t.Errorf("dark %v: %s on %s is %.2f, want %.1f", c.dark, c.ink, c.paper, got, c.want)
		}
	}
}

func TestLuminanceReadsOnlyWholeColours(t *testing.T) {
	for colour, want := range map[string]bool{"#ffffff": true, "#000000": true, "#fff": false, "red": false, "": false, "#gggggg": false, "ffffff": false} {
		if _, ok := luminance(colour); ok != want {
			t.Errorf("%q: read %v, want %v", colour, ok, want)
		}
	}
	white, _ := luminance("#ffffff")
	black, _ := luminance("#000000")
	if got := contrast(black, white); got != 21 {
		t.Errorf("black on white is %v", got)
	}
}
