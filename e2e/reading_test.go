package e2e

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"dateline/e2e/browser"
)

// maxFirstView is how many bytes a page, its style, scripts and fonts have
// together as they are sent; pictures are not counted.
const maxFirstView = 120_000

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
				p.Still(t)
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

// TestFirstView weighs what the first view of a page loads.
func TestFirstView(t *testing.T) {
	for name, address := range pages(t) {
		t.Run(name, func(t *testing.T) {
			p := browser.Visit(t, address, browser.Phone)
			total, fonts := 0, 0
			asked := p.Requests()
			slices.Sort(asked)
			for _, a := range slices.Compact(asked) {
				switch {
				case !strings.HasPrefix(a, site(t)):
					t.Errorf("%s asks another site for %s", address, a)
				case strings.Contains(a, "/-/media/"):
				default:
					total += len(fetch(t, a))
				}
				if strings.HasSuffix(a, ".woff2") {
					fonts++
				}
			}
			t.Logf("%s: %d bytes, %d fonts", name, total, fonts)
			if total > maxFirstView {
				t.Errorf("%s: the first view has %d bytes, at most %d are allowed: %q", address, total, maxFirstView, asked)
			}
		})
	}
}

// TestWithoutScripts reads a page in a browser that runs none.
func TestWithoutScripts(t *testing.T) {
	for name, address := range pages(t) {
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
	for name, address := range pages(t) {
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
			if n := ask[int](t, p, `[...document.querySelectorAll("nav, form, button")].filter(e => e.checkVisibility()).length`); n > 0 {
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
