package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/config"
	"dateline/internal/news"
)

const smallExport = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Old Paper</title><link>https://old.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
<item><title>One</title><link>https://old.example/one/</link><content:encoded><![CDATA[<p>Text.</p><marquee>x</marquee>]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date_gmt>2011-02-03 04:05:06</wp:post_date_gmt><wp:post_name>one</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>Menu</title><wp:post_id>2</wp:post_id><wp:status>publish</wp:status><wp:post_type>nav_menu_item</wp:post_type></item>
</channel></rss>`

// runImport runs the command on an export that comes through a pipe.
func runImport(t *testing.T, d config.Data, export string, change func(*Import)) (out, errs string, err error) {
	t.Helper()
	var o, e bytes.Buffer
	i := Import{File: "-", In: strings.NewReader(export), Out: &o, Errs: &e}
	if change != nil {
		change(&i)
	}
	err = ImportWordPress(t.Context(), d, i)
	return o.String(), e.String(), err
}

func TestImportReports(t *testing.T) {
	d := config.Data{Data: t.TempDir()}
	file := filepath.Join(t.TempDir(), "report.jsonl")
	out, errs, err := runImport(t, d, smallExport, func(i *Import) { i.Report = file })
	if err != nil || errs != "" {
		t.Fatalf("error %v, %q", err, errs)
	}
	for _, want := range []string{"Old Paper (old.example) → edition en, new", "stories           1", "Left out", "An entry of a menu was left out"} {
		if !strings.Contains(out, want) {
			t.Errorf("the report lacks %q:\n%s", want, out)
		}
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	checkLines(t, string(b))
	out, _, err = runImport(t, d, smallExport, func(i *Import) { i.JSON = true })
	if err != nil {
		t.Fatal(err)
	}
	checkLines(t, out)
	entries, err := os.ReadDir(d.Data)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

// checkLines checks a complete report: an entry a line, and the summary.
func checkLines(t *testing.T, report string) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(report), "\n")
	for i, line := range lines {
		var v struct {
			What    string
			Summary *struct{ Complete bool }
		}
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatal(err)
		}
		if last := i == len(lines)-1; last != (v.Summary != nil) || last && !v.Summary.Complete || !last && v.What == "" {
			t.Errorf("line %d: %s", i+1, line)
		}
	}
	if len(lines) < 3 {
		t.Errorf("the report has %d lines:\n%s", len(lines), report)
	}
}

func TestDryRunMakesNoNewsroom(t *testing.T) {
	d := config.Data{Data: filepath.Join(t.TempDir(), "newsroom")}
	out, _, err := runImport(t, d, smallExport, func(i *Import) { i.DryRun = true })
	if err != nil || !strings.Contains(out, "dry run") {
		t.Errorf("error %v, report %q", err, out)
	}
	if _, err := os.Stat(d.Data); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
}

func TestImportFailsPlainly(t *testing.T) {
	d := config.Data{Data: t.TempDir()}
	for name, c := range map[string]struct {
		export, want string
		change       func(*Import)
	}{
		"truncated":    {smallExport[:strings.Index(smallExport, "<title>Menu")], "One", nil},
		"no export":    {"hello", "", nil},
		"no file":      {"", "cannot be opened", func(i *Import) { i.File = filepath.Join(t.TempDir(), "none.xml") }},
		"no media":     {smallExport, "cannot be opened", func(i *Import) { i.Media = filepath.Join(t.TempDir(), "none") }},
		"no damage":    {smallExport, "cannot", func(i *Import) { i.Report = t.TempDir() }},
		"wrong repair": {smallExport, "no damage called", func(i *Import) { i.Repair = []string{"everything"} }},
		"wrong zone":   {smallExport, "Mars", func(i *Import) { i.Zone = "Mars/Olympus" }},
	} {
		_, _, err := runImport(t, d, c.export, c.change)
		if news.KindOf(err) != news.Invalid || !strings.Contains(Plainly(err), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestImportStops(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	var out bytes.Buffer
	err := ImportWordPress(ctx, config.Data{Data: t.TempDir()}, Import{File: "-", In: strings.NewReader(smallExport), Out: &out, Errs: &out})
	if err == nil || !strings.Contains(Plainly(err), "same command again") {
		t.Errorf("error %v", err)
	}
}
