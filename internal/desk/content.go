package desk

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/prose"
)

// Limits of what a writer gives a story: runes of a text, entries of a list.
const (
	MaxHeadline   = 300
	MaxKicker     = 120
	MaxStandfirst = 1000
	MaxSource     = 100
	MaxPlace      = 120
	MaxNote       = 1000 // a correction, a reason, a note of the desk
	MaxName       = 200
	MaxCaption    = 2000
	MaxBylines    = 50
	MaxTags       = 60
	MaxTopics     = 100
	MaxRelated    = 20
)

// line is one text of a story with its bounds.
type line struct {
	field string
	text  string
	max   int
}

// checkLines says which text is too long or holds what cannot be shown.
func checkLines(lines ...line) error {
	for _, l := range lines {
		if !utf8.ValidString(l.text) {
			return news.Errorf(news.Invalid, l.field, "The text is not valid UTF-8. Paste it again as plain text.")
		}
		if n := utf8.RuneCountInString(l.text); n > l.max {
			return news.Errorf(news.Invalid, l.field, "The text has %d characters; at most %d fit. Shorten it.", n, l.max)
		}
		if i := strings.IndexFunc(l.text, isControl); i >= 0 {
			return news.Errorf(news.Invalid, l.field, "The text holds a control character at byte %d. Remove it.", i)
		}
	}
	return nil
}

// isControl finds characters that no text of a story holds. Marks of
// direction and joining are kept.
func isControl(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }

// settle brings a writer's content into the form that is stored, and says
// what is wrong with it: limits and forms only. What publication needs on top
// is in ready. parse knows how long a text may be: what is edited here is held
// to less than what comes from elsewhere.
func settle(c news.Content, parse func([]byte) (prose.Doc, error)) (news.Content, error) {
	if c.Kind == "" {
		c.Kind = news.KindNews
	}
	if err := checkContent(c); err != nil {
		return c, err
	}
	if c.Slug = locale.Slug(c.Slug); c.Slug == "" {
		c.Slug = locale.Slug(c.Headline)
	}
	if c.Text == "" {
		c.Text = string(prose.Canonical(prose.Doc{}))
	}
	doc, err := parse([]byte(c.Text))
	if err != nil {
		return c, fmt.Errorf("text of story: %w", err)
	}
	c.Text = string(prose.Canonical(doc))
	if len(c.Bylines) == 0 {
		c.Bylines = nil // none is none, however it was said
	}
	c.Tags, c.Topics, c.Related = distinct(c.Tags), distinct(c.Topics), distinct(c.Related)
	return c, nil
}

func checkContent(c news.Content) error {
	if !slices.Contains(news.StoryKinds, c.Kind) {
		return news.Errorf(news.Invalid, "kind", "There is no kind of story called %q.", c.Kind)
	}
	if err := checkLines(
		line{"headline", c.Headline, MaxHeadline}, line{"kicker", c.Kicker, MaxKicker},
		line{"standfirst", c.Standfirst, MaxStandfirst}, line{"slug", c.Slug, MaxHeadline},
		line{"dateline.source", c.Dateline.Source, MaxSource}, line{"dateline.place", c.Dateline.Place, MaxPlace},
		line{"lead.caption", c.Lead.Caption, MaxCaption}, line{"lead.alt", c.Lead.Alt, MaxCaption},
	); err != nil {
		return err
	}
	for _, l := range []struct {
		field  string
		n, max int
	}{{"bylines", len(c.Bylines), MaxBylines}, {"tags", len(c.Tags), MaxTags}, {"topics", len(c.Topics), MaxTopics}, {"related", len(c.Related), MaxRelated}} {
		if l.n > l.max {
			return news.Errorf(news.Invalid, l.field, "There are %d; at most %d fit. Remove some.", l.n, l.max)
		}
	}
	if err := checkPoint(c.Dateline.Point); err != nil {
		return err
	}
	if d, err := news.ParseCivil(c.Dateline.Date.String()); err != nil || d != c.Dateline.Date {
		return news.Errorf(news.Invalid, "dateline.date", "There is no such date, or it says more than a dateline can. Write a year, a month or a day.")
	}
	return checkBylines(c.Bylines)
}

func checkPoint(p *news.Point) error {
	if p != nil && !(p.Lat >= -90 && p.Lat <= 90 && p.Lon >= -180 && p.Lon <= 180) {
		return news.Errorf(news.Invalid, "dateline.point", "Latitude runs from -90 to 90 degrees and longitude from -180 to 180.")
	}
	return nil
}

func checkBylines(bylines []news.Byline) error {
	for i, b := range bylines {
		field := fmt.Sprintf("bylines[%d]", i)
		if !slices.Contains(news.BylineRoles, b.Role) {
			return news.Errorf(news.Invalid, field+".role", "There is no role called %q.", b.Role)
		}
		if b.Person == 0 && strings.TrimSpace(b.Name) == "" {
			return news.Errorf(news.Invalid, field, "A byline names a person or gives a name.")
		}
		if err := checkLines(line{field + ".name", b.Name, MaxName}, line{field + ".place", b.Place, MaxPlace}); err != nil {
			return err
		}
	}
	return nil
}

func distinct(ids []news.ID) []news.ID {
	var kept []news.ID
	for _, id := range ids {
		if id != 0 && !slices.Contains(kept, id) {
			kept = append(kept, id)
		}
	}
	return kept
}

// placeholders are headlines that a system or a hurried hand leaves behind;
// compared by their folded keys.
var placeholders = []string{
	"untitled", "new node", "new story", "headline", "test", "draft", "no title", "auto draft",
	"بلا عنوان", "بدون عنوان", "عنوان", "عقدة جديدة", "مسودة", "تیتر", "پیش نویس",
}

// PlaceholderName says whether a name is empty or one that a system leaves
// behind: it bars publication.
func PlaceholderName(name string) bool {
	key := strings.Join(strings.Fields(locale.Key(name)), " ")
	return key == "" || slices.ContainsFunc(placeholders, func(p string) bool { return locale.Key(p) == key })
}

// pictures lists the pictures that content shows.
func pictures(c news.Content) ([]news.ID, error) {
	ids := []news.ID{c.Lead.Picture}
	doc, err := prose.Parse([]byte(c.Text))
	if err != nil {
		return nil, fmt.Errorf("text of story: %w", err)
	}
	prose.Walk(doc, func(b prose.Block) bool {
		if p, ok := b.(prose.Picture); ok {
			ids = append(ids, p.Picture)
		}
		return true
	})
	return distinct(ids), nil
}
