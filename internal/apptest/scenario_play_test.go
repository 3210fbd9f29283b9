package apptest

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"dateline/internal/news"
	"dateline/internal/store"
)

// scenario is a script that is being played.
type scenario struct {
	testing.TB
	*House
	files   map[string]string
	stories map[string]news.ID // by the script's names
	homes   map[string]string  // edition of each story
	kept    map[string]string  // what "keep" kept
	page    Answer             // the last answer
	before  Answer             // the one before it
	tree    *html.Node         // the last answer's document
	line    int
	row     int64 // ledger rows before this one were checked
}

func newScenario(t testing.TB, h *House, a *txtar.Archive) *scenario {
	room := *h.Newsroom
	room.t = t
	s := &scenario{
		TB: t, House: &House{Newsroom: &room, App: h.App, Doors: h.Doors},
		files: map[string]string{}, stories: map[string]news.ID{}, homes: map[string]string{}, kept: map[string]string{},
	}
	for _, f := range a.Files {
		s.files[f.Name] = string(f.Data)
	}
	s.row = s.head()
	return s
}

// play plays a script. A line that cannot be played ends it; one that does not
// hold is reported, and the script goes on.
func (s *scenario) play(script string) {
	for line := range strings.Lines(script) {
		s.line++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		do, known := scenarioWords[word]
		if !known {
			s.Fatalf("line %d: there is no word %q", s.line, word)
		}
		do(s, s.named(strings.TrimSpace(rest)))
	}
}

// wrong reports a line that does not hold.
func (s *scenario) wrong(format string, args ...any) {
	s.Helper()
	s.Errorf("line %d, "+format, append([]any{s.line}, args...)...)
}

// fields splits a line's rest into exactly n parts, the last of which may
// hold spaces.
func (s *scenario) fields(rest string, n int) []string {
	parts := strings.SplitN(rest, " ", n)
	if len(parts) != n {
		s.Fatalf("line %d: %d words are needed behind the first, there is %q", s.line, n, rest)
	}
	return parts
}

// story finds a story by the script's name for it.
func (s *scenario) story(name string) news.ID {
	id, known := s.stories[name]
	if !known {
		s.Fatalf("line %d: there is no story %q", s.line, name)
	}
	return id
}

// place is a name in braces: {a} is the address of story a, {a.id},
// {a.subject}, {a.record} and {a.link} what belongs to it, {front.en} a curated
// list's subject, {name} what was kept, {base} the site's own address.
var place = regexp.MustCompile(`\{([a-z]+)(?:\.([a-z]+))?\}`)

// named puts what names in braces stand for in their place.
func (s *scenario) named(line string) string {
	return place.ReplaceAllStringFunc(line, func(m string) string {
		parts := place.FindStringSubmatch(m)
		if parts[1] == "base" {
			return Site
		}
		if v, ok := s.kept[parts[1]]; ok && parts[2] == "" {
			return v
		}
		if _, ok := s.stories[parts[1]]; !ok {
			return s.list(parts[1], parts[2], m)
		}
		return s.address(parts[1], parts[2])
	})
}

// list is the subject of the curated list {key.edition}, other for none.
func (s *scenario) list(key, edition, other string) string {
	if l, ok := s.Lists[key][edition]; ok {
		return news.TagOf(news.NounList, l.ID)
	}
	return other
}

// address is a part of what a story's name stands for.
func (s *scenario) address(name, part string) string {
	now := s.Standing(s.story(name))
	e := s.Editions[s.homes[name]]
	switch part {
	case "id":
		return now.ID.String()
	case "subject":
		return news.TagOf(news.NounStory, now.ID)
	case "record":
		return e.RecordPath(now)
	case "link":
		return news.Permalink(now)
	}
	var slug string
	err := s.store.Read(s.ctx(), func(tx *store.Tx) error {
		r, err := tx.Revisions().ByID(s.ctx(), cmp.Or(now.Public, now.Working))
		slug = r.Slug
		return err
	})
	if err != nil {
		s.Fatalf("line %d: %v", s.line, err)
	}
	return e.StoryPath(now, slug)
}

// head is the number of the ledger's last row.
func (s *scenario) head() (n int64) {
	err := s.store.Read(s.ctx(), func(tx *store.Tx) (err error) {
		n, err = tx.Ledger().Head(s.ctx())
		return err
	})
	if err != nil {
		s.Fatalf("%v", err)
	}
	return n
}

// rows are the ledger's rows on stories and lists since they were asked for
// last: act and subject.
func (s *scenario) rows() []string {
	var all []news.LedgerRow
	err := s.store.Read(s.ctx(), func(tx *store.Tx) (err error) {
		all, err = tx.Ledger().After(s.ctx(), s.row)
		return err
	})
	if err != nil {
		s.Fatalf("%v", err)
	}
	var lines []string
	for _, r := range all {
		s.row = r.Seq
		if r.Act == news.ActSettle || r.Act == news.ActPicture {
			continue
		}
		lines = append(lines, strings.TrimSpace(string(r.Act)+" "+r.Subject))
	}
	return lines
}

// seen is the text that a reader sees in a node, its spaces as a browser
// shows them.
func seen(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && slices.Contains([]string{"script", "style", "template"}, n.Data) {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if n.Type == html.ElementNode && !slices.Contains([]string{"a", "b", "i", "em", "strong", "span", "bdi", "ins", "del", "sup", "sub", "time"}, n.Data) {
			b.WriteString(" ")
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}
