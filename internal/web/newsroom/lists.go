package newsroom

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/store"
)

// listsPage orders an edition's curated lists.
type listsPage struct {
	frame
	Edition  news.Edition
	Editions []option // addresses
	Lists    []listForm
	Words    string // searched for
	For      string // the list that the search is for
	Found    []foundStory
	Searched bool
}

// listForm is one list with its numbered slots.
type listForm struct {
	ID, Key, Name string
	Version       int64
	Size          int
	Tail          string
	Slots         []slot
	Full          bool
	Trouble       *trouble
}

// slot is one hand-placed entry.
type slot struct {
	Number       int
	Subject      string
	Label, Path  string
	Blurb        string
	Date, Time   string // the pin's end in the edition's zone
	First, Last  bool
	Ended, Spare bool // its pin has ended; behind what the list shows
}

// foundStory is a story that a search found.
type foundStory struct{ Subject, Headline, Path string }

// foundStories is how many stories a search shows.
const foundStories = 20

// listsHome leads to the lists of the first edition.
func (n *Newsroom) listsHome(w http.ResponseWriter, r *http.Request) error {
	e, err := n.editionNamed(r, "")
	if err != nil {
		return err
	}
	return seeOther(w, r, listsPath(e), "")
}

func listsPath(e news.Edition) string { return "/newsroom/lists/" + e.Name }

func (n *Newsroom) lists(w http.ResponseWriter, r *http.Request) error {
	p, err := n.listsPage(r)
	if err != nil {
		return err
	}
	p.Words, p.For = strings.TrimSpace(r.URL.Query().Get("q")), r.URL.Query().Get("list")
	if p.Words != "" {
		p.Searched = true
		found, err := n.Desk.Titled(r.Context(), actorOf(r), p.Edition.ID, p.Words, foundStories)
		if err != nil {
			return err
		}
		for _, s := range found {
			p.Found = append(p.Found, foundStory{news.Subject{Noun: news.NounStory, ID: s.ID}.String(), s.Headline, storyPath(s.ID)})
		}
	}
	return n.show(w, http.StatusOK, "lists", p)
}

func (n *Newsroom) listsPage(r *http.Request) (*listsPage, error) {
	e, err := n.editionNamed(r, r.PathValue("edition"))
	if err != nil {
		return nil, err
	}
	editions, err := n.Desk.Editions(r.Context())
	if err != nil {
		return nil, err
	}
	lists, err := n.Desk.Lists(r.Context(), actorOf(r), e.ID)
	if err != nil {
		return nil, err
	}
	p := &listsPage{frame: n.frame(r, "/newsroom/lists/", "nav.lists"), Edition: e}
	for _, other := range editions {
		p.Editions = append(p.Editions, option{listsPath(other), other.Label, other.ID == e.ID, other.Language})
	}
	for _, l := range lists {
		p.Lists = append(p.Lists, n.listForm(p.voice, e, l))
	}
	return p, nil
}

func (n *Newsroom) listForm(v *voice, e news.Edition, l desk.Ordered) listForm {
	f := listForm{
		ID: l.ID.String(), Key: l.Key, Name: l.Name, Version: l.Version, Size: l.Size,
		Tail: v.phrases.Text("tail." + orNone(string(l.Tail))), Full: len(l.Entries) >= store.MaxPlacements,
	}
	zone := n.clockOf(v, e.Zone).Zone()
	for i, p := range l.Entries {
		s := slot{
			Number: i + 1, Subject: p.Subject.String(), Blurb: p.Blurb, First: i == 0, Last: i == len(l.Entries)-1, Spare: i >= l.Size,
			Label: v.noun(p.Subject.Noun) + " " + p.Subject.ID.String(),
		}
		if p.Subject.Noun == news.NounStory {
			s.Path = storyPath(p.Subject.ID)
			if h := l.Headlines[p.Subject.ID]; h != "" {
				s.Label = h
			}
		}
		if p.PinnedUntil != 0 {
			at := p.PinnedUntil.Time().In(zone)
			s.Date, s.Time = at.Format("2006-01-02"), at.Format("15:04")
			s.Ended = at.Before(n.Now())
		}
		f.Slots = append(f.Slots, s)
	}
	return f
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// listPlace writes a list as its form has it, with the one move that was
// pressed: up, down, out, or in.
func (n *Newsroom) listPlace(w http.ResponseWriter, r *http.Request) error {
	e, err := n.editionNamed(r, r.PathValue("edition"))
	if err != nil {
		return err
	}
	f, err := formOf(r)
	if err != nil {
		return err
	}
	list := f.id("list")
	order, err := readSlots(f, e.Zone)
	if err == nil {
		_, err = n.Desk.Place(r.Context(), actorOf(r), list, f.number("version"), moved(order, f.Get("move")))
	}
	if err == nil {
		return seeOther(w, r, listsPath(e)+"?"+url.Values{"said": {"place"}}.Encode()+"#list-"+list.String(), "")
	}
	if k := news.KindOf(err); k != news.Invalid && k != news.Conflict {
		return err
	}
	p, pageErr := n.listsPage(r)
	if pageErr != nil {
		return pageErr
	}
	t := troubleOf(r, err)
	for i := range p.Lists {
		if p.Lists[i].ID == list.String() {
			p.Lists[i].Trouble = t
			if news.KindOf(err) == news.Invalid {
				p.Lists[i].retype(f)
			}
		}
	}
	return n.show(w, t.Status, "lists", p)
}

// retype puts what was typed back into a list's slots.
func (l *listForm) retype(f form) {
	for i := range l.Slots {
		l.Slots[i].Blurb, l.Slots[i].Date, l.Slots[i].Time = lines(at(f, "blurb", i)), at(f, "date", i), at(f, "time", i)
	}
}

// readSlots reads a list's entries from its form, in their order.
func readSlots(f form, zone string) ([]news.Placement, error) {
	subjects := f.Values["subject"]
	if len(subjects) > store.MaxPlacements+1 {
		return nil, news.Errorf(news.Invalid, "order", "A list holds at most %d entries.", store.MaxPlacements)
	}
	var order []news.Placement
	for i, s := range subjects {
		subject, ok := news.ParseSubject(s)
		if !ok || subject.ID == 0 {
			return nil, news.Errorf(news.Invalid, "order", "One of the entries names nothing.")
		}
		p := news.Placement{Subject: subject, Blurb: lines(at(f, "blurb", i))}
		day, clock := strings.TrimSpace(at(f, "date", i)), strings.TrimSpace(at(f, "time", i))
		if day != "" || clock != "" {
			var err error
			if p.PinnedUntil, err = readTime("order", day, orMidnight(clock), zone); err != nil {
				return nil, err
			}
		}
		order = append(order, p)
	}
	return order, nil
}

func orMidnight(clock string) string {
	if clock == "" {
		return "00:00"
	}
	return clock
}

// moved performs a move such as "up:3": the third entry one place up. Nothing
// else is a move, and then the order stays.
func moved(order []news.Placement, move string) []news.Placement {
	what, number, _ := strings.Cut(move, ":")
	i, err := strconv.Atoi(number)
	i--
	if err != nil || i < 0 || i >= len(order) {
		return order
	}
	switch {
	case what == "up" && i > 0:
		order[i-1], order[i] = order[i], order[i-1]
	case what == "down" && i < len(order)-1:
		order[i+1], order[i] = order[i], order[i+1]
	case what == "out":
		order = slices.Delete(order, i, i+1)
	case what == "top":
		first := order[i]
		order = slices.Insert(slices.Delete(order, i, i+1), 0, first)
	}
	return order
}

// listAdd puts a story at the head of a list.
func (n *Newsroom) listAdd(w http.ResponseWriter, r *http.Request) error {
	e, err := n.editionNamed(r, r.PathValue("edition"))
	if err != nil {
		return err
	}
	f, err := formOf(r)
	if err != nil {
		return err
	}
	lists, err := n.Desk.Lists(r.Context(), actorOf(r), e.ID)
	if err != nil {
		return err
	}
	subject, ok := news.ParseSubject(f.word("subject"))
	for _, l := range lists {
		if l.ID != f.id("list") || !ok {
			continue
		}
		order := append([]news.Placement{{Subject: subject}}, slices.DeleteFunc(l.Entries, func(p news.Placement) bool { return p.Subject == subject })...)
		if _, err := n.Desk.Place(r.Context(), actorOf(r), l.ID, l.Version, order); err != nil {
			return err
		}
		return seeOther(w, r, listsPath(e)+"?"+url.Values{"said": {"place"}}.Encode()+"#list-"+l.ID.String(), "")
	}
	return news.Errorf(news.NotFound, "list", "There is no such list in this edition.")
}
