package app_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/internal/app"
	"dateline/internal/apptest"
	"dateline/internal/config"
	"dateline/internal/news"
	"dateline/internal/pgtest"
)

// faults are what can be wrong with a newsroom's data: each is planted by a
// statement, and must be found by a check that says so. In the statements
// {public}, {retracted} and {translation} are stories.
var faults = []struct{ name, statement, check, found string }{
	{"a row is gone from the middle of the ledger", `DELETE FROM ledger WHERE seq = 3`, "ledger", "the ledger's head is "},
	{"the ledger's last row is gone", `DELETE FROM ledger WHERE seq = (SELECT MAX(seq) FROM ledger)`, "ledger", "the ledger's head is "},
	{"the ledger's head has run away", `UPDATE ledger_head SET seq = seq + 5`, "ledger", "the ledger's head is "},
	{"the ledger's head was set back", `UPDATE ledger_head SET seq = seq - 1`, "ledger", "the ledger's head is "},

	{"an entry of the record tells another time", `UPDATE record SET at = at + 1 WHERE story = {public} AND act = 'publish'`, "record", "broken at entry"},
	{"an entry tells another act", `UPDATE record SET act = 'fix' WHERE story = {public} AND act = 'correct'`, "record", "broken at entry"},
	{"an entry tells of another story", `UPDATE record SET story = {retracted} WHERE story = {public}`, "record", "broken at entry"},
	{"an entry is gone", `DELETE FROM record WHERE number = 1`, "record", "broken at entry 1"},
	{"the record's last entry is gone", `DELETE FROM record WHERE story = {public} AND act = 'correct'`, "references", "published story that is not in the record"},
	{"a text was sealed anew behind the record", `UPDATE revisions SET digest = salt WHERE id = (SELECT public FROM stories WHERE id = {public})`, "record", "broken at entry"},

	{"a text was changed behind its seal", `UPDATE revisions SET text = text || ' ' WHERE id = (SELECT public FROM stories WHERE id = {public})`, "texts", "no longer matches its seal"},
	{"a headline was changed behind its seal", `UPDATE revisions SET content = '{}' WHERE id = (SELECT working FROM stories WHERE id = {public})`, "texts", "no longer matches its seal"},
	{"a salt was changed", `UPDATE revisions SET salt = digest WHERE id = (SELECT working FROM stories WHERE id = {public})`, "texts", "no longer matches its seal"},

	{"no working revision", `UPDATE stories SET working = 1 WHERE id = {public}`, "references", "story without its working revision: "},
	{"no public revision", `UPDATE stories SET public = 1 WHERE id = {public}`, "references", "published story without its public revision: "},
	{"no public revision named", `UPDATE stories SET public = 0 WHERE id = {public}`, "references", "published story without a public revision named: "},
	{"no section", `UPDATE stories SET section = 1 WHERE id = {public}`, "references", "published story in a section that is not there: "},
	{"no source", `UPDATE stories SET source = 1 WHERE id = {translation}`, "references", "translation of a story that is not there: "},
	{"not in the record", `UPDATE record SET revision = 1 WHERE story = {public}`, "references", "published story that is not in the record: "},
	{"no tag", `DELETE FROM tags`, "references", "story with a tag that is not there: "},
	{"no person", `DELETE FROM people`, "references", "story by a person who is not there: "},
	{"no picture", `DELETE FROM pictures`, "references", "story that shows a picture that is not there: "},
	{"a tie of a retracted story", `INSERT INTO story_tags (tag, story, position, visible_at) SELECT id, {retracted}, 0, 1 FROM tags`, "references", "tie to a story that readers cannot see: "},
	{"no rendition", `DELETE FROM renditions`, "references", "picture without a rendition: "},
	{"no comment", `INSERT INTO comments (id, story, parent, name, email, text, state, at, decided_at, decided_by, staff) VALUES (7, {public}, 1, '', '', '', 'held', 0, 0, 0, 0)`, "references", "comment that answers one that is not there: "},
	{"no story", `DELETE FROM stories WHERE id = {retracted}`, "references", "record entry of a story that is not there: "},
}

// ward is a newsroom that has something of everything that doctor looks at,
// closed, to be copied for each fault.
type ward struct {
	place                          config.Data
	public, retracted, translation news.ID
}

func newWard(t *testing.T, place config.Data) ward {
	t.Helper()
	h := apptest.OpenAt(t, place)
	tag, person := h.Tag("en", "congress", "Congress"), h.Person("lind", "Anna Lind", "Reports.")
	p := h.Picture(news.Picture{Words: map[string]news.PictureWords{"en": {Alt: "A bridge", Caption: "The bridge"}}})
	c := h.Story("en", "The bridge is open")
	c.Tags, c.Bylines, c.Lead = []news.ID{tag.ID}, []news.Byline{{Person: person.ID, Role: news.RoleBy}}, news.LeadPicture{Picture: p.ID}
	w := ward{place: place, public: h.Published("en", c).ID}
	c.Headline = "The bridge is open again"
	h.Save(w.public, c)
	h.Correct(w.public, news.Correction, "It was closed before.")
	w.retracted = h.Published("en", h.Story("en", "A rumour")).ID
	h.Retract(w.retracted, "It was not so.")
	h.Withdraw(h.Published("en", h.Story("en", "A name")).ID)
	translated, err := h.Desk.Translate(t.Context(), news.System, w.public, h.Editions["ar"].ID)
	if err != nil {
		t.Fatal(err)
	}
	w.translation = translated.ID
	h.Draft("en", h.Story("en", "A draft"))
	return w
}

// copied is the ward's data in a folder of its own.
func (w ward) copied(t *testing.T) config.Data {
	t.Helper()
	d := config.Data{Data: t.TempDir()}
	if err := os.CopyFS(d.Data, os.DirFS(w.place.Data)); err != nil {
		t.Fatal(err)
	}
	return d
}

func (w ward) statement(s string) string {
	r := strings.NewReplacer("{public}", fmt.Sprint(int64(w.public)), "{retracted}", fmt.Sprint(int64(w.retracted)), "{translation}", fmt.Sprint(int64(w.translation)))
	return r.Replace(s)
}

// plant changes a database behind the program's back.
func plant(t *testing.T, d config.Data, statement string) {
	t.Helper()
	driver, source := "sqlite", "file:"+filepath.Join(d.Data, "dateline.db")
	if d.Database != "" {
		driver, source = "pgx", d.Database
		statement = "SET session_replication_role = replica; " + statement // no foreign key keeps the fault out
	}
	db, err := sql.Open(driver, source)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// visit has doctor look at a newsroom, and returns what was found.
func visit(t *testing.T, d config.Data, deep bool) app.Checkup {
	t.Helper()
	var out bytes.Buffer
	err := app.Doctor(t.Context(), d, app.Visit{Deep: deep, JSON: true}, &out)
	var c app.Checkup
	if e := json.Unmarshal(out.Bytes(), &c); e != nil {
		t.Fatalf("%v: %s", err, out.Bytes())
	}
	if (err != nil) != (len(c.Findings) > 0) {
		t.Errorf("%d findings, and the error is %v", len(c.Findings), err)
	}
	return c
}

// mustBeWell fails the test where doctor finds anything.
func mustBeWell(t *testing.T, d config.Data) {
	t.Helper()
	for _, f := range visit(t, d, true).Findings {
		t.Errorf("%s: %s", f.Check, f.Found)
	}
}

// mustFind fails the test unless doctor finds it, and says what to do.
func mustFind(t *testing.T, c app.Checkup, check, found string) {
	t.Helper()
	if !slices.ContainsFunc(c.Findings, func(f app.Finding) bool {
		return f.Check == check && strings.Contains(f.Found, found) && f.Remedy != ""
	}) {
		t.Errorf("doctor did not find %q in %s, but %+v", found, check, c.Findings)
	}
}

func TestDoctorFindsWhatIsPlanted(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		var w ward
		dir := t.TempDir()
		t.Run("well", func(t *testing.T) {
			w = newWard(t, config.Data{Data: dir})
			mustBeWell(t, w.place)
		})
		for _, f := range faults {
			t.Run(f.name, func(t *testing.T) {
				d := w.copied(t)
				plant(t, d, w.statement(f.statement))
				mustFind(t, visit(t, d, false), f.check, f.found)
			})
		}
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		var w ward
		dir, key := t.TempDir(), "doctor "+news.NewID().String()
		fresh := func(t *testing.T) config.Data {
			return config.Data{Data: dir, Database: pgtest.Template(t, key, func(_ context.Context, url string) error {
				t.Run("fill", func(t *testing.T) { w = newWard(t, config.Data{Data: dir, Database: url}) })
				return nil
			})}
		}
		mustBeWell(t, fresh(t))
		for _, f := range faults {
			t.Run(f.name, func(t *testing.T) {
				d := fresh(t)
				plant(t, d, w.statement(f.statement))
				mustFind(t, visit(t, d, false), f.check, f.found)
			})
		}
	})
}

func TestDoctorLooksAtFiles(t *testing.T) {
	t.Parallel()
	w := newWard(t, config.Data{Data: t.TempDir()})
	spoil := func(what string, how func(file string) error) config.Data {
		d := w.copied(t)
		files, err := filepath.Glob(filepath.Join(d.Data, "blobs", "??", "*"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no files of pictures: %v", err)
		}
		if err := how(files[0]); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		return d
	}
	missing := spoil("remove", os.Remove)
	mustFind(t, visit(t, missing, false), "files", "is missing")
	empty := spoil("empty", func(file string) error { return os.Truncate(file, 0) })
	mustFind(t, visit(t, empty, false), "files", "is empty")
	damaged := spoil("damage", func(file string) error {
		b, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		b[len(b)/2] ^= 1
		return os.WriteFile(file, b, 0o600)
	})
	if c := visit(t, damaged, false); len(c.Findings) > 0 {
		t.Errorf("a visit that reads no files found %+v", c.Findings)
	}
	mustFind(t, visit(t, damaged, true), "files", "is damaged")
	folder := spoil("folder", func(file string) error {
		if err := os.Remove(file); err != nil {
			return err
		}
		return os.Mkdir(file, 0o700)
	})
	mustFind(t, visit(t, folder, true), "files", "cannot be read")
	beside := spoil("more", func(file string) error {
		return os.WriteFile(filepath.Join(filepath.Dir(file), strings.Repeat("a", 64)), []byte("x"), 0o600)
	})
	mustBeWell(t, beside) // what nothing names is swept
}

// TestDoctorBesideTheHouse looks at a newsroom while it works: nothing that is
// on its way may be taken for a fault.
func TestDoctorBesideTheHouse(t *testing.T) {
	apptest.OnEach(t, func(t *testing.T, h *apptest.House) {
		done := make(chan struct{})
		go func() {
			defer close(done)
			for i := range 20 {
				s := h.Published("en", h.Story("en", fmt.Sprintf("Story %d", i)))
				if i%3 == 0 {
					h.Withdraw(s.ID)
				}
			}
		}()
		for working := true; working; {
			select {
			case <-done:
				working = false
			default:
			}
			mustBeWell(t, h.Place)
		}
	})
}
