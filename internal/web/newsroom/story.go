package newsroom

import (
	"net/http"
	"net/url"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/prose"
)

// storyPage is one story in the newsroom: the form, the acts that are open,
// and what stands beside it.
type storyPage struct {
	frame
	Story    news.Story
	Edition  news.Edition
	Form     storyForm
	Action   string // where the form goes
	Fresh    bool   // not saved yet
	MaySave  bool
	Kinds    []option
	Sections []option
	Bylines  []bylineRow
	Notes    []prose.Note // what was changed on the way in
	Theirs   *theirs      // of a conflict
	Lead     pictureFrame // of the lead picture that the form names
	Beside   beside
}

// bylineRow is one line of bylines with its choices.
type bylineRow struct {
	bylineForm
	Number int
	People []option
	Roles  []option
	Fault  string
}

// storyNew shows the form of a story that is not there yet.
func (n *Newsroom) storyNew(w http.ResponseWriter, r *http.Request) error {
	e, err := n.editionNamed(r, r.URL.Query().Get("edition"))
	if err != nil {
		return err
	}
	p := &storyPage{Fresh: true, MaySave: true, Form: storyForm{Kind: string(news.KindNews)}, Action: "/newsroom/story/new?" + url.Values{"edition": {e.Name}}.Encode()}
	if err := n.openStory(r, p, e.ID, nil); err != nil {
		return err
	}
	return n.show(w, http.StatusOK, "story", p)
}

// editionNamed finds an edition by its name in addresses; "" is the first.
func (n *Newsroom) editionNamed(r *http.Request, name string) (news.Edition, error) {
	all, err := n.Desk.Editions(r.Context())
	if err != nil {
		return news.Edition{}, err
	}
	for _, e := range all {
		if e.Name == name || name == "" {
			return e, nil
		}
	}
	return news.Edition{}, news.Errorf(news.NotFound, "edition", "There is no edition of this name.")
}

// story shows a story's form and what can be done with it.
func (n *Newsroom) story(w http.ResponseWriter, r *http.Request) error {
	p, err := n.storyPage(r)
	if err != nil {
		return err
	}
	return n.show(w, http.StatusOK, "story", p)
}

// storyPage fills the page of a story as it was saved last.
func (n *Newsroom) storyPage(r *http.Request) (*storyPage, error) {
	id, err := idOf(r)
	if err != nil {
		return nil, err
	}
	piece, err := n.Desk.Working(r.Context(), actorOf(r), id)
	if err != nil {
		return nil, err
	}
	return n.pageOf(r, piece)
}

func (n *Newsroom) pageOf(r *http.Request, piece news.Piece) (*storyPage, error) {
	p := &storyPage{Story: piece.Story, Action: storyPath(piece.ID)}
	_, _, closed := piece.After(news.ActSave)
	p.MaySave = closed == nil && actorOf(r).MayOn(news.ActSave, piece.Story)
	var err error
	if p.Form, err = n.formOfStory(r, piece); err != nil {
		return nil, err
	}
	if err := n.openStory(r, p, piece.Edition, piece.Revision.Tags); err != nil {
		return nil, err
	}
	return p, n.besides(r, p)
}

// formOfStory writes a revision into a form.
func (n *Newsroom) formOfStory(r *http.Request, piece news.Piece) (storyForm, error) {
	c := piece.Revision.Content
	choices, err := n.Desk.Choices(r.Context(), piece.Edition, c.Tags)
	if err != nil {
		return storyForm{}, err
	}
	headlines, err := n.Desk.Headlines(r.Context(), actorOf(r), c.Related)
	if err != nil {
		return storyForm{}, err
	}
	return storyFormOf(c, choices.Tags, headlines)
}

// openStory fills what the form offers to choose from.
func (n *Newsroom) openStory(r *http.Request, p *storyPage, edition news.ID, tags []news.ID) error {
	choices, err := n.Desk.Choices(r.Context(), edition, tags)
	if err != nil {
		return err
	}
	trouble := p.Trouble
	if p.Fresh {
		p.frame = n.frame(r, "", "story.new")
	} else {
		p.frame = n.frame(r, "", "story.title", "headline", p.Form.Headline)
	}
	p.Trouble, p.Edition = trouble, choices.Edition
	p.offer(choices)
	return n.showLead(r, p)
}

// showLead fills the lead picture that the form names, where there is one.
func (n *Newsroom) showLead(r *http.Request, p *storyPage) error {
	id, err := readID("lead.picture", p.Form.Picture)
	if id == 0 || err != nil {
		return nil //nolint:nilerr // what is wrong with the mark, the save says
	}
	h, err := n.Library.Held(r.Context(), id)
	if news.KindOf(err) == news.NotFound {
		return nil
	}
	if err == nil {
		p.Lead = p.voice.frameOf(h, p.Edition.Language, sheetWidth)
	}
	return err
}

// offer fills the form's choices; what the form holds is chosen.
func (p *storyPage) offer(c desk.Choices) {
	words := p.voice.phrases
	p.Kinds, p.Sections, p.Bylines = nil, []option{{"", words.Text("story.nosection"), p.Form.Section == "", ""}}, nil
	for _, k := range news.StoryKinds {
		p.Kinds = append(p.Kinds, option{string(k), words.Text("kind." + string(k)), p.Form.Kind == string(k), ""})
	}
	for _, s := range c.Sections {
		p.Sections = append(p.Sections, option{s.ID.String(), s.Name, p.Form.Section == s.ID.String(), ""})
	}
	lines := append(p.Form.Bylines[:len(p.Form.Bylines):len(p.Form.Bylines)], make([]bylineForm, spareBylines)...)
	for i, b := range lines[:min(len(lines), desk.MaxBylines+spareBylines)] {
		p.Bylines = append(p.Bylines, p.bylineRow(i, b, c.People))
	}
}

func (p *storyPage) bylineRow(i int, b bylineForm, people []news.Person) bylineRow {
	words := p.voice.phrases
	row := bylineRow{bylineForm: b, Number: i + 1, People: []option{{"", words.Text("story.guest"), b.Person == "", ""}}}
	for _, person := range people {
		row.People = append(row.People, option{person.ID.String(), person.In(p.Edition.Language).Name, b.Person == person.ID.String(), ""})
	}
	for _, role := range news.BylineRoles {
		row.Roles = append(row.Roles, option{string(role), words.Text("byline." + string(role)), b.Role == string(role), ""})
	}
	row.Fault = p.bylineFault(i)
	return row
}
