package app

import (
	"bytes"
	"context"
	"io"
	"net/url"
	"os"
	"strconv"
	"strings"
	"testing"

	"dateline/internal/config"
	"dateline/internal/makeup"
	"dateline/internal/needs"
	"dateline/internal/news"
	"dateline/internal/pgtest"
	"dateline/internal/store"
	"dateline/internal/wire/wxr"
)

// publicExports are published by the WordPress project for testing themes.
var publicExports = []string{"theme-preview.xml", "64-block-test-data.xml", "themeunittestdata.wordpress.xml"}

// TestPublicExports imports each export through the command, on both
// databases, and reads everything in it as readers do.
func TestPublicExports(t *testing.T) {
	for _, name := range publicExports {
		file := needs.Testdata(t, "wxr", name)
		t.Run(name+" on sqlite", func(t *testing.T) { readImport(t, file, config.Data{Data: t.TempDir()}) })
		t.Run(name+" on postgres", func(t *testing.T) {
			readImport(t, file, config.Data{Data: t.TempDir(), Database: pgtest.URL(t)})
		})
	}
}

func readImport(t *testing.T, file string, d config.Data) {
	var out, errs bytes.Buffer
	o := Import{File: file, Out: &out, Errs: &errs}
	if err := ImportWordPress(t.Context(), d, o); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "Left out") {
		t.Errorf("the report tells nothing:\n%s", out.String())
	}
	if err := Doctor(t.Context(), d, Visit{}, io.Discard); err != nil {
		t.Error(err)
	}
	a, err := New(t.Context(), config.Server{Data: d, CacheMB: 1}, newLog(io.Discard, "error"))
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	r := importReader{t, a, itemsOf(t, file)}
	r.everything()
	before := r.head()
	if err := ImportWordPress(t.Context(), d, o); err != nil {
		t.Fatal(err)
	}
	if after := r.head(); after != before {
		t.Errorf("a second run took the ledger from %d to %d", before, after)
	}
}

// importReader reads an imported site.
type importReader struct {
	*testing.T
	app   *App
	items []*wxr.Item
}

func itemsOf(t *testing.T, file string) (items []*wxr.Item) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for record, err := range wxr.Read(t.Context(), f, wxr.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if it, ok := record.(*wxr.Item); ok {
			items = append(items, it)
		}
	}
	return items
}

// everything follows the old address of every post and page: public ones lead
// to a page that renders, all others nowhere.
func (r importReader) everything() {
	public, hidden := 0, 0
	for _, it := range r.items {
		if it.Type != "post" && it.Type != "page" || it.RepeatsSlug {
			continue
		}
		to := r.follow(it)
		if it.Status == "publish" && it.Password == "" {
			public++
			r.page(it, to)
		} else if hidden++; to != "" {
			r.Errorf("item %d, %s, leads to %s", it.ID, it.Status, to)
		}
	}
	if public == 0 {
		r.Error("nothing is public")
	}
	r.Logf("%d public, %d hidden", public, hidden)
	for _, page := range []func(context.Context, string) (makeup.Made, error){r.app.makeup.Front, r.app.makeup.ArchiveIndex} {
		made, err := page(r.Context(), "en")
		r.rendered("a page of lists", made, err)
	}
}

// follow follows every old address of an item; they lead to the same place.
func (r importReader) follow(it *wxr.Item) (to string) {
	for i, address := range it.Addresses(siteOfExports) {
		if it.ID != 0 && strings.Contains(address, "?p=") && address != "/?p="+strconv.FormatInt(it.ID, 10) {
			continue // the guid of what it is a copy of
		}
		got, err := r.app.makeup.Former(r.Context(), address)
		if err != nil {
			r.Fatal(err)
		}
		if i > 0 && got.To != to {
			r.Errorf("item %d: %s leads to %q, another address to %q", it.ID, address, got.To, to)
		}
		to = got.To
	}
	return to
}

const siteOfExports = "https://wpthemetestdata.wordpress.com"

func (r importReader) page(it *wxr.Item, to string) {
	path, err := url.PathUnescape(to)
	if err != nil || to == "" {
		r.Errorf("item %d %q leads nowhere", it.ID, it.Title)
		return
	}
	id, ok := news.StoryID(path[strings.LastIndexByte(path, '/')+1:])
	if !ok {
		r.Fatalf("item %d leads to %s", it.ID, to)
	}
	made, err := r.app.makeup.Story(r.Context(), "en", id, to)
	r.rendered(it.Title, made, err)
	r.thread(it, id)
}

func (r importReader) rendered(what string, made makeup.Made, err error) {
	var b bytes.Buffer
	if err == nil && made.Moved == "" {
		err = r.app.theme.Render(r.Context(), &b, made.Page)
	}
	if err != nil || b.Len() < 500 {
		r.Errorf("%s: %d bytes, moved to %q, error %v", what, b.Len(), made.Moved, err)
	}
}

// thread compares the approved comments of an item, and who answers whom.
func (r importReader) thread(it *wxr.Item, id news.ID) {
	want := map[string]string{}
	author := map[int64]string{}
	for _, c := range it.Comments {
		author[c.ID] = wxr.PlainText(c.Author) + c.Date.String()
	}
	for _, c := range it.Comments {
		if c.State == wxr.CommentApproved && (c.Type == "" || c.Type == "comment") {
			want[author[c.ID]] = author[c.Parent]
		}
	}
	err := r.app.store.Read(r.Context(), func(tx *store.Tx) error {
		all, err := tx.Public().Comments(r.Context(), id)
		if len(all) != len(want) {
			r.Errorf("item %d: %d comments, want %d", it.ID, len(all), len(want))
		}
		name := map[news.ID]string{}
		for _, c := range all {
			name[c.ID] = c.Name + c.At.Time().String()
		}
		for _, c := range all {
			if got := name[c.Parent]; got != want[name[c.ID]] {
				r.Errorf("item %d: the comment of %q answers %q, want %q", it.ID, name[c.ID], got, want[name[c.ID]])
			}
		}
		return err
	})
	if err != nil {
		r.Fatal(err)
	}
}

func (r importReader) head() (head int64) {
	err := r.app.store.Read(r.Context(), func(tx *store.Tx) (err error) {
		head, err = tx.Ledger().Head(r.Context())
		return err
	})
	if err != nil {
		r.Fatal(err)
	}
	return head
}
