package theme

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// minContrast is what WCAG 2.2 asks of text (success criterion 1.4.3).
const minContrast = 4.5

// inks are the colours of text and papers what they stand on, by the names of
// their custom properties. A newsroom may replace them and must keep them
// readable.
var (
	inks   = []string{"ink", "ink-2", "ink-3", "cinnabar"}
	papers = []string{"paper", "paper-2"}
)

// checkContrast holds the inks against the papers, in light and in dark.
func (t *Theme) checkContrast(note func(error)) {
	css := string(t.assets[stylesheet].Body)
	for _, mode := range []string{"light", "dark"} {
		colours := palette(css, mode == "dark")
		for _, ink := range inks {
			for _, paper := range papers {
				note(legible(mode, ink, paper, colours))
			}
		}
	}
}

func legible(mode, ink, paper string, colours map[string]string) error {
	on, ok := luminance(colours[paper])
	text, ok2 := luminance(colours[ink])
	if !ok || !ok2 {
		return fmt.Errorf("%s: --%s and --%s must be written as #rrggbb, so that their contrast can be checked", mode, ink, paper)
	}
	if c := contrast(text, on); c < minContrast {
		return fmt.Errorf("%s: --%s %s on --%s %s has a contrast of %.2f; text needs %.1f", mode, ink, colours[ink], paper, colours[paper], c, minContrast)
	}
	return nil
}

var (
	rootRule    = regexp.MustCompile(`([^{}]*)\{([^{}]*)\}`)
	declaration = regexp.MustCompile(`--([a-z0-9-]+)\s*:\s*([^;]+)`)
)

// palette reads the custom properties of :root, and for dark those of the
// reader's choice of dark over them. Later rules win, as in a browser.
func palette(css string, dark bool) map[string]string {
	colours := map[string]string{}
	for _, selector := range []string{":root", ":root[data-dark]"} {
		if selector != ":root" && !dark {
			break
		}
		for _, rule := range rootRule.FindAllStringSubmatch(css, -1) {
			if strings.TrimSpace(rule[1]) != selector {
				continue
			}
			for _, d := range declaration.FindAllStringSubmatch(rule[2], -1) {
				colours[d[1]] = strings.TrimSpace(d[2])
			}
		}
	}
	return colours
}

// luminance is the relative luminance of WCAG 2.2 of a colour #rrggbb.
func luminance(colour string) (float64, bool) {
	hex, found := strings.CutPrefix(colour, "#")
	n, err := strconv.ParseUint(hex, 16, 32)
	if !found || len(hex) != 6 || err != nil {
		return 0, false
	}
	channel := func(shift uint) float64 {
		c := float64(n>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(16) + 0.7152*channel(8) + 0.0722*channel(0), true
}

// contrast is WCAG's ratio between two luminances, 1 to 21.
func contrast(a, b float64) float64 {
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}
