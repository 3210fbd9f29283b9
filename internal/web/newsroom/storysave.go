package newsroom

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"reflect"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/web"
)

// maxStoryForm bounds a story's form in bytes: the longest text that an editor
// may send, where each byte takes three in a form.
const maxStoryForm = 3*prose.MaxEdited + web.DefaultMaxBody

// storyCreate begins a story with what was typed.
func (n *Newsroom) storyCreate(w http.ResponseWriter, r *http.Request) error {
	f, err := formOf(r)
	if err != nil {
		return err
	}
	e, err := n.editionNamed(r, r.URL.Query().Get("edition"))
	if err != nil {
		return err
	}
	p := &storyPage{Fresh: true, MaySave: true, Form: typedStory(f), Action: r.URL.RequestURI()}
	c, notes, err := n.contentOf(r.Context(), actorOf(r), p.Form, news.Piece{Story: news.Story{Edition: e.ID}})
	if err != nil {
		return n.refuse(w, r, p, e.ID, err)
	}
	s, err := n.Desk.Draft(r.Context(), actorOf(r), desk.Start{Edition: e.ID, Content: c, Confidential: f.flag("confidential")})
	if err != nil {
		return n.refuse(w, r, p, e.ID, err)
	}
	return n.saved(w, r, s.ID, notes)
}

// storySave keeps a new revision of a story.
func (n *Newsroom) storySave(w http.ResponseWriter, r *http.Request) error {
	id, err := idOf(r)
	if err != nil {
		return err
	}
	f, err := formOf(r)
	if err != nil {
		return err
	}
	now, err := n.Desk.Working(r.Context(), actorOf(r), id)
	if err != nil {
		return err
	}
	p := &storyPage{Story: now.Story, MaySave: true, Form: typedStory(f), Action: storyPath(id)}
	c, notes, err := n.contentOf(r.Context(), actorOf(r), p.Form, now)
	if err != nil {
		p.Story.Version = f.number("version")
		return n.refuse(w, r, p, now.Edition, err)
	}
	_, err = n.Desk.Save(r.Context(), actorOf(r), desk.Target{Story: id, Version: f.number("version")}, c)
	switch {
	case stale(err) && sameContent(c, now.Revision.Content):
		return n.saved(w, r, id, nil) // sent twice
	case stale(err):
		return n.clash(w, r, p, now, err)
	case err != nil:
		p.Story.Version = f.number("version")
		return n.refuse(w, r, p, now.Edition, err)
	}
	return n.saved(w, r, id, notes)
}

// stale says whether somebody else was first.
func stale(err error) bool {
	var e *news.Error
	return errors.As(err, &e) && e.Kind == news.Conflict && e.Field == "version"
}

// sameContent says whether a story says already what was typed.
func sameContent(typed, kept news.Content) bool {
	if typed.Slug == "" {
		typed.Slug = kept.Slug
	}
	return reflect.DeepEqual(typed, kept)
}

// contentOf makes content of what was typed over a story as it is.
func (n *Newsroom) contentOf(ctx context.Context, actor news.Actor, typed storyForm, now news.Piece) (c news.Content, notes []prose.Note, err error) {
	if c, err = typed.content(now.Revision.Content); err != nil {
		return c, nil, err
	}
	all, err := n.Desk.Editions(ctx)
	if err != nil {
		return c, nil, err
	}
	if c.Text, notes, err = readText(typed.Text, editionOf(all, now.Edition)); err != nil {
		return c, nil, err
	}
	if c.Related, err = n.relatedOf(ctx, actor, typed.Related); err != nil {
		return c, nil, err
	}
	c.Tags, err = n.tagsOf(ctx, actor, now.Edition, typed.Tags)
	return c, notes, err
}

// refuse shows the form as it was typed, with what is wrong beside the field.
func (n *Newsroom) refuse(w http.ResponseWriter, r *http.Request, p *storyPage, edition news.ID, cause error) error {
	switch news.KindOf(cause) {
	case news.Invalid, news.Conflict, news.TooLarge, news.Forbidden:
	default:
		return cause
	}
	p.Trouble = troubleOf(r, cause)
	if err := n.openStory(r, p, edition, nil); err != nil {
		return err
	}
	if !p.Fresh {
		if err := n.besides(r, p); err != nil {
			return err
		}
	}
	return n.show(w, p.Trouble.Status, "story", p)
}

// saved leads to the story, with what was changed on the way in.
func (n *Newsroom) saved(w http.ResponseWriter, r *http.Request, id news.ID, notes []prose.Note) error {
	path := storyPath(id)
	if len(notes) > 0 {
		path += "?" + url.Values{"notes": {n.memos.keep(notes)}}.Encode()
	}
	return seeOther(w, r, path, "saved")
}
