package wire

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"dateline/internal/desk"
	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/store"
)

// maxPath is the longest former address that is kept, in bytes.
const maxPath = store.MaxPath

// admission is one batch on its way through its transaction.
type admission struct {
	ctx    context.Context
	run    *run
	in     *desk.Intake
	tx     *store.Tx
	counts []Tally
	told   []Entry
}

// admit admits a batch, and tells of it once it is there.
func (r *run) admit(ctx context.Context, b batch) error {
	a := &admission{ctx: ctx, run: r}
	err := r.Desk.Import(ctx, news.System, func(in *desk.Intake) error {
		a.in, a.tx = in, in.Tx()
		return a.through(b)
	})
	if err != nil && !errors.Is(err, errDry) {
		return err
	}
	for _, t := range a.counts {
		r.report.tally(t.What).plus(t)
	}
	for _, e := range slices.Concat(b.entries, a.told) {
		r.report.add(e)
		if r.Tell == nil {
			continue
		}
		if err := r.Tell(e); err != nil {
			return fmt.Errorf("write report: %w", err)
		}
	}
	r.progress(b.read)
	return nil
}

func (a *admission) through(b batch) error {
	if a.run.DryRun && a.run.makes {
		if _, err := a.in.Edition(a.ctx, a.run.edition); err != nil {
			return err
		}
	}
	for _, it := range b.items {
		if err := a.item(it); err != nil {
			return err
		}
	}
	if a.run.DryRun {
		return errDry
	}
	return nil
}

func (r *run) progress(read int64) {
	r.done += read
	if r.Progress != nil {
		stories := 0
		for _, t := range r.report.Tallies {
			if t.What == "stories" || t.What == "pages" {
				stories += t.New + t.Changed
			}
		}
		r.Progress(Progress{Items: r.done, Of: r.survey.found, Stories: stories})
	}
}

// count counts what became of a thing.
func (a *admission) count(what string) *Tally {
	i := slices.IndexFunc(a.counts, func(t Tally) bool { return t.What == what })
	if i < 0 {
		i = len(a.counts)
		a.counts = append(a.counts, Tally{What: what})
	}
	return &a.counts[i]
}

func (t *Tally) plus(o Tally) {
	t.New += o.New
	t.Changed += o.Changed
	t.Unchanged += o.Unchanged
	t.Kept += o.Kept
	t.LeftOut += o.LeftOut
}

// item admits one arrival with its pictures, addresses and comments.
func (a *admission) item(it *arrival) error {
	for _, p := range it.prints {
		if err := a.print(p); err != nil {
			return err
		}
	}
	a.told = append(a.told, it.entries...)
	if it.story == nil {
		if it.sort != "" {
			a.count(it.sort).LeftOut++
		}
		return a.addresses(it, a.run.ids.of(kindItem, it.leadsTo))
	}
	before, made, err := a.before(kindItem, it.key)
	if err != nil {
		return err
	}
	id := it.story.ID
	switch {
	case !made:
		err = a.enter(it)
	case before.Digest == it.digest:
		id = before.Subject.ID
		a.count(it.sort).Unchanged++
	default:
		id = before.Subject.ID
		err = a.revise(it, id)
	}
	if err != nil || it.story == nil { // it was refused
		return err
	}
	return a.remarks(it, id, made)
}

// before returns what an earlier run made of a thing, if it made anything.
func (a *admission) before(kind, key string) (m store.Made, made bool, err error) {
	m, err = a.tx.Imported().Find(a.ctx, a.run.source, kind, key)
	if news.KindOf(err) == news.NotFound {
		return m, false, nil
	}
	return m, err == nil, err
}

// keep remembers what became of a thing.
func (a *admission) keep(kind, key string, s news.Subject, digest [32]byte) error {
	a.in.Touch()
	return a.tx.Imported().Keep(a.ctx, a.run.source, kind, key, store.Made{Subject: s, Digest: digest})
}

// enter admits a story that never came before.
func (a *admission) enter(it *arrival) error {
	if err := a.shelve(it); err != nil {
		return err
	}
	s, err := a.in.Story(a.ctx, *it.story)
	if refusal(err) {
		return a.refuse(it, err)
	}
	if err != nil {
		return err
	}
	a.count(it.sort).New++
	if err := a.keep(kindItem, it.key, news.Subject{Noun: news.NounStory, ID: s.ID}, it.digest); err != nil {
		return err
	}
	if it.sticky && s.Standing == news.Published {
		if err := a.front(it, s.ID); err != nil {
			return err
		}
	}
	target := news.Subject{Noun: news.NounStory, ID: s.ID}.String()
	a.in.Touch(a.run.misses...)
	for _, path := range it.addresses { // nothing of them was kept before
		if err := a.tx.Redirects().Keep(a.ctx, path, target); err != nil {
			return err
		}
	}
	return nil
}

// refusal says whether an error is about the thing itself, found before
// anything was written.
func refusal(err error) bool {
	return err != nil && (news.KindOf(err) == news.Invalid || news.KindOf(err) == news.TooLarge)
}

func (a *admission) refuse(it *arrival, err error) error {
	a.count(it.sort).LeftOut++
	a.tell(it, LeftOut, "An item was left out: a story cannot hold it.", plainly(err))
	it.story = nil
	return nil
}

// tell adds an entry about an item, named by its key and headline.
func (a *admission) tell(it *arrival, g Group, what, why string) {
	a.told = append(a.told, Entry{Group: g, Item: it.id, Title: it.story.Content.Headline, What: what, Why: why, Count: 1})
}

// revise brings a changed version of a story that came before.
func (a *admission) revise(it *arrival, id news.ID) error {
	if err := a.shelve(it); err != nil {
		return err
	}
	err := a.in.Revise(a.ctx, id, *it.story)
	if news.KindOf(err) == news.Conflict && err != nil && !errors.Is(err, store.ErrStale) {
		a.count(it.sort).Kept++
		a.tell(it, Kept, plainly(err), "")
		return nil
	}
	if refusal(err) {
		return a.refuse(it, err)
	}
	if err != nil {
		return err
	}
	a.count(it.sort).Changed++
	if err := a.keep(kindItem, it.key, news.Subject{Noun: news.NounStory, ID: id}, it.digest); err != nil {
		return err
	}
	return a.addresses(it, id)
}

// addresses has the old addresses lead to a story.
func (a *admission) addresses(it *arrival, story news.ID) error {
	target := news.Subject{Noun: news.NounStory, ID: story}.String()
	for _, path := range it.addresses {
		if err := a.lead(path, target); err != nil {
			return err
		}
	}
	return nil
}

// lead keeps a former address, unless it leads there already.
func (a *admission) lead(path, target string) error {
	there, err := a.tx.Redirects().Target(a.ctx, path)
	if err == nil && there == target {
		return nil
	}
	if err != nil && news.KindOf(err) != news.NotFound {
		return err
	}
	a.in.Touch(a.run.misses...)
	return a.tx.Redirects().Keep(a.ctx, path, target)
}

// print enters a picture.
func (a *admission) print(p print) error {
	a.count("pictures").New++
	if p.made != nil {
		if err := library.Enter(a.ctx, a.tx, *p.made); err != nil {
			return err
		}
	}
	a.in.Touch(news.TagOf(news.NounPicture, p.id))
	return a.keep(kindPicture, p.key, news.Subject{Noun: news.NounPicture, ID: p.id}, [32]byte{})
}

// frontList is the curated list in which the front page's first stories stand.
const (
	frontList = "front"
	frontSize = 10
)

// front places a story that stood first on the old site's front page.
func (a *admission) front(it *arrival, story news.ID) error {
	l := news.Curated{Edition: a.run.edition.ID, Key: frontList, Name: "Front page", Size: frontSize, Tail: news.TailLatest}
	placed, err := a.in.Front(a.ctx, l, story)
	if err == nil && !placed {
		a.tell(it, LeftOut, "A sticky post was not placed on the front page, where there is no room left.", "")
	}
	return err
}

// remarks admits the comments that are not there yet.
func (a *admission) remarks(it *arrival, story news.ID, known bool) error {
	if len(it.remarks) == 0 {
		return nil
	}
	if known {
		before, made, err := a.before(kindComments, it.key)
		if err != nil {
			return err
		}
		if made && before.Digest == it.remarked {
			a.count("comments").Unchanged += len(it.remarks)
			return nil
		}
		if open, err := a.open(story); err != nil || !open {
			return err
		}
	}
	for _, m := range it.remarks {
		if err := a.remark(m, story, known); err != nil {
			return err
		}
	}
	return a.keep(kindComments, it.key, news.Subject{Noun: news.NounStory, ID: story}, it.remarked)
}

// open says whether comments may still come below a story.
func (a *admission) open(story news.ID) (bool, error) {
	s, err := a.tx.Stories().ByID(a.ctx, story)
	return err == nil && s.Standing != news.Withdrawn && s.Standing != news.Retracted, err
}

func (a *admission) remark(m remark, story news.ID, known bool) error {
	if known {
		_, made, err := a.before(kindComment, m.key)
		if err != nil {
			return err
		}
		if made {
			a.count("comments").Unchanged++
			return nil
		}
	}
	m.comment.Story = story
	if err := a.tx.Comments().Add(a.ctx, m.comment); err != nil {
		return err
	}
	a.count("comments").New++
	return a.keep(kindComment, m.key, news.Subject{Noun: news.NounComment, ID: m.comment.ID}, [32]byte{})
}
