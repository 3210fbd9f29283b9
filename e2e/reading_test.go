package e2e

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"dateline/e2e/browser"
)

// What readers load and see move, at most. Bytes are counted as they are
// sent, without pictures.
const (
	// maxFirstView is for a page, its style, scripts and the fonts that it
	// preloads, of which there are maxPreloaded.
	maxFirstView = 120_000
	maxPreloaded = 2
	// maxWhole is for all of that and every font that the page comes to ask for.
	maxWhole = 130_000
	// maxShift is a tenth of what search engines call good: words that stood
	// in another face become a few pixels wider when theirs has come.
	maxShift = 0.01
)

// pages are those that every test looks at, in both directions of writing.
func pages(t *testing.T) map[string]string {
	t.Helper()
	return map[string]string{
		"front-en": site(t) + "/en/", "front-ar": site(t) + "/ar/",
		"story-en": leadStory(t, "en"), "story-ar": leadStory(t, "ar"),
	}
}

// TestReading opens front page and story on a phone and on a laptop: nothing
// goes wrong in the browser, nothing moves, everybody can use it.
func TestReading(t *testing.T) {
	for name, address := range pages(t) {
		for screen, view := range map[string]browser.View{"phone": browser.Phone, "laptop": browser.Laptop} {
			t.Run(name+"-"+screen, func(t *testing.T) {
				p := browser.Visit(t, address, view)
				still(t, p)
				p.Accessible(t)
				p.Shot(t, name+"-"+screen)
				direction := "ltr"
				if strings.Contains(name, "-ar") {
					direction = "rtl"
				}
				if got := ask[string](t, p, `getComputedStyle(document.body).direction`); got != direction {
					t.Errorf("%s is written %s, want %s", address, got, direction)
				}
			})
		}
	}
}

// still fails the test when the page moves under the reader's eyes, or is
// wider than the screen.
func still(t *testing.T, p *browser.Page) {
	t.Helper()
	shift, err := p.LayoutShift()
	if err != nil {
		t.Fatal(err)
	}
	wider, err := p.Overflow()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("layout shift %.4f", shift)
	if shift > maxShift || wider > 0 {
		t.Errorf("%s: layout shift %.4f, %d px wider than the screen", p.Address, shift, wider)
	}
}

// TestFirstView weighs what a page loads.
func TestFirstView(t *testing.T) {
	for name, address := range pages(t) {
		t.Run(name, func(t *testing.T) {
			p := browser.Visit(t, address, browser.Phone)
			first, whole, preloaded := 0, 0, 0
			link := ask[string](t, p, `[...document.querySelectorAll("link[rel=preload]")].map((link) => link.href).join(" ")`)
			asked := p.Requests()
			slices.Sort(asked)
			for _, a := range slices.Compact(asked) {
				path, here := strings.CutPrefix(a, site(t))
				if !here {
					t.Errorf("%s asks another site for %s", address, a)
				}
				if !here || strings.HasPrefix(path, "/-/media/") {
					continue
				}
				n := len(fetch(t, a))
				whole += n
				font := strings.HasSuffix(path, ".woff2")
				if !font || strings.Contains(link, path) {
					first += n
				}
				if font && strings.Contains(link, path) {
					preloaded++
				}
			}
			t.Logf("%s: first view %d bytes with %d fonts, %d in all", name, first, preloaded, whole)
			if first > maxFirstView || whole > maxWhole || preloaded > maxPreloaded || preloaded == 0 {
				t.Errorf("%s: first view %d bytes (at most %d) with %d fonts (%d), %d bytes in all (%d)",
					address, first, maxFirstView, preloaded, maxPreloaded, whole, maxWhole)
			}
		})
	}
}

// TestWithoutScripts reads a page in a browser that runs none.
func TestWithoutScripts(t *testing.T) {
	for _, name := range []string{"front-ar", "story-en"} {
		address := pages(t)[name]
		t.Run(name, func(t *testing.T) {
			plain := browser.View{Width: 360, Height: 780, NoScript: true}
			p := browser.Visit(t, address, plain)
			p.Shot(t, name+"-noscript")
			// Words asked for from outside of the page: scripts do not run in it.
			for _, selector := range []string{"main h1, main h2", "footer", "header nav"} {
				if texts := shown(t, p, selector); len(texts) == 0 {
					t.Errorf("%s shows no %s without scripts", address, selector)
				}
			}
		})
	}
}

// TestDark looks at a page as a reader does who prefers dark ones.
func TestDark(t *testing.T) {
	const ground = `getComputedStyle(document.body).backgroundColor`
	for _, name := range []string{"front-en", "story-ar"} {
		address := pages(t)[name]
		t.Run(name, func(t *testing.T) {
			light := browser.Visit(t, address, browser.Phone)
			dark := browser.Visit(t, address, browser.View{Width: 360, Height: 780, Dark: true})
			dark.Accessible(t)
			dark.Shot(t, name+"-dark")
			if a, b := ask[string](t, light, ground), ask[string](t, dark, ground); a == b {
				t.Errorf("%s has the ground %s in light and in dark", address, a)
			}
		})
	}
}

// TestPrint prints a story: its text is there, what leads elsewhere is not.
func TestPrint(t *testing.T) {
	for _, edition := range []string{"en", "ar"} {
		t.Run(edition, func(t *testing.T) {
			p := browser.Visit(t, leadStory(t, edition), browser.View{Width: 794, Height: 1123, Print: true})
			p.Shot(t, "story-"+edition+"-print")
			if texts := shown(t, p, "article.story h1"); len(texts) != 1 || texts[0] == "" {
				t.Errorf("the headline is not printed: %q", texts)
			}
			if n := ask[int](t, p, `[...document.querySelectorAll("header nav, footer nav, form, button")].filter(e => e.checkVisibility()).length`); n > 0 {
				t.Errorf("%d elements are printed that serve only on a screen", n)
			}
		})
	}
}

// ask evaluates an expression in a page.
func ask[T any](t *testing.T, p *browser.Page, expression string) T {
	t.Helper()
	v, err := chromedp.Run(p.Context(), chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", p.Address, err)
	}
	return v
}

// shown is the text that a reader sees in the elements that a selector finds.
func shown(t *testing.T, p *browser.Page, selector string) []string {
	t.Helper()
	texts, err := p.Text(selector)
	if err != nil {
		t.Fatalf("%s: %v", p.Address, err)
	}
	return texts
}
