package apptest

import (
	"context"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dateline/internal/news"
)

// How much the race is.
const (
	raceActs    = 1000
	raceReaders = 8
	raceSlots   = 5
	// raceLag is by how much another process may be behind: one poll, and
	// what a busy machine under the race detector adds to it.
	raceLag = 4 * time.Second
	// racePause is between two reads of one reader: without it cached pages
	// would leave no time to whoever acts.
	racePause = time.Millisecond
	// raceHops is how many redirects a reader follows: each may lead to an
	// address that the next act has made a former one.
	raceHops = 10
)

// slot is one story of the race, and the one that follows it when it is
// retracted. The number of its last act stands in its headline.
type slot struct {
	name     string
	answered atomic.Int64           // the last act that was answered
	path     atomic.Pointer[string] // where its present story stands
	gone     atomic.Pointer[string] // where its last retracted story stands

	story   news.Story
	mu      sync.Mutex
	history []time.Time // when each act was answered
}

// race is acts in one process and readers in two.
type race struct {
	t       *testing.T
	acts    int
	acting  *House
	others  []*House
	slots   []*slot
	leads   []string // names of the slots that were placed on top, by act
	placing atomic.Int64
	placed  atomic.Int64
	leadMu  sync.Mutex
	reads   atomic.Int64
	lag     atomic.Int64 // the longest seen in another process
}

// TestFreshUnderRacePostgres lets two processes share a database. No reader of
// the acting one ever sees a state older than an act that was answered; the
// other follows within a poll, and ends in the same state.
func TestFreshUnderRacePostgres(t *testing.T) {
	t.Parallel()
	place := Place(t, Postgres)
	clock := newClock()
	acting, other := Join(t, place, time.Now), Join(t, place, time.Now)
	acting.Newsroom = newNewsroom(t, clock, acting.App)
	(&race{t: t, acts: raceActs / raceSlower[Postgres], acting: acting, others: []*House{other}}).run()
}

// TestFreshUnderRaceSQLite is the same in one process.
func TestFreshUnderRaceSQLite(t *testing.T) {
	t.Parallel()
	h := Join(t, Place(t, SQLite), time.Now)
	h.Newsroom = newNewsroom(t, newClock(), h.App)
	(&race{t: t, acts: raceActs / raceSlower[SQLite], acting: h}).run()
}

func (r *race) run() {
	for i := range raceSlots {
		s := &slot{name: fmt.Sprintf("slot%d", i)}
		r.slots = append(r.slots, s)
		r.begin(s)
	}
	r.place(0)
	ctx, stop := context.WithCancel(r.t.Context())
	defer stop()
	var running sync.WaitGroup
	for _, h := range append([]*House{r.acting}, r.others...) {
		running.Go(func() { h.App.Work(ctx) })
	}
	for i := range raceReaders {
		running.Go(func() { r.readOn(ctx, i) })
	}
	begun := time.Now()
	for n := range r.acts {
		if r.t.Failed() {
			break
		}
		r.act(n)
	}
	took := time.Since(begun)
	for _, h := range r.others {
		r.converge(h)
	}
	stop()
	running.Wait()
	r.t.Logf("%d acts in %v beside %d reads; another process was %v behind at most",
		r.acts, took.Round(time.Millisecond), r.reads.Load(), time.Duration(r.lag.Load()).Round(time.Millisecond))
	if r.reads.Load() < int64(r.acts) {
		r.t.Errorf("only %d reads beside %d acts: that is no race", r.reads.Load(), r.acts)
	}
	if lag := time.Duration(r.lag.Load()); lag > raceLag {
		r.t.Errorf("another process was %v behind", lag)
	}
}

// headline is what a slot says after its n-th act.
func (s *slot) headline(n int64) string { return fmt.Sprintf("Race %s act %d end", s.name, n) }

// told finds the acts that a page tells of.
var told = regexp.MustCompile(`Race (slot\d) act (\d+) end`)

// begin publishes a slot's next story.
func (r *race) begin(s *slot) {
	n := s.answered.Load() + 1
	s.story = r.acting.Published("en", r.acting.Story("en", s.headline(n)))
	r.answer(s, n)
}

// answer notes that an act was answered: from now on nobody may see less.
func (r *race) answer(s *slot, n int64) {
	e := r.acting.Editions["en"]
	path := e.StoryPath(s.story, fmt.Sprintf("race-%s-act-%d-end", s.name, n))
	s.path.Store(&path)
	s.mu.Lock()
	s.history = append(s.history, time.Now())
	s.mu.Unlock()
	s.answered.Store(n)
}

// act performs the n-th act of the race.
func (r *race) act(n int) {
	s := r.slots[n%raceSlots]
	switch {
	case n%11 == 7:
		r.place(n % 3)
		return
	case n%23 == 19 && s != r.slots[0] && s != r.slots[1] && s != r.slots[2]:
		gone := *s.path.Load()
		r.acting.Retract(s.story.ID, "It was not so.")
		s.gone.Store(&gone)
		r.begin(s)
		return
	}
	next := s.answered.Load() + 1
	r.acting.Save(s.story.ID, r.acting.Story("en", s.headline(next)))
	switch n % 3 {
	case 0:
		r.acting.Update(s.story.ID, "")
	case 1:
		r.acting.Correct(s.story.ID, news.Correction, "It was otherwise.")
	default:
		r.acting.Fix(s.story.ID)
	}
	r.answer(s, next)
}

// place puts one of the first slots, which are never retracted, on top of the
// front page.
func (r *race) place(i int) {
	r.leadMu.Lock()
	r.leads = append(r.leads, r.slots[i].name)
	r.leadMu.Unlock()
	n := r.placing.Add(1)
	r.acting.Put("front", "en", r.slots[i].story.ID)
	r.placed.Store(n)
}

// readOn reads until ctx ends: one reader in four in another process, where
// there is one.
func (r *race) readOn(ctx context.Context, i int) {
	for n := i; ctx.Err() == nil; n++ {
		time.Sleep(racePause)
		r.reads.Add(1)
		if i%4 == 3 && len(r.others) > 0 {
			r.readFar(r.others[0], n)
			continue
		}
		switch n % 4 {
		case 0:
			r.readList("/en/news/")
		case 1:
			r.readFront()
		case 2:
			r.readStory(r.slots[n/4%raceSlots])
		case 3:
			r.readGone(r.slots[n/4%raceSlots])
		}
	}
}

// page asks for a page that must be there.
func (r *race) page(h *House, path string) string {
	a := h.Fetch(r.t, path)
	for hops := 0; a.Status == http.StatusMovedPermanently && hops < raceHops; hops++ {
		a = h.Fetch(r.t, a.Header.Get("Location"))
	}
	if a.Status != http.StatusOK && a.Status != http.StatusGone {
		r.t.Errorf("%s: status %d", path, a.Status)
	}
	return string(a.Body)
}

// answeredNow is what every reader who asks from now on must see at least.
func (r *race) answeredNow() map[string]int64 {
	now := map[string]int64{}
	for _, s := range r.slots {
		now[s.name] = s.answered.Load()
	}
	return now
}

// readList reads a page of which all headlines are its own content.
func (r *race) readList(path string) { r.newer(path, r.answeredNow(), r.page(r.acting, path)) }

// newer fails the test for every headline that is older than what was
// answered before it was asked for.
func (r *race) newer(path string, least map[string]int64, body string) {
	for _, m := range told.FindAllStringSubmatch(body, -1) {
		n, _ := strconv.ParseInt(m[2], 10, 64)
		if n < least[m[1]] {
			r.t.Errorf("%s shows act %d of %s after act %d was answered", path, n, m[1], least[m[1]])
		}
	}
}

// readFront reads the front page: its lead is one that was placed no earlier
// than the last answered placing.
func (r *race) readFront() {
	least, from := r.answeredNow(), r.placed.Load()
	body := r.page(r.acting, "/en/")
	to := r.placing.Load()
	r.newer("/en/", least, body)
	m := told.FindStringSubmatch(body)
	if m == nil {
		r.t.Error("the front page has no lead")
		return
	}
	r.leadMu.Lock()
	defer r.leadMu.Unlock()
	for n := from; n <= to; n++ {
		if r.leads[n-1] == m[1] {
			return
		}
	}
	r.t.Errorf("%s leads the front page; placed since were %v", m[1], r.leads[from-1:to])
}

// readStory reads a slot's own page; what stands in boxes beside it may be
// some seconds old.
func (r *race) readStory(s *slot) {
	least, path := s.answered.Load(), *s.path.Load()
	body := r.page(r.acting, path)
	r.newer(path, map[string]int64{s.name: least}, firstHeading(body))
}

// readGone reads a retracted story: it is gone, and no page of the acting
// process shows its acts, in boxes neither.
func (r *race) readGone(s *slot) {
	path := s.gone.Load()
	if path == nil {
		return
	}
	a := r.acting.Fetch(r.t, *path)
	if a.Status != http.StatusGone {
		r.t.Errorf("%s: a retracted story answers %d", *path, a.Status)
	}
}

// heading is a page's own headline.
var heading = regexp.MustCompile(`(?s)<h1.*?</h1>`)

func firstHeading(body string) string { return heading.FindString(body) }

// readFar reads in another process, and notes by how long it is behind.
func (r *race) readFar(h *House, n int) {
	path := "/en/news/"
	if n%2 == 0 {
		path = "/en/"
	}
	asked := time.Now()
	body := r.page(h, path)
	for _, m := range told.FindAllStringSubmatch(body, -1) {
		shown, _ := strconv.ParseInt(m[2], 10, 64)
		for _, s := range r.slots {
			if s.name == m[1] {
				r.late(asked.Sub(s.replaced(shown, asked)))
			}
		}
	}
}

// replaced is when the act that followed the n-th was answered: since then
// the n-th is old.
func (s *slot) replaced(n int64, now time.Time) time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	if int(n) < len(s.history) {
		return s.history[n]
	}
	return now
}

func (r *race) late(d time.Duration) {
	for {
		old := r.lag.Load()
		if int64(d) <= old || r.lag.CompareAndSwap(old, int64(d)) {
			return
		}
	}
}

// converge waits until another process shows what was acted last.
func (r *race) converge(h *House) {
	deadline := time.Now().Add(10 * time.Second)
	for {
		same := true
		for _, s := range r.slots {
			body := firstHeading(r.page(h, *s.path.Load()))
			same = same && told.FindString(body) == s.headline(s.answered.Load())
		}
		if same {
			return
		}
		if time.Now().After(deadline) {
			r.t.Error("the other process never came to the same state")
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}
