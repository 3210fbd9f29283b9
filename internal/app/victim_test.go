package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"time"

	"dateline/internal/apptest"
	"dateline/internal/desk"
	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/store"
)

// victimCommand is the first argument by which the tests' program performs
// acts until it is killed: victim FOLDER [DATABASE]. It writes each act that
// was answered, a line of JSON each, and nothing that was not.
const victimCommand = "act-until-killed"

// acknowledged is what the victim was answered.
type acknowledged struct {
	Act      string        `json:"act"`
	Story    news.ID       `json:"story,omitempty"`
	List     news.ID       `json:"list,omitempty"`
	Picture  news.ID       `json:"picture,omitempty"`
	Version  int64         `json:"version"`
	Standing news.Standing `json:"standing,omitempty"`
	Stage    news.Stage    `json:"stage,omitempty"`
	Working  news.ID       `json:"working,omitempty"`
	Public   news.ID       `json:"public,omitempty"`
	Headline string        `json:"headline,omitempty"`
	Blob     string        `json:"blob,omitempty"`
	// Head is a ledger number that was there when the act had been answered.
	Head int64 `json:"head"`
}

// unlucky performs acts.
type unlucky struct {
	ctx     context.Context
	store   *store.Store
	desk    *desk.Desk
	library *library.Library
	edition news.Edition
	section news.Section
	list    news.Curated
	stories []news.Story
}

// victim runs until it is killed, or until its database is: it returns 0 then.
func victim(args []string) int {
	u := &unlucky{ctx: context.Background()}
	err := u.enter(args)
	for err == nil {
		err = u.something()
	}
	fmt.Fprintln(os.Stderr, err)
	if k := news.KindOf(err); k == news.Unavailable || k == news.Internal {
		return 0
	}
	return 1 // an act that the newsroom should have taken was refused
}

func (u *unlucky) enter(args []string) (err error) {
	o := store.Options{Dir: args[0]}
	if len(args) > 1 {
		o.Database = args[1]
	}
	if u.store, err = store.Open(u.ctx, o); err != nil {
		return err
	}
	blobs, err := library.OpenFolder(args[0]+"/blobs", time.Now)
	if err != nil {
		return err
	}
	u.desk, u.library = desk.New(u.store), library.New(library.Options{Store: u.store, Blobs: blobs})
	err = u.store.Read(u.ctx, func(tx *store.Tx) (err error) {
		if u.edition, err = tx.Editions().ByName(u.ctx, "en"); err != nil {
			return err
		}
		if u.list, err = tx.Lists().ByKey(u.ctx, u.edition.ID, "front"); err != nil {
			return err
		}
		u.section, err = tx.Sections().BySlug(u.ctx, u.edition.ID, "news")
		return err
	})
	return err
}

// something performs one act, or a few schedules.
func (u *unlucky) something() error {
	switch n := rand.IntN(40); {
	case n == 0:
		return u.picture()
	case n < 3:
		return u.place()
	case n < 6:
		return u.due()
	case len(u.stories) == 0 || n < 14:
		return u.draft()
	default:
		return u.act(rand.IntN(len(u.stories)))
	}
}

func (u *unlucky) content() news.Content {
	headline := "Headline " + news.NewID().String()
	return news.Content{Kind: news.KindNews, Section: u.section.ID, Headline: headline, Text: apptest.Text(headline, "It happened.")}
}

func (u *unlucky) draft() error {
	c := u.content()
	s, err := u.desk.Draft(u.ctx, news.System, desk.Start{Edition: u.edition.ID, Content: c})
	if err != nil {
		return err
	}
	u.stories = append(u.stories, s)
	return u.answered("draft", s, c.Headline)
}

// act performs one of the acts that are open to a story.
func (u *unlucky) act(i int) error {
	s := u.stories[i]
	open := s.Open()
	if len(open) == 0 || s.Stage == news.Scheduled { // the schedule may be faster
		return nil
	}
	act, headline := open[rand.IntN(len(open))], ""
	if act == news.ActSave {
		c := u.content()
		headline = c.Headline
		var err error
		if s, err = u.desk.Save(u.ctx, news.System, desk.Target{Story: s.ID, Version: s.Version}, c); err != nil {
			return err
		}
	} else {
		var err error
		if s, err = u.perform(act, desk.Target{Story: s.ID, Version: s.Version}); err != nil {
			return fmt.Errorf("%s: %w", act, err)
		}
	}
	u.stories[i] = s
	return u.answered(string(act), s, headline)
}

func (u *unlucky) perform(act news.Act, t desk.Target) (s news.Story, err error) {
	ctx, by, told := u.ctx, news.System, desk.Telling{Text: "What changed."}
	switch act {
	case news.ActSubmit:
		return u.desk.Submit(ctx, by, t)
	case news.ActSendBack:
		return u.desk.SendBack(ctx, by, t, "Once more.")
	case news.ActApprove:
		return u.desk.Approve(ctx, by, t)
	case news.ActSchedule:
		return u.desk.Schedule(ctx, by, t, news.InstantOf(time.Now().Add(20*time.Millisecond)))
	case news.ActEmbargo:
		return u.desk.Embargo(ctx, by, t, 0)
	case news.ActDelist:
		return u.desk.Delist(ctx, by, t)
	case news.ActRelist:
		return u.desk.Relist(ctx, by, t)
	case news.ActPublish:
		return u.desk.Publish(ctx, by, t)
	case news.ActUpdate:
		return u.desk.Update(ctx, by, t, told)
	case news.ActCorrect:
		return u.desk.Correct(ctx, by, t, news.Correction, told)
	case news.ActFix:
		return u.desk.Fix(ctx, by, t)
	case news.ActRetract:
		return u.desk.Retract(ctx, by, t, "It was not so.")
	case news.ActWithdraw:
		s, _, err = u.desk.Withdraw(ctx, by, t)
		return s, err
	}
	return s, news.Errorf(news.Invalid, "act", "the tests do not know how to perform it")
}

// due publishes what is scheduled, and says how those stories stand now.
func (u *unlucky) due() error {
	if _, err := u.desk.PublishDue(u.ctx); err != nil {
		return err
	}
	for i, s := range u.stories {
		if s.Stage != news.Scheduled {
			continue
		}
		now, err := u.desk.Story(u.ctx, news.System, s.ID)
		if err != nil {
			return err
		}
		if u.stories[i] = now; now.Version == s.Version {
			continue
		}
		if err := u.answered("due", now, ""); err != nil {
			return err
		}
	}
	return nil
}

func (u *unlucky) place() error {
	var order []news.Placement
	for _, s := range u.stories {
		if s.Standing == news.Published && len(order) < u.list.Size {
			order = append(order, news.Placement{Subject: news.Subject{Noun: news.NounStory, ID: s.ID}})
		}
	}
	l, err := u.desk.Place(u.ctx, news.System, u.list.ID, u.list.Version, order)
	if err != nil {
		return err
	}
	u.list = l
	return u.tell(acknowledged{Act: "place", List: l.ID, Version: l.Version})
}

func (u *unlucky) picture() error {
	m := image.NewGray(image.Rect(0, 0, 64, 48))
	for i := range m.Pix {
		m.Pix[i] = byte(rand.IntN(256))
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		return err
	}
	p, err := u.library.Add(u.ctx, news.System, library.Upload{Name: "noise.jpg", Reader: &b, Proof: true})
	if err != nil {
		return err
	}
	return u.tell(acknowledged{Act: "picture", Picture: p.ID, Version: p.Version, Blob: p.Blob})
}

// answered tells of an act on a story.
func (u *unlucky) answered(act string, s news.Story, headline string) error {
	return u.tell(acknowledged{
		Act: act, Story: s.ID, Version: s.Version, Standing: s.Standing, Stage: s.Stage, Working: s.Working, Public: s.Public, Headline: headline,
	})
}

func (u *unlucky) tell(a acknowledged) error {
	err := u.store.Read(u.ctx, func(tx *store.Tx) (err error) {
		a.Head, err = tx.Ledger().Head(u.ctx)
		return err
	})
	if err != nil {
		a.Head = 0 // the act was answered all the same
	}
	line, e := json.Marshal(a)
	if e != nil {
		return e
	}
	if _, e := os.Stdout.Write(append(line, '\n')); e != nil {
		return e
	}
	return err
}
