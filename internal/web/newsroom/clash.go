package newsroom

import (
	"net/http"
	"strings"

	"dateline/internal/news"
)

// theirs is what somebody else saved while a writer was typing, beside what
// was typed.
type theirs struct {
	Who   string
	When  moment
	Lines []theirLine // the fields that differ
	Text  string      // where the text differs
}

// theirLine is a field that stands otherwise in the newer version; Mine is
// what this one says.
type theirLine struct{ Label, Mine, Text string }

// clash shows both versions side by side: what was typed stays in the form,
// which now names the newer version, and what differs stands beside it.
func (n *Newsroom) clash(w http.ResponseWriter, r *http.Request, p *storyPage, now news.Piece, cause error) error {
	form, err := n.formOfStory(r, now)
	if err != nil {
		return err
	}
	p.Trouble = troubleOf(r, cause)
	if err := n.openStory(r, p, now.Edition, nil); err != nil {
		return err
	}
	if err := n.besides(r, p); err != nil {
		return err
	}
	names, err := n.Accounts.Names(r.Context())
	if err != nil {
		return err
	}
	p.Theirs = &theirs{Who: names[now.Revision.Actor], When: n.moment(p.voice, now.Revision.At, p.Edition), Lines: p.differing(form)}
	if form.Text != p.Form.Text {
		p.Theirs.Text = form.Text
	}
	return n.show(w, p.Trouble.Status, "story", p)
}

// differing lists the fields in which another form differs from the page's.
func (p *storyPage) differing(other storyForm) []theirLine {
	var all []theirLine
	a, b := p.Form, other
	for _, f := range []struct{ word, mine, theirs string }{
		{"story.kind", a.Kind, b.Kind}, {"story.section", p.sectionName(a.Section), p.sectionName(b.Section)},
		{"story.kicker", a.Kicker, b.Kicker}, {"story.headline", a.Headline, b.Headline},
		{"story.standfirst", a.Standfirst, b.Standfirst}, {"story.slug", a.Slug, b.Slug},
		{"story.source", a.Source, b.Source}, {"story.place", a.Place, b.Place}, {"story.date", a.Date, b.Date},
		{"story.lat", a.Lat, b.Lat}, {"story.lon", a.Lon, b.Lon}, {"story.bylines", bylineText(a.Bylines), bylineText(b.Bylines)},
		{"story.picture", a.Picture, b.Picture}, {"story.caption", a.Caption, b.Caption}, {"story.alt", a.Alt, b.Alt},
		{"story.tags", a.Tags, b.Tags}, {"story.related", a.Related, b.Related},
	} {
		if strings.TrimSpace(f.mine) != strings.TrimSpace(f.theirs) {
			all = append(all, theirLine{p.voice.phrases.Text(f.word), f.mine, f.theirs})
		}
	}
	return all
}

func (p *storyPage) sectionName(id string) string {
	for _, s := range p.Sections {
		if s.Value == id {
			return s.Label
		}
	}
	return id
}

func bylineText(all []bylineForm) string {
	var b strings.Builder
	for _, line := range all {
		if line.Person+line.Name+line.Place != "" {
			b.WriteString(strings.Join([]string{line.Role, line.Person, line.Name, line.Place}, " ") + "\n")
		}
	}
	return b.String()
}
