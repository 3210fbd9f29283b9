package wire

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/internal/desk"
	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/store"
)

// victimCommand is the first argument by which the test binary imports an
// export into a folder, to be killed on the way.
const victimCommand = "import-victim"

// victim imports; args are the folder and the export's file.
func victim(args []string) int {
	s, err := store.Open(context.Background(), store.Options{Dir: args[0]})
	if err == nil {
		err = victimImport(s, args[0], args[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func victimImport(s *store.Store, dir, file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	blobs, err := library.OpenFolder(filepath.Join(dir, "blobs"), time.Now)
	if err != nil {
		return err
	}
	_, err = WordPress(context.Background(), Options{
		Store: s, Desk: desk.New(s), Export: f, Scratch: dir, Media: os.DirFS(filepath.Dir(file)), Now: time.Now,
		Library: library.New(library.Options{Store: s, Blobs: blobs, Now: time.Now}),
	})
	return err
}

// TestKilled kills an import at random moments, over and over, and compares
// what is there in the end with an import that nobody disturbed.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the import many times")
	}
	file := filepath.Join(t.TempDir(), "export.xml")
	must(t, os.WriteFile(file, []byte(paper(600)), 0o600))
	calm, hunted := t.TempDir(), t.TempDir()
	start := time.Now()
	must(t, exec.CommandContext(t.Context(), os.Args[0], victimCommand, calm, file).Run())
	whole := time.Since(start)

	killed := 0
	for range 40 {
		c := exec.CommandContext(t.Context(), os.Args[0], victimCommand, hunted, file)
		must(t, c.Start())
		timer := time.AfterFunc(time.Duration(rand.Int64N(int64(whole/2))), func() { _ = c.Process.Kill() })
		err := c.Wait()
		timer.Stop()
		if err == nil {
			break
		}
		killed++
	}
	must(t, exec.CommandContext(t.Context(), os.Args[0], victimCommand, hunted, file).Run())
	t.Logf("killed %d times; an undisturbed import takes %v", killed, whole)
	if killed < 3 {
		t.Errorf("the import was killed %d times only", killed)
	}
	a, b := open(t, calm, ""), open(t, hunted, "")
	a.sound()
	b.sound()
	same(t, "what is there", strings.Join(b.inventory(), "\n"), strings.Join(a.inventory(), "\n"))
}

// paper is an export of n ordinary posts.
func paper(n int) string {
	var b strings.Builder
	b.WriteString(head)
	for id := 1; id <= n; id++ {
		k := decimal(int64(id))
		b.WriteString(item(id, "Story "+k, term("category", "c"+decimal(int64(id%7)), "C"), term("post_tag", "t"+decimal(int64(id%90)), "Tag"),
			field("content:encoded", strings.Repeat("<!-- wp:paragraph -->\n<p>The council met again on Tuesday, and nothing was decided, as before. <a href=\"https://old.example/2011/02/s-"+k+"/\">More</a></p>\n<!-- /wp:paragraph -->\n\n", 8)),
			comment(id*10, 0, "1", "Indeed."), comment(id*10+1, id*10, "1", "Not at all.")))
	}
	b.WriteString(tail)
	return b.String()
}

// inventory lists what an import of paper left, without ids: they are random.
func (n *newsroom) inventory() (lines []string) {
	n.t.Helper()
	ctx := n.t.Context()
	n.read(func(tx *store.Tx) error {
		editions, err := tx.Editions().All(ctx)
		if err != nil {
			return err
		}
		for _, e := range editions {
			stories, err := tx.Public().Count(ctx, store.Scope{Edition: e.ID}, store.Window{})
			if err != nil {
				return err
			}
			recorded, err := tx.Record().CheckChain(ctx, e.ID)
			if err != nil {
				return err
			}
			sections, err := tx.Sections().Of(ctx, e.ID)
			if err != nil {
				return err
			}
			tags, err := tx.Tags().Of(ctx, e.ID, "", store.MaxTags)
			lines = append(lines, fmt.Sprintf("%s: %d stories, %d in the record, %d sections, %d tags", e.Name, stories, recorded, len(sections), len(tags)))
			if err != nil {
				return err
			}
		}
		return nil
	})
	return append(lines, n.texts()...)
}

// texts lists what stories say, with their comments.
func (n *newsroom) texts() (lines []string) {
	n.t.Helper()
	ctx := n.t.Context()
	n.read(func(tx *store.Tx) error {
		for i := 1; ; i++ {
			m, err := tx.Imported().Find(ctx, "old.example", kindItem, decimal(int64(i)))
			if news.KindOf(err) == news.NotFound {
				return nil
			}
			if err != nil {
				return err
			}
			p, err := tx.Public().Story(ctx, m.Subject.ID)
			if err != nil {
				return err
			}
			comments, err := tx.Public().Comments(ctx, p.ID)
			if err != nil {
				return err
			}
			paths, err := tx.Redirects().Of(ctx, m.Subject.String(), 10)
			if err != nil {
				return err
			}
			lines = append(lines, fmt.Sprintf("%s: %d tags, %d comments, %d revisions, %q", p.Revision.Headline, len(p.Revision.Tags), len(comments), p.Revision.Number, paths))
		}
	})
	return lines
}
