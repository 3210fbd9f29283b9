package theme_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/page/specimen"
	"dateline/internal/theme"
)

func TestAThemeOfOneFileIsATheme(t *testing.T) {
	own := mine(map[string]string{
		"parts/footer.html": `{{- /**/ -}}<footer class="mine">{{t "skip"}}</footer>`,
		"words/en.json":     `{"skip":"Straight to the news"}`,
		"theme.json":        `{"name":"Mine","styles":["css/own.css"]}`,
		"css/own.css":       ".mine{color:var(--ink)}",
	})
	if found := theme.Check(own, base); len(found) > 0 {
		t.Fatal(found)
	}
	th := load(t, own)
	if th.Name() != "Mine" {
		t.Errorf("the theme is called %q", th.Name())
	}
	doc := parse(t, render(t, th, specimen.Full("en")[0]))
	expect(t, doc, map[string]int{"footer.mine": 1, "footer.site": 0, ".lead": 1})
	if got := text(all(doc, "footer")[0]); got != "Straight to the news" {
		t.Errorf("the footer says %q", got)
	}
	css, _ := th.Asset("style.css")
	if !bytes.HasSuffix(css.Body, []byte(".mine{color:var(--ink)}")) {
		t.Error("the owner's style does not stand last")
	}
}

func TestLiveFollowsItsFolder(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "parts", "footer.html")
	write(t, file, []byte(`<footer id="one"></footer>`))
	live := theme.NewLive(theme.Layer{Name: dir, FS: os.DirFS(dir)}, base)
	first, err := live.Theme()
	if err != nil {
		t.Fatal(err)
	}
	again, _ := live.Theme()
	if first != again {
		t.Error("the theme was read again though nothing had changed")
	}
	write(t, file, []byte(`<footer id="second"></footer>`))
	changed, err := live.Theme()
	if err != nil {
		t.Fatal(err)
	}
	expect(t, parse(t, render(t, changed, specimen.Full("en")[0])), map[string]int{"footer#second": 1})

	write(t, file, []byte(`<footer>{{if}}</footer>`))
	if _, err := live.Theme(); err == nil || !strings.Contains(err.Error(), "footer.html:1") {
		t.Errorf("a broken file: %v", err)
	}
}
