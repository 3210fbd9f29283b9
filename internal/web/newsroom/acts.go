package newsroom

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"dateline/internal/desk"
	"dateline/internal/locale"
	"dateline/internal/news"
)

// actForm is an act that is open to the one who looks, with what it asks.
type actForm struct {
	Act, Label, About string
	Path              string
	Version           int64
	Typed             form // what was typed, where the act was refused
	Trouble           *trouble
	Zone              string // of the edition, for times
	Headline          string
	Open              bool // unfolded: refused, or the next step
}

// panelled are the acts of a story's panel in their order; saving is the form
// itself.
var panelled = []news.Act{
	news.ActSubmit, news.ActApprove, news.ActPublish, news.ActSchedule, news.ActUnschedule, news.ActEmbargo, news.ActSendBack,
	news.ActUpdate, news.ActCorrect, news.ActFix, news.ActDelist, news.ActRelist, news.ActRetract, news.ActWithdraw,
}

// openActs lists the acts that the state table and the role allow.
func (p *storyPage) openActs(actor news.Actor, r *http.Request) []actForm {
	open := p.Story.Open()
	var all []actForm
	for _, act := range panelled {
		if !slices.Contains(open, act) || !actor.MayOn(act, p.Story) || idle(act, p.Story) {
			continue
		}
		a := actForm{
			Act: string(act), Label: p.voice.phrases.Text("act." + string(act)), About: p.voice.phrases.Text("about." + string(act)),
			Path: storyPath(p.Story.ID) + "/" + string(act), Version: p.Story.Version, Zone: p.Edition.Zone, Headline: confirmation(p.Form.Headline, p.Story.ID),
		}
		if r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/"+string(act)) {
			a.Typed, a.Trouble, a.Open = form{r.PostForm}, p.Trouble, true
		}
		all = append(all, a)
	}
	return all
}

// idle says that an act would change nothing.
func idle(act news.Act, s news.Story) bool {
	return act == news.ActDelist && s.Delisted || act == news.ActRelist && !s.Delisted
}

// call is one act that was asked for.
type call struct {
	ctx    context.Context
	actor  news.Actor
	target desk.Target
	form   form
}

// perform runs an act on the story of the address. What stands in its way is
// shown on the story's page; what it did is said there.
func (n *Newsroom) perform(w http.ResponseWriter, r *http.Request, act news.Act, fn func(c call) (news.Story, error)) error {
	id, err := idOf(r)
	if err != nil {
		return err
	}
	f, err := formOf(r)
	if err != nil {
		return err
	}
	_, err = fn(call{r.Context(), actorOf(r), desk.Target{Story: id, Version: f.number("version")}, f})
	if err == nil {
		return seeOther(w, r, storyPath(id), string(act))
	}
	switch news.KindOf(err) {
	case news.Invalid, news.Conflict, news.Forbidden:
	default:
		return err
	}
	return n.refuseAct(w, r, err)
}

// refuseAct shows the story with what stood in the way of an act.
func (n *Newsroom) refuseAct(w http.ResponseWriter, r *http.Request, cause error) error {
	p, err := n.storyPage(r)
	if err != nil {
		return err
	}
	p.Trouble = troubleOf(r, cause)
	p.Beside.Acts = p.openActs(actorOf(r), r)
	return n.show(w, p.Trouble.Status, "story", p)
}

func (n *Newsroom) storySubmit(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActSubmit, func(c call) (news.Story, error) { return n.Desk.Submit(c.ctx, c.actor, c.target) })
}

func (n *Newsroom) storySendBack(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActSendBack, func(c call) (news.Story, error) {
		return n.Desk.SendBack(c.ctx, c.actor, c.target, c.form.text("why"))
	})
}

func (n *Newsroom) storyApprove(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActApprove, func(c call) (news.Story, error) { return n.Desk.Approve(c.ctx, c.actor, c.target) })
}

func (n *Newsroom) storySchedule(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActSchedule, func(c call) (news.Story, error) {
		at, err := n.appointed(c, "date", "time")
		if err != nil {
			return news.Story{}, err
		}
		return n.Desk.Schedule(c.ctx, c.actor, c.target, at)
	})
}

// storyEmbargo sets or moves an embargo; left empty, it lifts it.
func (n *Newsroom) storyEmbargo(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActEmbargo, func(c call) (news.Story, error) {
		if c.form.word("until-date") == "" && c.form.word("until-time") == "" {
			return n.Desk.Embargo(c.ctx, c.actor, c.target, 0)
		}
		until, err := n.appointed(c, "until-date", "until-time")
		if err != nil {
			return news.Story{}, err
		}
		return n.Desk.Embargo(c.ctx, c.actor, c.target, until)
	})
}

func (n *Newsroom) storyDelist(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActDelist, func(c call) (news.Story, error) { return n.Desk.Delist(c.ctx, c.actor, c.target) })
}

func (n *Newsroom) storyRelist(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActRelist, func(c call) (news.Story, error) { return n.Desk.Relist(c.ctx, c.actor, c.target) })
}

// appointed reads a time from two fields of a form; it is of the edition's
// zone and may be typed in any row of digits.
func (n *Newsroom) appointed(c call, day, clock string) (news.Instant, error) {
	s, err := n.Desk.Story(c.ctx, c.actor, c.target.Story)
	if err != nil {
		return 0, err
	}
	all, err := n.Desk.Editions(c.ctx)
	if err != nil {
		return 0, err
	}
	return readTime("at", c.form.word(day), c.form.word(clock), editionOf(all, s.Edition).Zone)
}

// readTime reads a day and a time of day in a zone.
func readTime(field, day, clock, zone string) (news.Instant, error) {
	where, err := time.LoadLocation(zone)
	if err != nil {
		return 0, err
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", locale.ParseDigits(day+" "+clock), where)
	if err != nil {
		return 0, news.Errorf(news.Invalid, field, "Write the day like 2026-11-23 and the time like 18:30.")
	}
	return news.InstantOf(at), nil
}

func (n *Newsroom) storyUnschedule(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActUnschedule, func(c call) (news.Story, error) { return n.Desk.Unschedule(c.ctx, c.actor, c.target) })
}

func (n *Newsroom) storyPublish(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActPublish, func(c call) (news.Story, error) { return n.Desk.Publish(c.ctx, c.actor, c.target) })
}

func (n *Newsroom) storyUpdate(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActUpdate, func(c call) (news.Story, error) {
		return n.Desk.Update(c.ctx, c.actor, c.target, desk.Telling{Text: c.form.text("note"), OnTop: c.form.flag("ontop")})
	})
}

func (n *Newsroom) storyCorrect(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActCorrect, func(c call) (news.Story, error) {
		told := desk.Telling{Text: c.form.text("note"), OnTop: c.form.flag("ontop")}
		return n.Desk.Correct(c.ctx, c.actor, c.target, news.NoteKind(c.form.word("kind")), told)
	})
}

func (n *Newsroom) storyFix(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActFix, func(c call) (news.Story, error) { return n.Desk.Fix(c.ctx, c.actor, c.target) })
}

func (n *Newsroom) storyRetract(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActRetract, func(c call) (news.Story, error) {
		return n.Desk.Retract(c.ctx, c.actor, c.target, c.form.text("reason"))
	})
}

// storyWithdraw destroys a story, once its headline was typed as a
// confirmation.
func (n *Newsroom) storyWithdraw(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, news.ActWithdraw, func(c call) (news.Story, error) {
		piece, err := n.Desk.Working(c.ctx, c.actor, c.target.Story)
		if err != nil {
			return news.Story{}, err
		}
		if locale.Key(c.form.text("confirm")) != locale.Key(confirmation(piece.Revision.Headline, piece.ID)) {
			return news.Story{}, news.Errorf(news.Invalid, "confirm", "Nothing was withdrawn: what you typed is not the headline. Type it as it stands.")
		}
		s, blobs, err := n.Desk.Withdraw(c.ctx, c.actor, c.target)
		if err == nil && len(blobs) > 0 && n.Destroy != nil {
			err = n.Destroy(c.ctx, blobs)
		}
		return s, err
	})
}

// confirmation is what must be typed to withdraw a story: its headline, or its
// id where it has none.
func confirmation(headline string, id news.ID) string {
	if locale.Key(headline) == "" {
		return id.String()
	}
	return headline
}

// storyTranslate begins a translation and leads to it.
func (n *Newsroom) storyTranslate(w http.ResponseWriter, r *http.Request) error {
	id, err := idOf(r)
	if err != nil {
		return err
	}
	f, err := formOf(r)
	if err != nil {
		return err
	}
	s, err := n.Desk.Translate(r.Context(), actorOf(r), id, f.id("edition"))
	if err != nil {
		return err
	}
	return seeOther(w, r, storyPath(s.ID), "translate")
}

// storyCatchUp notes that a translation holds all that its source says now.
func (n *Newsroom) storyCatchUp(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, "catch-up", func(c call) (news.Story, error) { return n.Desk.CatchUp(c.ctx, c.actor, c.target) })
}

// storyRemark keeps a note of the desk.
func (n *Newsroom) storyRemark(w http.ResponseWriter, r *http.Request) error {
	return n.perform(w, r, "remark", func(c call) (news.Story, error) {
		return news.Story{}, n.Desk.Remark(c.ctx, c.actor, c.target.Story, c.form.text("note"))
	})
}
