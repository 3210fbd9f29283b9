package wire

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/internal/desk"
	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/pgtest"
	"dateline/internal/store"
)

// TestMain lets the test binary be the child process in which pictures are
// opened, and the one that a test kills.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == library.BenchCommand {
		os.Exit(library.Bench(os.Args[2:], os.Stdin, os.Stdout))
	}
	if len(os.Args) > 1 && os.Args[1] == victimCommand {
		os.Exit(victim(os.Args[2:]))
	}
	os.Exit(m.Run())
}

// noon is when tests happen.
var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// newsroom is a publication without anything in it.
type newsroom struct {
	t     testing.TB
	store *store.Store
	dir   string
	blobs *library.Folder
}

func open(t testing.TB, dir, database string) *newsroom {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{Dir: dir, Database: database, Now: func() time.Time { return noon }})
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	blobs, err := library.OpenFolder(dir+"/blobs", time.Now)
	must(t, err)
	return &newsroom{t: t, store: s, dir: dir, blobs: blobs}
}

func sqlite(t testing.TB) *newsroom { return open(t, t.TempDir(), "") }

// onBoth runs a test on both databases.
func onBoth(t *testing.T, fn func(t *testing.T, n *newsroom)) {
	t.Run("sqlite", func(t *testing.T) { fn(t, sqlite(t)) })
	t.Run("postgres", func(t *testing.T) { fn(t, open(t, t.TempDir(), pgtest.URL(t))) })
}

func (n *newsroom) options(export io.ReadSeeker) Options {
	return Options{
		Store: n.store, Desk: desk.New(n.store), Scratch: n.dir, Export: export, Now: func() time.Time { return noon },
		Library: library.New(library.Options{Store: n.store, Blobs: n.blobs, Now: time.Now}),
	}
}

// imports brings in an export that must come whole.
func (n *newsroom) imports(export string, change ...func(*Options)) Report {
	n.t.Helper()
	o := n.options(strings.NewReader(export))
	for _, fn := range change {
		fn(&o)
	}
	r, err := WordPress(n.t.Context(), o)
	must(n.t, err)
	return r
}

func (n *newsroom) read(fn func(tx *store.Tx) error) {
	n.t.Helper()
	must(n.t, n.store.Read(n.t.Context(), fn))
}

func (n *newsroom) head() (head int64) {
	n.t.Helper()
	n.read(func(tx *store.Tx) (err error) {
		head, err = tx.Ledger().Head(n.t.Context())
		return err
	})
	return head
}

// made returns the id of the story that an item became.
func (n *newsroom) made(key string) (id news.ID) {
	n.t.Helper()
	n.read(func(tx *store.Tx) error {
		m, err := tx.Imported().Find(n.t.Context(), "old.example", kindItem, key)
		id = m.Subject.ID
		return err
	})
	return id
}

// working returns the story that an item became, with its newest revision.
func (n *newsroom) working(key string) (p news.Piece) {
	n.t.Helper()
	id := n.made(key)
	n.read(func(tx *store.Tx) (err error) {
		if p.Story, err = tx.Stories().ByID(n.t.Context(), id); err != nil {
			return err
		}
		p.Revision, err = tx.Revisions().ByID(n.t.Context(), p.Working)
		return err
	})
	return p
}

// isPublic says whether readers may see the story that an item became.
func (n *newsroom) isPublic(key string) (public bool) {
	n.t.Helper()
	id := n.made(key)
	n.read(func(tx *store.Tx) error {
		_, err := tx.Public().Story(n.t.Context(), id)
		if public = err == nil; news.KindOf(err) == news.NotFound {
			err = nil
		}
		return err
	})
	return public
}

// sound checks what doctor checks.
func (n *newsroom) sound() {
	n.t.Helper()
	ctx := n.t.Context()
	n.read(func(tx *store.Tx) error {
		loose, err := tx.Checkup().Dangling(ctx)
		if err != nil {
			return err
		}
		for _, d := range loose {
			n.t.Errorf("%s: %s", d.What, d.ID)
		}
		head, rows, last, err := tx.Ledger().Counted(ctx)
		if err != nil || head != rows || head != last {
			n.t.Errorf("ledger: head %d, rows %d, last %d", head, rows, last)
		}
		editions, err := tx.Editions().All(ctx)
		if err != nil {
			return err
		}
		for _, e := range editions {
			if _, err := tx.Record().CheckChain(ctx, e.ID); err != nil {
				n.t.Error(err)
			}
		}
		seals, err := tx.Revisions().CheckSeals(ctx, 0, store.MaxListed)
		if slices.ContainsFunc(seals, func(s store.Sealed) bool { return !s.Intact }) {
			n.t.Error("a seal is broken")
		}
		return err
	})
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// Parts of exports.
const (
	head = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old Paper</title><link>https://old.example</link><description>News</description><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://old.example</wp:base_site_url><wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>ann</wp:author_login><wp:author_display_name><![CDATA[Ann Ames]]></wp:author_display_name></wp:author>
`
	tail = "</channel></rss>\n"
)

func export(items ...string) string { return head + strings.Join(items, "") + tail }

// item writes an item; what stands in more comes last, and holds.
func item(id int, title string, more ...string) string {
	return fmt.Sprintf(`<item><title>%s</title><link>https://old.example/2011/02/s-%d/</link><dc:creator>ann</dc:creator><guid isPermaLink="false">https://old.example/?p=%d</guid>
<content:encoded><![CDATA[<!-- wp:paragraph --><p>Text of %d.</p><!-- /wp:paragraph -->]]></content:encoded><wp:post_id>%d</wp:post_id>
<wp:post_date_gmt>2011-02-03 04:05:06</wp:post_date_gmt><wp:post_name>s-%d</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>%s</item>
`, title, id, id, id, id, id, strings.Join(more, ""))
}

func field(name, text string) string { return "<" + name + "><![CDATA[" + text + "]]></" + name + ">" }

func term(taxonomy, slug, name string) string {
	return `<category domain="` + taxonomy + `" nicename="` + slug + `"><![CDATA[` + name + `]]></category>`
}

func meta(key, value string) string {
	return "<wp:postmeta>" + field("wp:meta_key", key) + field("wp:meta_value", value) + "</wp:postmeta>"
}

func comment(id, parent int, state, text string) string {
	return fmt.Sprintf(`<wp:comment><wp:comment_id>%d</wp:comment_id>%s%s<wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_date_gmt>2011-02-04 05:06:07</wp:comment_date_gmt>%s<wp:comment_approved>%s</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>%d</wp:comment_parent></wp:comment>`,
		id, field("wp:comment_author", "Reader "+decimal(int64(id))), field("wp:comment_author_email", "r@old.example"), field("wp:comment_content", text), state, parent)
}
