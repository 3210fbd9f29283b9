package apptest

import (
	"time"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/store"
)

// target names a story as it stands now.
func (n *Newsroom) target(story news.ID) desk.Target {
	n.t.Helper()
	return desk.Target{Story: story, Version: n.Standing(story).Version}
}

// Standing is a story as it stands now.
func (n *Newsroom) Standing(story news.ID) news.Story {
	n.t.Helper()
	return must[news.Story](n.t)(n.Desk.Story(n.ctx(), news.System, story))
}

// Draft begins a story.
func (n *Newsroom) Draft(edition string, c news.Content) news.ID {
	n.t.Helper()
	return n.Begin(desk.Start{Edition: n.Editions[edition].ID, Content: c})
}

// Begin begins a story that has more to it than its content.
func (n *Newsroom) Begin(o desk.Start) news.ID {
	n.t.Helper()
	return must[news.Story](n.t)(n.Desk.Draft(n.ctx(), news.System, o)).ID
}

// Publish publishes a story.
func (n *Newsroom) Publish(story news.ID) news.Story {
	n.t.Helper()
	return must[news.Story](n.t)(n.Desk.Publish(n.ctx(), news.System, n.target(story)))
}

// Published drafts a story and publishes it.
func (n *Newsroom) Published(edition string, c news.Content) news.Story {
	n.t.Helper()
	return n.Publish(n.Draft(edition, c))
}

// Save gives a story new content.
func (n *Newsroom) Save(story news.ID, c news.Content) {
	n.t.Helper()
	must[news.Story](n.t)(n.Desk.Save(n.ctx(), news.System, n.target(story), c))
}

// Schedule has a story published after a time.
func (n *Newsroom) Schedule(story news.ID, after time.Duration) {
	n.t.Helper()
	at := news.InstantOf(n.Clock.Now().Add(after))
	must[news.Story](n.t)(n.Desk.Schedule(n.ctx(), news.System, n.target(story), at))
}

// Update shows a published story's working revision as news.
func (n *Newsroom) Update(story news.ID, told string) {
	n.t.Helper()
	must[news.Story](n.t)(n.Desk.Update(n.ctx(), news.System, n.target(story), desk.Telling{Text: told}))
}

// Correct shows a published story's working revision as a correction.
func (n *Newsroom) Correct(story news.ID, kind news.NoteKind, told string) {
	n.t.Helper()
	must[news.Story](n.t)(n.Desk.Correct(n.ctx(), news.System, n.target(story), kind, desk.Telling{Text: told}))
}

// Fix shows a published story's working revision without a word.
func (n *Newsroom) Fix(story news.ID) {
	n.t.Helper()
	must[news.Story](n.t)(n.Desk.Fix(n.ctx(), news.System, n.target(story)))
}

// Retract takes a story back.
func (n *Newsroom) Retract(story news.ID, reason string) {
	n.t.Helper()
	must[news.Story](n.t)(n.Desk.Retract(n.ctx(), news.System, n.target(story), reason))
}

// Withdraw destroys a story, and the files that nothing else shows.
func (n *Newsroom) Withdraw(story news.ID) {
	n.t.Helper()
	_, blobs, err := n.Desk.Withdraw(n.ctx(), news.System, n.target(story))
	if err != nil {
		n.t.Fatalf("%v", err)
	}
	for _, b := range blobs {
		if err := n.blobs.Remove(n.ctx(), b); err != nil {
			n.t.Fatalf("%v", err)
		}
	}
}

// Put orders a curated list by hand.
func (n *Newsroom) Put(list, edition string, stories ...news.ID) {
	n.t.Helper()
	var order []news.Placement
	for _, id := range stories {
		order = append(order, news.Placement{Subject: news.Subject{Noun: news.NounStory, ID: id}})
	}
	l := n.Lists[list][edition]
	n.Lists[list][edition] = must[news.Curated](n.t)(n.Desk.Place(n.ctx(), news.System, l.ID, l.Version, order))
}

// Tag adds a tag to an edition.
func (n *Newsroom) Tag(edition, slug, name string) news.Tag {
	n.t.Helper()
	return must[news.Tag](n.t)(n.Desk.SettleTag(n.ctx(), news.System, news.Tag{Edition: n.Editions[edition].ID, Slug: slug, Name: name}))
}

// Person adds a person who is called and described in the same way in every
// edition.
func (n *Newsroom) Person(slug, name, bio string) news.Person {
	n.t.Helper()
	names := map[string]news.PersonName{}
	for _, e := range n.Editions {
		names[e.Language] = news.PersonName{Name: name, Bio: bio}
	}
	return must[news.Person](n.t)(n.Desk.SettlePerson(n.ctx(), news.System, news.Person{Slug: slug, Names: names}))
}

// Lead has a former address lead to something.
func (n *Newsroom) Lead(path string, to news.Subject) {
	n.t.Helper()
	err := n.store.Write(n.ctx(), func(tx *store.Tx) error { return tx.Redirects().Keep(n.ctx(), path, to.String()) })
	if err != nil {
		n.t.Fatalf("%v", err)
	}
}
