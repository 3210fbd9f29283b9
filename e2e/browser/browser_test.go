package browser_test

import (
	"bytes"
	"fmt"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"dateline/e2e/browser"
)

func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }

// policy is as strict as the site's own.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'"

const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Vienna Courier</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/style.css"></head><body><main><h1>News</h1>`

// pages are what the tests look at: a sound page, and one for each fault.
var pages = map[string]string{
	"/sound":     head + `<p id="p">Rain over Vienna.</p><script src="/sound.js"></script></main>`,
	"/inline":    head + `<script>document.title = "taken over"</script></main>`,
	"/throws":    head + `<script src="/throws.js"></script></main>`,
	"/complains": head + `<script src="/complains.js"></script></main>`,
	"/lacks":     head + `<img src="/absent.jpg" alt="Rain" width="10" height="10"></main>`,
	"/abroad":    head + `<img src="http://example.org/rain.jpg" alt="Rain" width="10" height="10"></main>`,
	"/unnamed":   head + `<img src="/icon.svg" width="10" height="10"><button></button></main>`,
	"/shifts":    head + `<script src="/shifts.js"></script><p id="p">Rain over Vienna.</p></main>`,
	"/wide":      head + `<p class="wide">Rain over Vienna.</p></main>`,
}

var files = map[string]string{
	"/style.css":    `body { background: #fff; color: #111 } .wide { width: 3000px } @media (prefers-color-scheme: dark) { body { background: #111; color: #fff } } @media print { h1 { display: none } }`,
	"/icon.svg":     `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>`,
	"/sound.js":     `document.getElementById("p").textContent += " More rain."`,
	"/throws.js":    `null.ink`,
	"/complains.js": `console.error("no ink", 7)`,
	"/shifts.js":    `requestAnimationFrame(() => requestAnimationFrame(() => { const d = document.createElement("div"); d.style.height = "400px"; document.querySelector("main").prepend(d); }))`,
}

var types = map[string]string{"css": "text/css", "svg": "image/svg+xml", "js": "text/javascript"}

// serve serves the pages under the strict policy.
func serve(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		if text, ok := files[r.URL.Path]; ok {
			w.Header().Set("Content-Type", types[r.URL.Path[strings.LastIndex(r.URL.Path, ".")+1:]])
			fmt.Fprint(w, text)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		text, ok := pages[r.URL.Path]
		if !ok {
			w.WriteHeader(http.StatusNotFound)
			text = head + `<p>No such page.</p></main>`
		}
		fmt.Fprint(w, text)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// open opens a page without failing the test for what is wrong with it.
func open(t *testing.T, path string, view browser.View) *browser.Page {
	t.Helper()
	p, err := browser.Shared(t).Open(t.Context(), serve(t)+path, view)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return p
}

func TestSoundPage(t *testing.T) {
	p := browser.Visit(t, serve(t)+"/sound", browser.Phone)
	p.Accessible(t)
	p.Still(t)
	p.Shot(t, "sound")
	if got, err := p.Text("#p"); err != nil || !slices.Equal(got, []string{"Rain over Vienna. More rain."}) {
		t.Errorf("text: %q, %v", got, err)
	}
	bytes := int64(len(pages["/sound"]) + len(files["/style.css"]) + len(files["/sound.js"]))
	if got := p.Transferred(); got < bytes || got > bytes+4000 {
		t.Errorf("transferred %d bytes, want %d and some headers", got, bytes)
	}
	if got := p.Requests(); len(got) < 3 || !strings.HasSuffix(got[0], "/sound") {
		t.Errorf("requests: %q, want the page, its style and its script", got)
	}
}

func TestProblems(t *testing.T) {
	tests := []struct{ path, want string }{
		{"/sound", ""},
		{"/inline", "Content Security Policy"},
		{"/throws", "script: "},
		{"/complains", "console: \"no ink\" 7"},
		{"/lacks", "/absent.jpg: status 404"},
		{"/abroad", "example.org"},
		{"/no-such-page", ""}, // an error page is not a faulty page
	}
	for _, tt := range tests {
		t.Run(tt.path[1:], func(t *testing.T) {
			got := strings.Join(open(t, tt.path, browser.View{}).Problems(), "\n")
			if !strings.Contains(got, tt.want) || (tt.want == "") != (got == "") {
				t.Errorf("problems: %q, want %q", got, tt.want)
			}
		})
	}
}

func TestStatus(t *testing.T) {
	browser.VisitStatus(t, serve(t)+"/no-such-page", browser.View{}, http.StatusNotFound)
}

func TestAxeFindsFaults(t *testing.T) {
	violations, err := open(t, "/unnamed", browser.View{}).Axe(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, v := range violations {
		ids = append(ids, v.ID)
	}
	for _, want := range []string{"image-alt", "button-name"} {
		if !slices.Contains(ids, want) {
			t.Errorf("violations %q, want %s among them", ids, want)
		}
	}
}

func TestLayoutShiftAndOverflowAreSeen(t *testing.T) {
	if shift, err := open(t, "/shifts", browser.Phone).LayoutShift(); err != nil || shift <= 0.1 {
		t.Errorf("shift %v, %v; want more than 0.1", shift, err)
	}
	if wider, err := open(t, "/wide", browser.Phone).Overflow(); err != nil || wider < 2000 {
		t.Errorf("overflow %d, %v; want more than 2000", wider, err)
	}
}

func TestViews(t *testing.T) {
	const background, heading = `getComputedStyle(document.body).backgroundColor`, `getComputedStyle(document.querySelector("h1")).display`
	tests := []struct {
		name, script, want string
		view               browser.View
	}{
		{"light", background, "rgb(255, 255, 255)", browser.View{}},
		{"dark", background, "rgb(17, 17, 17)", browser.View{Dark: true}},
		{"print", heading, "none", browser.View{Print: true}},
		{"width", `String(innerWidth)`, "768", browser.Tablet},
		{"no script", `document.getElementById("p").textContent`, "Rain over Vienna.", browser.View{NoScript: true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := open(t, "/sound", tt.view)
			if got, err := chromedp.Run(p.Context(), chromedp.Evaluate[string](tt.script)); err != nil || got != tt.want {
				t.Errorf("%q, %v; want %q", got, err, tt.want)
			}
		})
	}
}

func TestScreenshotIsAsWideAsTheView(t *testing.T) {
	picture, err := open(t, "/sound", browser.Phone).Screenshot()
	if err != nil {
		t.Fatal(err)
	}
	image, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	if got := image.Bounds().Dx(); got != int(browser.Phone.Width) {
		t.Errorf("%d px wide, want %d", got, browser.Phone.Width)
	}
}
