package theme_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"dateline/internal/page"
	"dateline/internal/page/specimen"
)

func parse(t *testing.T, body []byte) *html.Node {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func all(doc *html.Node, selector string) []*html.Node {
	return cascadia.QueryAll(doc, cascadia.MustCompile(selector))
}

func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(text(c))
	}
	return b.String()
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// expect holds a page against selectors and how often each must be found.
func expect(t *testing.T, doc *html.Node, want map[string]int) {
	t.Helper()
	for selector, n := range want {
		if got := len(all(doc, selector)); got != n {
			t.Errorf("%q: found %d times, want %d", selector, got, n)
		}
	}
}

func TestFrontPage(t *testing.T) {
	doc := parse(t, render(t, load(t), specimen.Full("en")[0]))
	expect(t, doc, map[string]int{
		"h1": 1, "h1.plate a[href='/en/']": 1, "main": 1, "a.skip[href='#main']": 1,
		".lead h2.h-lead": 1, ".lead img[fetchpriority=high]": 1, ".also li": 3,
		".front2 > *": 3, ".front2 > .card h3.h-1": 1, ".choice li": 4, ".rail li": 6,
		".mv input[type=radio]": 3, ".mv .d li": 5, ".mv .m .none": 1,
		".focus .topic": 4, ".new": 2, ".tl li": 5, ".tl .now": 1, ".sheet figure": 5,
		".eds a": 3, ".eds [aria-current]": 1, ".secs li": 9, "footer.site h2": 4,
		"link[rel=alternate][hreflang=fa]": 1, "link[rel=preload][as=font]": 2,
	})
}

func TestStoryPage(t *testing.T) {
	doc := parse(t, render(t, load(t), specimen.Full("en")[2]))
	expect(t, doc, map[string]int{
		"h1.h-head": 1, "p.plate": 1, "h1": 1, ".prose > p .runin": 1, ".prose > .mn": 2, ".mn.s-1": 1, ".mn.s-3": 1,
		".prose > .wide table": 1, ".prose > .credits.c-7": 1, ".byl a": 2, "time[datetime='2026-11-20T18:30+01:00']": 3,
		".corr": 1, ".corr a.more": 1, ".fn li#fn-a a[href='#fnref-a']": 1, ".tags a": 5, ".strand li": 4,
		".cm .cm": 1, "form[method=post] textarea[required]": 1, "figure.lead picture source[type='image/webp']": 1,
		"a[hreflang=ar][dir=rtl]": 3, "meta[property='og:type'][content=article]": 1, "[data-view]": 1,
	})
	byline := strings.Join(strings.Fields(text(all(doc, ".byl")[0])), " ")
	if want := "By Elise Hartmannwith Pál Szabó and Anna Reiter in Pressburg"; byline != want {
		t.Errorf("byline %q, want %q", byline, want)
	}
}

func TestRetractedStoryKeepsNoText(t *testing.T) {
	doc := parse(t, render(t, load(t), specimen.Variants("en")[0]))
	expect(t, doc, map[string]int{"h1": 1, ".retracted": 1, ".prose > p:not(.sechead)": 0, "figure.lead": 0, ".mn": 0, ".cm": 0})
}

func TestRightToLeftPages(t *testing.T) {
	th := load(t)
	for lang, want := range map[string][2]string{"ar": {"arabic-indic", "تعليقان"}, "fa": {"persian", "۲ دیدگاه"}} {
		body := render(t, th, specimen.Full(lang)[2])
		doc := parse(t, body)
		expect(t, doc, map[string]int{
			"html[dir=rtl][lang=" + lang + "][data-digits=" + want[0] + "]": 1,
			"link[rel=preload][href$='markazi.woff2']":                      1,
			"link[rel=preload][href*=newsreader]":                           0,
		})
		if !bytes.Contains(body, []byte(want[1])) {
			t.Errorf("%s: %q is not on the page", lang, want[1])
		}
	}
}

// TestNothingInline holds every specimen against the Content-Security-Policy:
// no style attribute or element, no event handler, no script without an
// address that is not data.
func TestNothingInline(t *testing.T) {
	th := load(t)
	for _, lang := range specimen.Langs() {
		for _, p := range specimen.All(lang) {
			doc := parse(t, render(t, th, p))
			expect(t, doc, map[string]int{"[style]": 0, "style": 0, "script:not([src]):not([type='application/ld+json'])": 0, "iframe": 0, "object": 0, "base": 0})
			for _, n := range all(doc, "*") {
				for _, a := range n.Attr {
					if strings.HasPrefix(a.Key, "on") {
						t.Errorf("%s page in %s: attribute %s on %s", p.Kind(), lang, a.Key, n.Data)
					}
				}
			}
		}
	}
}

// TestHostileTextIsText renders pages whose every text tries to break out.
// Each must have exactly the elements of the page with harmless texts.
func TestHostileTextIsText(t *testing.T) {
	th := load(t)
	full := specimen.Full("en")
	for i, p := range specimen.Hostile("en") {
		harmless, hostile := parse(t, render(t, th, full[i])), parse(t, render(t, th, p))
		for _, tag := range []string{"script", "img", "b", "a", "p", "link", "meta", "form", "h1", "h2", "h3", "section"} {
			if a, b := len(all(harmless, tag)), len(all(hostile, tag)); a != b {
				t.Errorf("%s: %d <%s> became %d", p.Kind(), a, tag, b)
			}
		}
		for _, n := range all(hostile, "[href],[src],[action]") {
			for _, key := range []string{"href", "src", "action"} {
				if strings.Contains(strings.ToLower(attr(n, key)), "javascript") {
					t.Errorf("%s: %s of %s is %q", p.Kind(), key, n.Data, attr(n, key))
				}
			}
		}
		heading := all(hostile, "h1")
		if len(heading) != 1 || p.Kind() != page.KindError && p.Kind() != page.KindArchiveIndex && p.Kind() != page.KindCorrections &&
			!strings.Contains(text(heading[0]), "UNION SELECT '; {{.}} ${x}") {
			t.Errorf("%s: the headline does not show every letter: %q", p.Kind(), text(heading[0]))
		}
	}
}

func TestStructuredDataStaysData(t *testing.T) {
	headlines := []string{specimen.Evil, "</SCRIPT >", "<!--<script>", "a\u2028b\u2029c", `\u003c/script>`, "&lt;/script&gt;"}
	th := load(t)
	for _, headline := range headlines {
		raw, err := json.Marshal(map[string]string{"headline": headline})
		if err != nil {
			t.Fatal(err)
		}
		var loose bytes.Buffer // as an encoder without regard for HTML writes it
		enc := json.NewEncoder(&loose)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(map[string]string{"headline": headline}); err != nil {
			t.Fatal(err)
		}
		for _, data := range [][]byte{raw, loose.Bytes()} {
			p := specimen.Full("en")[2]
			p.Frame().Head.Data = []json.RawMessage{data}
			doc := parse(t, render(t, th, p))
			scripts := all(doc, "head script[type='application/ld+json']")
			if len(scripts) != 1 || len(all(doc, "script")) != 3 {
				t.Fatalf("%q broke out of its script", headline)
			}
			var got map[string]string
			if err := json.Unmarshal([]byte(text(scripts[0])), &got); err != nil {
				t.Fatalf("%q: %v", headline, err)
			}
			if want := strings.ToValidUTF8(headline, "\uFFFD"); got["headline"] != want {
				t.Errorf("headline %q came back as %q", want, got["headline"])
			}
		}
	}
}

func TestBrokenStructuredDataFailsTheRender(t *testing.T) {
	p := specimen.Full("en")[2]
	p.Frame().Head.Data = []json.RawMessage{[]byte(`{"open`)}
	var b bytes.Buffer
	if err := load(t).Render(context.Background(), &b, p); err == nil && !bytes.Contains(b.Bytes(), []byte("ld+json")) {
		t.Error("broken JSON was dropped silently")
	}
	if strings.Contains(b.String(), `{"open`) {
		t.Error("broken JSON stands on the page")
	}
}

func TestRenderObeysItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var b bytes.Buffer
	err := load(t).Render(ctx, &b, specimen.Full("en")[0])
	if !errors.Is(err, context.Canceled) || b.Len() > 0 {
		t.Errorf("error %v with %d bytes written", err, b.Len())
	}
}

func TestUnknownEditionIsRefused(t *testing.T) {
	p := &page.Front{Site: page.Site{Edition: page.Edition{Name: "X", Lang: "not a tag"}}}
	if err := load(t).Render(context.Background(), &bytes.Buffer{}, p); err == nil {
		t.Error("an edition without a language was rendered")
	}
}

func TestIdsAreUnique(t *testing.T) {
	th := load(t)
	for _, p := range append(specimen.Full("en"), specimen.Variants("en")...) {
		seen := map[string]bool{}
		for _, n := range all(parse(t, render(t, th, p)), "[id]") {
			if id := attr(n, "id"); seen[id] {
				t.Errorf("%s: two elements are called %q", p.Kind(), id)
			} else {
				seen[id] = true
			}
		}
	}
}
