package wire

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/store"
	"dateline/internal/wire/wxr"
)

func TestStory(t *testing.T) {
	onBoth(t, func(t *testing.T, n *newsroom) {
		n.imports(export(
			item(1, "A <em>first</em> &amp; “last”", field("excerpt:encoded", "In short"), term("category", "world", "World"), term("category", "asia", "Asia"), term("post_tag", "un", "UN"), term("place", "kabul", "Kabul")),
			item(2, "Links", field("content:encoded", `<p><a href="https://www.old.example/2011/02/s-1/#end">one</a> <a href="/?p=3">later</a> <a href="https://old.example/gone">gone</a></p>`)),
			item(3, "About", field("wp:post_type", "page"))))
		p := n.working("1")
		same(t, "headline", p.Revision.Headline, "A first & “last”")
		same(t, "standfirst", p.Revision.Standfirst, "In short")
		same(t, "tags", len(p.Revision.Tags), 3)
		same(t, "published", p.PublishedAt.Time().Format("2006-01-02 15:04:05"), "2011-02-03 04:05:06")
		n.read(func(tx *store.Tx) error {
			sec, err := tx.Sections().ByID(t.Context(), p.Revision.Section)
			same(t, "section", sec.Name, "World")
			people, err2 := tx.People().Some(t.Context(), []news.ID{p.Revision.Bylines[0].Person})
			same(t, "byline", people[p.Revision.Bylines[0].Person].In("en-GB").Name, "Ann Ames")
			return errors.Join(err, err2)
		})
		doc, err := prose.Parse([]byte(n.working("2").Revision.Text))
		must(t, err)
		want := []string{"/-/s/" + p.ID.String() + "#end", "/-/s/" + n.made("3").String(), "https://old.example/gone"}
		if got := prose.Links(doc); !reflect.DeepEqual(got, want) {
			t.Errorf("links %q, want %q", got, want)
		}
		same(t, "kind", n.working("3").Revision.Kind, news.KindPage)
		n.sound()
	})
}

// TestNothingHiddenBecomesPublic: what readers of the old site could not see.
func TestNothingHiddenBecomesPublic(t *testing.T) {
	n := sqlite(t)
	hidden := map[string]string{
		"10": field("wp:status", "draft"), "11": field("wp:status", "pending"), "12": field("wp:status", "private"),
		"13": field("wp:post_password", "secret"), "14": field("wp:status", "future"),
		"15": field("wp:status", "future") + field("wp:post_date_gmt", "2030-01-01 00:00:00"),
		"16": field("wp:post_date_gmt", "2030-01-01 00:00:00"), "17": field("wp:status", "archived"),
		"18": field("wp:post_date_gmt", "0000-00-00 00:00:00"),
	}
	var items []string
	for id := 10; id <= 18; id++ {
		items = append(items, item(id, "Hidden "+decimal(int64(id)), hidden[decimal(int64(id))], term("category", "world", "World"), field("wp:is_sticky", "1")))
	}
	items = append(items, item(20, "Public"), item(21, "Trash", field("wp:status", "trash")))
	r := n.imports(export(items...))
	for key := range hidden {
		if n.isPublic(key) {
			t.Errorf("item %s is public", key)
		}
	}
	same(t, "the public one", n.isPublic("20"), true)
	for _, key := range []string{"15", "16"} {
		same(t, key+" is scheduled", n.working(key).Stage, news.Scheduled)
	}
	same(t, "a draft", n.working("14").Stage, news.Drafting)
	same(t, "trash is named", heap(r, LeftOut, "A post of the state “trash” was left out."), 1)
	same(t, "drafts are named", heap(r, Altered, "An item came as a draft that readers do not see."), 7)
	n.read(func(tx *store.Tx) error {
		_, err := tx.Lists().ByKey(t.Context(), n.working("20").Edition, frontList)
		same(t, "nothing hidden is on the front page", news.KindOf(err), news.NotFound)
		return nil
	})
}

// heap returns how many items a report's heap counts.
func heap(r Report, g Group, what string) int {
	for _, h := range r.Heaps {
		if h.Group == g && strings.HasPrefix(h.What, what) {
			return h.Items
		}
	}
	return 0
}

func TestComments(t *testing.T) {
	onBoth(t, func(t *testing.T, n *newsroom) {
		text := export(item(1, "Talk",
			comment(1, 0, "1", "First <b>word</b> <a href=\"https://e.example/x\">there</a>\n\nsecond"), comment(2, 1, "1", "An answer"), comment(3, 2, "spam", "Buy"),
			comment(4, 3, "1", "An answer to spam"), comment(5, 0, "0", "Held"), comment(6, 0, "trash", "Binned"), comment(7, 8, "1", "a circle"), comment(8, 7, "1", "a circle"),
			strings.Replace(comment(9, 0, "1", "ping"), ">comment<", ">pingback<", 1)))
		r := n.imports(text)
		story := n.made("1")
		n.read(func(tx *store.Tx) error {
			all, err := tx.Public().Comments(t.Context(), story)
			same(t, "approved comments", len(all), 5)
			byName := map[string]news.Comment{}
			for _, c := range all {
				byName[c.Name] = c
			}
			same(t, "thread", byName["Reader 2"].Parent, byName["Reader 1"].ID)
			same(t, "answer to spam", byName["Reader 4"].Parent, byName["Reader 2"].ID)
			same(t, "mail", byName["Reader 1"].Email, "r@old.example")
			doc, err2 := prose.Parse([]byte(byName["Reader 1"].Text))
			same(t, "text", prose.Text(doc), "First word there\n\nsecond\nhttps://e.example/x")
			held, err3 := tx.Comments().Count(t.Context(), story, news.CommentHeld)
			same(t, "held", held, 1)
			return errors.Join(err, err2, err3)
		})
		same(t, "spam is named", heap(r, LeftOut, "Comments were left out: they are spam."), 1)
		same(t, "pings are named", heap(r, LeftOut, "Comments were left out: they are pingbacks"), 1)
		// A newer export brings one more; the others do not come twice.
		r = n.imports(strings.Replace(text, "</item>", comment(20, 2, "1", "New")+"</item>", 1))
		same(t, "new comments", r.tally("comments").New, 1)
		same(t, "stories", r.tally("stories").Unchanged, 1)
		n.sound()
	})
}

func TestSecondRunChangesNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, n *newsroom) {
		text := export(item(1, "A", term("category", "c", "C"), field("wp:is_sticky", "1")), item(2, "B", term("post_tag", "t", "T"), comment(1, 0, "1", "x")), item(2, "B again"), item(0, "No id"), item(3, "P", field("wp:post_type", "page")))
		r := n.imports(text)
		same(t, "new", r.tally("stories").New, 4)
		at := n.head()
		r = n.imports(text)
		same(t, "ledger", n.head(), at)
		same(t, "unchanged", r.tally("stories").Unchanged, 4)
		same(t, "new", r.tally("stories").New+r.tally("pages").New+r.tally("comments").New+r.tally("tags").New, 0)
	})
}

func TestNewerExport(t *testing.T) {
	onBoth(t, func(t *testing.T, n *newsroom) {
		n.imports(export(item(1, "A"), item(2, "B"), item(3, "C", field("wp:status", "draft")), item(4, "D")))
		n.edit("2", "Edited here")
		r := n.imports(export(item(1, "A, amended"), item(2, "B, amended"), item(3, "C"), item(4, "D hidden", field("wp:status", "private"))))
		same(t, "amended", n.working("1").Revision.Headline, "A, amended")
		same(t, "edited here", n.working("2").Revision.Headline, "Edited here")
		same(t, "published over there", n.isPublic("3"), true)
		same(t, "what became private stays as it was", n.working("4").Revision.Headline, "D")
		same(t, "changed", r.tally("stories").Changed, 2)
		same(t, "kept", r.tally("stories").Kept, 2)
		n.sound()
	})
}

// edit changes a story at the desk.
func (n *newsroom) edit(key, headline string) {
	n.t.Helper()
	p := n.working(key)
	p.Revision.Headline = headline
	_, err := desk.New(n.store).Save(n.t.Context(), news.Actor{Account: 7, Role: news.Editor}, desk.Target{Story: p.ID, Version: p.Version}, p.Revision.Content)
	must(n.t, err)
}

func TestDryRunWritesNothing(t *testing.T) {
	n := sqlite(t)
	n.imports(export(item(1, "A", term("category", "c", "C")), item(2, "B")))
	newer := export(item(1, "A, amended", term("category", "c", "C")), item(2, "B"), item(3, "New", term("category", "d", "D"), term("post_tag", "t", "T"), comment(1, 0, "1", "x")), item(4, "Another", term("post_tag", "t", "T")))
	before := n.bytes()
	dry := n.imports(newer, func(o *Options) { o.DryRun = true })
	if !reflect.DeepEqual(before, n.bytes()) {
		t.Error("the database changed")
	}
	wet := n.imports(newer)
	same(t, "dry", dry.DryRun, true)
	if dry.DryRun = false; !reflect.DeepEqual(dry, wet) {
		t.Errorf("the dry run told\n%+v, the import\n%+v", dry, wet)
	}
}

func TestDryRunOfAnEmptyNewsroom(t *testing.T) {
	n := sqlite(t)
	text := export(item(1, "A", term("category", "c", "C")), item(2, "B", comment(1, 0, "1", "x")))
	dry := n.imports(text, func(o *Options) { o.DryRun = true })
	same(t, "ledger", n.head(), 0)
	wet := n.imports(text)
	if dry.DryRun = false; !reflect.DeepEqual(dry, wet) {
		t.Errorf("the dry run told\n%+v, the import\n%+v", dry, wet)
	}
}

// bytes returns every file of the newsroom.
func (n *newsroom) bytes() map[string]string {
	n.t.Helper()
	files := map[string]string{}
	must(n.t, filepath.WalkDir(n.dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, "-shm") { // locks live there
			return err
		}
		b, err := os.ReadFile(path)
		files[path] = string(b)
		return err
	}))
	return files
}

func TestTruncated(t *testing.T) {
	onBoth(t, func(t *testing.T, n *newsroom) {
		whole := export(item(1, "A"), item(2, "B"), item(3, "C"))
		r, err := WordPress(t.Context(), n.options(strings.NewReader(whole[:strings.Index(whole, "Text of 3")])))
		if news.KindOf(err) != news.Invalid || !strings.Contains(err.Error(), "item 2 “B”") {
			t.Errorf("error %v", err)
		}
		same(t, "complete", r.Complete, false)
		same(t, "what stood before is here", r.tally("stories").New, 2)
		n.sound()
		r = n.imports(whole)
		same(t, "the rest", r.tally("stories").New, 1)
		same(t, "unchanged", r.tally("stories").Unchanged, 2)
	})
}

func TestNoExport(t *testing.T) {
	for _, text := range []string{"", "hello", "<html><body>not found</body></html>"} {
		n := sqlite(t)
		_, err := WordPress(t.Context(), n.options(strings.NewReader(text)))
		same(t, "kind for "+text, news.KindOf(err), news.Invalid)
		same(t, "ledger", n.head(), 0)
	}
}

func TestCancelled(t *testing.T) {
	n := sqlite(t)
	var items []string
	for id := 1; id <= 4*maxBatch; id++ {
		items = append(items, item(id, "S"))
	}
	ctx, cancel := context.WithCancel(t.Context())
	o := n.options(strings.NewReader(export(items...)))
	o.Progress = func(Progress) { cancel() }
	r, err := WordPress(ctx, o)
	if !errors.Is(err, context.Canceled) || r.Complete {
		t.Errorf("error %v, complete %v", err, r.Complete)
	}
	same(t, "one batch", r.tally("stories").New, maxBatch)
	n.sound()
	r = n.imports(export(items...))
	same(t, "continued", r.tally("stories").New, 3*maxBatch)
}

func TestEditions(t *testing.T) {
	n := sqlite(t)
	r := n.imports(strings.Replace(export(item(1, "A")), "en-GB", "fa-IR", 1))
	same(t, "edition", r.Edition, "fa")
	same(t, "made", r.EditionMade, true)
	n.read(func(tx *store.Tx) error {
		e, err := tx.Editions().ByName(t.Context(), "fa")
		same(t, "direction", e.Direction, news.RightToLeft)
		same(t, "label", e.Label, "فارسی")
		same(t, "title", e.Title, "Old Paper")
		return err
	})
	_, err := desk.New(n.store).SettleEdition(t.Context(), news.System, news.Edition{Name: "en", Language: "en", Zone: "UTC", Title: "T"})
	must(t, err)
	for _, name := range []string{"", "de"} {
		o := n.options(strings.NewReader(export(item(1, "A"))))
		o.Edition = name
		_, err := WordPress(t.Context(), o)
		if news.KindOf(err) != news.Invalid || !strings.Contains(err.Error(), "en, fa") {
			t.Errorf("edition %q: %v", name, err)
		}
	}
	n.imports(strings.ReplaceAll(export(item(5, "A")), "old.example", "new.example"), func(o *Options) { o.Edition = "en" })
}

func TestRepair(t *testing.T) {
	text := export(item(1, "The u n i o n of workers", field("content:encoded", "<p>don\\'t</p>")))
	n := sqlite(t)
	r := n.imports(text)
	same(t, "left as it is", n.working("1").Revision.Headline, "The u n i o n of workers")
	same(t, "told", heap(r, Damaged, "Damage was found: spaced word."), 1)
	r = n.imports(text, func(o *Options) { o.Repair = []wxr.DamageKind{wxr.DamageSpaced} })
	same(t, "repaired", n.working("1").Revision.Headline, "The union of workers")
	same(t, "told", heap(r, Damaged, "Damage was repaired: spaced word."), 1)
	same(t, "the other stays", strings.Contains(n.working("1").Revision.Text, `don\\'t`), true)
}

func TestParseDamage(t *testing.T) {
	kinds, err := ParseDamage([]string{"spaced-word", "wrong-encoding"})
	must(t, err)
	same(t, "kinds", len(kinds), 2)
	kinds, err = ParseDamage([]string{"all"})
	must(t, err)
	same(t, "all", len(kinds), len(DamageKinds))
	_, err = ParseDamage([]string{"lost-character"})
	same(t, "nobody can repair what is lost", news.KindOf(err), news.Invalid)
}

func TestRedirects(t *testing.T) {
	n := sqlite(t)
	n.imports(export(
		item(1, "A", meta("_wp_old_slug", "old"), term("category", "world", "World"), term("post_tag", "un", "UN")), item(2, "Duplicate", field("wp:post_name", "s-1"), "<link>https://old.example/2011/02/s-1/</link>"),
		item(9, "Picture", field("wp:post_type", "attachment"), field("wp:status", "inherit"), field("wp:attachment_url", "https://old.example/wp-content/uploads/a.jpg"), field("wp:post_parent", "1")),
	))
	one, two := news.Subject{Noun: news.NounStory, ID: n.made("1")}.String(), news.Subject{Noun: news.NounStory, ID: n.made("2")}.String()
	for path, want := range map[string]string{
		"/2011/02/s-1": one, "/?p=1": one, "/2011/02/old": one, "/?p=2": two, "/?attachment_id=9": one, "/2011/02/s-9": one,
		"/category/world": "section:", "/tag/un": "tag:",
	} {
		n.read(func(tx *store.Tx) error {
			got, err := tx.Redirects().Target(t.Context(), path)
			if !strings.HasPrefix(got, want) {
				t.Errorf("%s leads to %q, want %q", path, got, want)
			}
			return err
		})
	}
}

// TestMissesAreForgotten: a page that said that nothing stands at an old
// address is dropped in every edition when the address is kept.
func TestMissesAreForgotten(t *testing.T) {
	n := sqlite(t)
	n.imports(export(item(1, "A")))
	other, err := desk.New(n.store).SettleEdition(t.Context(), news.System, news.Edition{Name: "de", Language: "de", Zone: "UTC", Title: "T"})
	must(t, err)
	at := n.head()
	n.imports(export(item(2, "B")), func(o *Options) { o.Edition = "en" })
	n.read(func(tx *store.Tx) error {
		rows, err := tx.Ledger().After(t.Context(), at)
		same(t, "rows", len(rows), 1)
		same(t, "names the other edition", slices.Contains(rows[0].Tags, news.TagLatest(other.ID)), true)
		return err
	})
}
