package newsroom

import (
	"strconv"
	"strings"

	"dateline/internal/desk"
	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/prose"
)

// storyForm is a story as it stands in the form: every field as it was typed.
type storyForm struct {
	Kind, Section                      string
	Kicker, Headline, Standfirst, Slug string
	Source, Place, Date, Lat, Lon      string
	Bylines                            []bylineForm
	Picture, Caption, Alt              string
	Tags, Related                      string
	Text                               string
}

// bylineForm is one line of the form's bylines.
type bylineForm struct{ Person, Name, Role, Place string }

// spareBylines is how many empty lines the form offers below the names.
const spareBylines = 2

// storyFormOf writes a story's content into a form.
func storyFormOf(c news.Content, tags []news.Tag, headlines map[news.ID]string) (storyForm, error) {
	f := storyForm{
		Kind: string(c.Kind), Kicker: c.Kicker, Headline: c.Headline, Standfirst: c.Standfirst, Slug: c.Slug,
		Source: c.Dateline.Source, Place: c.Dateline.Place, Date: c.Dateline.Date.String(),
		Caption: c.Lead.Caption, Alt: c.Lead.Alt, Picture: spell(c.Lead.Picture), Section: spell(c.Section),
		Tags: joinTags(tags),
	}
	if p := c.Dateline.Point; p != nil {
		f.Lat, f.Lon = strconv.FormatFloat(p.Lat, 'f', -1, 64), strconv.FormatFloat(p.Lon, 'f', -1, 64)
	}
	for _, b := range c.Bylines {
		f.Bylines = append(f.Bylines, bylineForm{spell(b.Person), b.Name, string(b.Role), b.Place})
	}
	for _, id := range c.Related {
		f.Related += strings.TrimSpace(id.String()+" "+strings.Join(strings.Fields(headlines[id]), " ")) + "\n"
	}
	f.Related = strings.TrimSuffix(f.Related, "\n")
	if c.Text == "" {
		return f, nil
	}
	doc, err := prose.Parse([]byte(c.Text))
	f.Text = prose.SourceHTML(doc)
	return f, err
}

// spell writes an id, nothing for no thing.
func spell(id news.ID) string {
	if id == 0 {
		return ""
	}
	return id.String()
}

// typedStory reads the form of a request. Nothing is judged yet, so that a
// refused form shows what was typed.
func typedStory(f form) storyForm {
	s := storyForm{
		Kind: f.Get("kind"), Section: f.Get("section"),
		Kicker: f.text("kicker"), Headline: f.text("headline"), Standfirst: f.text("standfirst"), Slug: f.text("slug"),
		Source: f.text("dateline.source"), Place: f.text("dateline.place"), Date: f.text("date"), Lat: f.text("lat"), Lon: f.text("lon"),
		Picture: f.text("lead.picture"), Caption: f.text("lead.caption"), Alt: f.text("lead.alt"),
		Tags: f.text("tags"), Related: f.text("related"), Text: f.text("text"),
	}
	for i := range min(len(f.Values["byline.role"]), desk.MaxBylines+spareBylines) {
		s.Bylines = append(s.Bylines, bylineForm{at(f, "byline.person", i), at(f, "byline.name", i), at(f, "byline.role", i), at(f, "byline.place", i)})
	}
	return s
}

func at(f form, name string, i int) string {
	if i < len(f.Values[name]) {
		return f.Values[name][i]
	}
	return ""
}

// content makes content of the form, except for tags, related stories and
// text, which need to look things up. What the form does not show is kept
// from the content before.
func (s storyForm) content(before news.Content) (news.Content, error) {
	c := news.Content{
		Kind: news.StoryKind(s.Kind), Kicker: s.Kicker, Headline: s.Headline, Standfirst: s.Standfirst, Slug: s.Slug,
		Topics: before.Topics, Lead: news.LeadPicture{Caption: s.Caption, Alt: s.Alt}, Bylines: s.bylines(),
	}
	var err error
	if c.Section, err = readID("section", s.Section); err != nil {
		return c, err
	}
	if c.Lead.Picture, err = readID("lead.picture", s.Picture); err != nil {
		return c, err
	}
	c.Dateline, err = s.dateline(before.Dateline)
	return c, err
}

func (s storyForm) bylines() []news.Byline {
	var all []news.Byline
	for _, b := range s.Bylines {
		person, _ := news.ParseID(b.Person)
		if person == 0 && strings.TrimSpace(b.Name) == "" && strings.TrimSpace(b.Place) == "" {
			continue // an empty line
		}
		all = append(all, news.Byline{Person: person, Name: b.Name, Role: news.BylineRole(b.Role), Place: b.Place})
	}
	return all
}

func (s storyForm) dateline(before news.Dateline) (news.Dateline, error) {
	d := news.Dateline{Source: s.Source, Place: s.Place}
	if d.Place == before.Place {
		d.Topic = before.Topic
	}
	var err error
	if d.Date, err = news.ParseCivil(strings.TrimSpace(locale.ParseDigits(s.Date))); err != nil {
		return d, err
	}
	d.Date.Zone = before.Date.Zone
	lat, lon := strings.TrimSpace(locale.ParseDigits(s.Lat)), strings.TrimSpace(locale.ParseDigits(s.Lon))
	if lat == "" && lon == "" {
		return d, nil
	}
	var p news.Point
	if p.Lat, err = strconv.ParseFloat(lat, 64); err == nil {
		p.Lon, err = strconv.ParseFloat(lon, 64)
	}
	if err != nil {
		return d, news.Errorf(news.Invalid, "dateline.point", "Write latitude and longitude in degrees, such as 50.84 and 4.35, or leave both empty.")
	}
	d.Point = &p
	return d, nil
}

// readID reads an id that a person chose or typed.
func readID(field, s string) (news.ID, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0, nil
	}
	id, ok := news.ParseID(s)
	if !ok {
		return 0, news.Errorf(news.Invalid, field, "%q is not the mark of anything here.", clip(s))
	}
	return id, nil
}

// clip shortens what a person typed for a message.
func clip(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// readText makes the text of a story of its source, and tells what was
// changed on the way in.
func readText(source string, e news.Edition) (string, []prose.Note, error) {
	doc, notes, err := prose.FromHTML(strings.NewReader(source), prose.FromHTMLOptions{Source: true, Lang: e.Language, Dir: prose.Dir(e.Direction)})
	if err != nil {
		return "", notes, &news.Error{Kind: news.KindOf(err), Field: "text", Message: "The text could not be taken: it is too long, or nested too deeply.", Err: err}
	}
	text := prose.Canonical(doc)
	if len(text) > prose.MaxEdited {
		return "", notes, news.Errorf(news.TooLarge, "text", "The text has %d bytes; at most %d fit. Divide it into two stories.", len(text), prose.MaxEdited)
	}
	return string(text), notes, nil
}
