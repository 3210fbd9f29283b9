package press

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dateline/internal/news"
)

// model is a newsroom reduced to what matters here: stories with a version, a
// box that shows a version, and a ledger. Version v of a subject exists from the
// row that made it, so a page can be judged against a position.
type model struct {
	mu       sync.Mutex
	versions [modelSubjects]int64
	history  []modelRow // by Seq-1
}

type modelRow struct {
	subject int
	version int64
	urgent  bool
}

const (
	modelSubjects = 6 // subject 0 is the box on every page
	modelBox      = 0
)

func modelTag(subject int) string { return fmt.Sprint("subject:", subject) }

// act makes a new version and its row, like one transaction.
func (m *model) act(subject int, urgent bool) (seq, version int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.versions[subject]++
	m.history = append(m.history, modelRow{subject, m.versions[subject], urgent})
	return int64(len(m.history)), m.versions[subject]
}

func (m *model) read(subject int) int64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.versions[subject]
}

// after returns the rows that follow a position, at most a few at once.
func (m *model) after(seq int64) (rows []news.LedgerRow) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := seq; i < int64(len(m.history)) && len(rows) < 8; i++ {
		h := m.history[i]
		rows = append(rows, news.LedgerRow{Seq: i + 1, Tags: []string{modelTag(h.subject)}, Urgent: h.urgent})
	}
	return rows
}

// due is the version of a subject that a page read at a position must show:
// the newest up to there, or up to the newest urgent row for what it holds softly.
func (m *model) due(subject int, position int64, urgentOnly bool) (version int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, h := range slices.Backward(m.history[:position]) {
		if h.subject == subject && (h.urgent || !urgentOnly) {
			return h.version
		}
	}
	return 0
}

// follow applies what the ledger has beyond the position, as acts and
// followers do, together and in any order.
func (m *model) follow(p *Press) error {
	for {
		rows := m.after(p.Position())
		if len(rows) == 0 {
			return nil
		}
		if err := p.Apply(rows); err != nil && news.KindOf(err) != news.Conflict {
			return err
		}
	}
}

var errModel = errors.New("the database is away")

// fill reads its subjects one after the other, with others acting in between.
func (m *model) fill(subject int, trouble func() int) Fill {
	return func(context.Context) (Page, error) {
		story := m.read(subject)
		for range trouble() % 4 {
			runtime.Gosched()
		}
		box := m.read(modelBox)
		switch trouble() {
		case 0:
			return Page{}, errModel
		case 1:
			panic(errModel)
		}
		runtime.Gosched()
		return Page{
			Body: fmt.Appendf(nil, "%d %d", story, box),
			Tags: append(hard(modelTag(subject)), soft(modelTag(modelBox))...),
		}, nil
	}
}

// request reads one page and judges it by the position before it.
func (m *model) request(p *Press, subject int, trouble func() int) (err error) {
	defer func() {
		if v := recover(); v != nil && v != any(errModel) {
			panic(v)
		}
	}()
	position := p.Position()
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	if err := p.Serve(w, r, fmt.Sprint("/", subject), m.fill(subject, trouble)); err != nil {
		if errors.Is(err, errModel) || errors.Is(err, errPanicked) {
			return nil
		}
		return err
	}
	var story, box int64
	if _, err := fmt.Sscan(w.Body.String(), &story, &box); err != nil {
		return fmt.Errorf("page %q: %w", w.Body, err)
	}
	if due := m.due(subject, position, false); story < due {
		return fmt.Errorf("subject %d at position %d: version %d, due %d", subject, position, story, due)
	}
	if due := m.due(modelBox, position, true); box < due {
		return fmt.Errorf("the box at position %d: version %d, urgently due %d", position, box, due)
	}
	return nil
}

// TestNoReaderSeesAnythingOlderThanAnAnsweredAct lets acts, two followers and
// readers of two processes run against each other. One process acts and must be
// up to date at once; the other follows when it gets to it.
func TestNoReaderSeesAnythingOlderThanAnAnsweredAct(t *testing.T) {
	acting := newHouse(t, func(o *Options) { o.MaxBytes = 4_800; o.RefreshEvery = time.Nanosecond })
	following := newHouse(t, func(o *Options) { o.RefreshEvery = time.Nanosecond })
	acting.opt.Now, following.opt.Now = time.Now, time.Now
	m := &model{}
	var actors, others sync.WaitGroup
	var stop atomic.Bool
	report := func(err error) {
		if err != nil && !stop.Swap(true) {
			t.Error(err)
		}
	}
	for seed := range uint64(2) {
		actors.Go(func() { report(m.actAndCheck(acting.Press, rand.New(rand.NewPCG(seed, 2)), &stop)) })
	}
	for seed := range uint64(6) {
		others.Go(func() {
			rnd := rand.New(rand.NewPCG(seed, 3))
			p := []*Press{acting.Press, following.Press}[seed%2]
			for !stop.Load() {
				report(m.request(p, 1+rnd.IntN(modelSubjects-1), func() int { return rand.IntN(60) }))
			}
		})
	}
	others.Go(func() {
		for !stop.Load() {
			report(m.follow(following.Press))
			runtime.Gosched()
		}
	})
	actors.Wait()
	stop.Store(true)
	others.Wait()
	m.settle(t, acting, following)
}

// actAndCheck acts, applies, and reads what it wrote: the answered act.
func (m *model) actAndCheck(p *Press, rnd *rand.Rand, stop *atomic.Bool) error {
	for i := 0; i < 1000 && !stop.Load(); i++ {
		subject := rnd.IntN(modelSubjects)
		seq, _ := m.act(subject, rnd.IntN(10) == 0)
		if err := m.follow(p); err != nil {
			return err
		}
		if p.Position() < seq {
			return fmt.Errorf("position %d after the act %d was applied", p.Position(), seq)
		}
		if rnd.IntN(200) == 0 {
			p.DropAll()
		}
		if err := m.request(p, max(subject, 1), func() int { return 9 }); err != nil {
			return err
		}
	}
	return nil
}

// settle asserts that, once nothing happens any more, every page comes to show
// the newest version of what it holds softly.
func (m *model) settle(t *testing.T, houses ...*house) {
	t.Helper()
	var evicted int64
	defer func() {
		if evicted == 0 {
			t.Error("nothing was evicted")
		}
	}()
	for _, h := range houses {
		if err := m.follow(h.Press); err != nil {
			t.Fatal(err)
		}
		calm := func() int { return 9 }
		for subject := 1; subject < modelSubjects; subject++ {
			key := fmt.Sprint("/", subject)
			for range 2 { // the second request comes after the refresh that the first one began
				h.get(key, m.fill(subject, calm))
				h.work.Wait()
			}
			h.want(h.get(key, m.fill(subject, calm)), fmt.Sprint(m.read(subject), " ", m.read(modelBox)))
		}
		h.check()
		if len(h.runs) != 0 {
			t.Errorf("%d runs are left", len(h.runs))
		}
		c := h.Counts()
		t.Logf("%+v", c)
		evicted += c.Evicted
		if c.Hits == 0 || c.Misses == 0 || c.Stale == 0 || c.Dropped == 0 || c.Discarded == 0 {
			t.Errorf("too little happened: %+v", c)
		}
	}
}
