package app_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"math/rand/v2"
	"os/exec"
	"testing"
	"time"

	"dateline/internal/apptest"
	"dateline/internal/config"
	"dateline/internal/news"
	"dateline/internal/pgtest"
	"dateline/internal/store"
	"dateline/internal/storetest"
)

// memory is what the victims of one place were answered.
type memory struct {
	stories  map[news.ID]acknowledged // the last answer
	lists    map[news.ID]acknowledged
	pictures []acknowledged
	saved    []acknowledged // every answer with a headline
	changes  map[news.ID]int
	head     int64
	acts     int
}

func newMemory() *memory {
	return &memory{stories: map[news.ID]acknowledged{}, lists: map[news.ID]acknowledged{}, changes: map[news.ID]int{}}
}

// recorded are the acts that readers see, each an entry of the record.
var recorded = map[string]bool{"publish": true, "update": true, "correct": true, "fix": true, "retract": true, "withdraw": true}

func (m *memory) note(a acknowledged) {
	m.acts++
	m.head = max(m.head, a.Head)
	switch {
	case a.Story != 0:
		m.stories[a.Story] = a
		if a.Headline != "" {
			m.saved = append(m.saved, a)
		}
		if recorded[a.Act] && a.Public != 0 {
			m.changes[a.Story]++
		}
	case a.List != 0:
		m.lists[a.List] = a
	default:
		m.pictures = append(m.pictures, a)
	}
}

// torment starts a victim in a place, ends it by kill after a moment that
// begins with its first answer, and notes all that it was answered.
func (m *memory) torment(t *testing.T, place config.Data, moment time.Duration, kill func(victim *exec.Cmd)) {
	t.Helper()
	args := []string{victimCommand, place.Data}
	if place.Database != "" {
		args = append(args, place.Database)
	}
	child := exec.CommandContext(t.Context(), "/proc/self/exe", args...)
	child.Stderr = t.Output()
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines, before := bufio.NewReader(out), m.acts
	for first := true; ; first = false {
		line, err := lines.ReadBytes('\n')
		if err != nil { // a line that was cut was not answered
			if err != io.EOF && len(line) == 0 {
				t.Logf("read answers: %v", err)
			}
			break
		}
		var a acknowledged
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		m.note(a)
		if first {
			time.AfterFunc(moment, func() { kill(child) })
		}
	}
	err = child.Wait()
	if m.acts == before {
		t.Fatalf("the victim was answered nothing: %v", err)
	}
	if err != nil && child.ProcessState.ExitCode() > 0 {
		t.Fatalf("an act was refused that should not have been: %v", err)
	}
}

// verify holds what is stored against what was answered.
func (m *memory) verify(t *testing.T, place config.Data) {
	t.Helper()
	s := storetest.Open(t, store.Options{Dir: place.Data, Database: place.Database})
	err := s.Read(t.Context(), func(tx *store.Tx) error {
		head, err := tx.Ledger().Head(t.Context())
		if err != nil {
			return err
		}
		if head < m.head {
			t.Errorf("the ledger ends at %d; %d was answered", head, m.head)
		}
		for _, look := range []func(*testing.T, *store.Tx) error{m.verifyStories, m.verifyTexts, m.verifyRest} {
			if err := look(t, tx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (m *memory) verifyStories(t *testing.T, tx *store.Tx) error {
	ahead := 0
	for id, a := range m.stories {
		s, err := tx.Stories().ByID(t.Context(), id)
		if err != nil {
			return err
		}
		switch {
		case s.Version < a.Version:
			t.Errorf("story %s: “%s” was answered as version %d and is lost: it stands at %d", id, a.Act, a.Version, s.Version)
		case s.Version > a.Version:
			if a.Stage != news.Scheduled { // one call publishes all that is due
				ahead++
			}
			m.stories[id] = acknowledged{Story: id, Version: s.Version, Standing: s.Standing, Stage: s.Stage, Working: s.Working, Public: s.Public}
		case s.Standing != a.Standing || s.Stage != a.Stage || s.Working != a.Working || s.Public != a.Public:
			t.Errorf("story %s: after “%s” it stood as %+v, now as %+v", id, a.Act, a, s)
		}
		entries, err := tx.Record().OfStory(t.Context(), id)
		if err != nil {
			return err
		}
		if len(entries) < m.changes[id] {
			t.Errorf("story %s: the record has %d entries, %d were answered", id, len(entries), m.changes[id])
		}
	}
	if ahead > 1 {
		t.Errorf("%d stories changed without an answer; a victim performs one act at a time", ahead)
	}
	return nil
}

func (m *memory) verifyTexts(t *testing.T, tx *store.Tx) error {
	for _, a := range m.saved {
		if m.stories[a.Story].Standing == news.Withdrawn {
			continue
		}
		r, err := tx.Revisions().ByID(t.Context(), a.Working)
		if err != nil {
			return err
		}
		if r.Headline != a.Headline || r.Text != apptest.Text(a.Headline, "It happened.") {
			t.Errorf("story %s: revision %s says %q, %q was saved", a.Story, a.Working, r.Headline, a.Headline)
		}
	}
	return nil
}

func (m *memory) verifyRest(t *testing.T, tx *store.Tx) error {
	for id, a := range m.lists {
		l, err := tx.Lists().ByID(t.Context(), id)
		if err != nil {
			return err
		}
		if l.Version < a.Version {
			t.Errorf("list %s stands at version %d, %d was answered", id, l.Version, a.Version)
		}
	}
	for _, a := range m.pictures {
		p, err := tx.Pictures().ByID(t.Context(), a.Picture)
		if err != nil {
			return err
		}
		if p.Blob != a.Blob {
			t.Errorf("picture %s has the file %s, %s was answered", a.Picture, p.Blob, a.Blob)
		}
	}
	return nil
}

// killed ends the victim as a power cut would, without a word.
func killed(victim *exec.Cmd) { _ = victim.Process.Kill() } // it may have ended by itself

// moment is a random time to live.
func moment(most time.Duration) time.Duration { return rand.N(most) }

// furnished makes a newsroom for victims, and leaves it closed.
func furnished(t *testing.T, place config.Data) {
	t.Helper()
	t.Run("furnish", func(t *testing.T) { apptest.OpenAt(t, place) })
}

func TestNothingAnsweredIsLostWhenTheProgramIsKilled(t *testing.T) {
	for engine, times := range map[apptest.Engine]int{apptest.SQLite: 30, apptest.Postgres: 8} {
		t.Run(string(engine), func(t *testing.T) {
			t.Parallel()
			place, m := apptest.Place(t, engine), newMemory()
			furnished(t, place)
			for range times {
				m.torment(t, place, moment(300*time.Millisecond), killed)
				m.verify(t, place)
				for _, f := range visit(t, place, false).Findings {
					t.Errorf("%s: %s", f.Check, f.Found)
				}
				if t.Failed() {
					return
				}
			}
			mustBeWell(t, place)
			t.Logf("%d acts were answered, %d stories, %d pictures", m.acts, len(m.stories), len(m.pictures))
		})
	}
}

func TestNothingAnsweredIsLostWhenTheDatabaseIsKilled(t *testing.T) {
	t.Parallel()
	server := pgtest.Durable(t)
	place, m := config.Data{Data: t.TempDir(), Database: server.URL("postgres")}, newMemory()
	furnished(t, place)
	for range 4 {
		down := make(chan error, 1)
		m.torment(t, place, 100*time.Millisecond+moment(300*time.Millisecond), func(*exec.Cmd) { down <- server.Kill() })
		if err := <-down; err != nil {
			t.Fatal(err)
		}
		if err := server.Restart(context.WithoutCancel(t.Context())); err != nil {
			t.Fatal(err)
		}
		m.verify(t, place)
		mustBeWell(t, place)
	}
	t.Logf("%d acts were answered", m.acts)
}
