package apptest

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"dateline/internal/desk"
	"dateline/internal/news"
)

// scenarioWords are the words of scripts. Acts:
//
//	draft NAME EDITION FILE [OTHER]   begin a story (a translation of OTHER)
//	publish|fix|withdraw|delist NAME  save NAME FILE     embargo NAME EDITION FILE TIME
//	update|correct|clarify|retract NAME SENTENCE         schedule NAME TIME
//	place LIST EDITION NAME…          old PATH NAME      wait TIME
//	section|tag EDITION SLUG NEW NAME   change its address and name
//
// Requests: get PATH [Name: value], head, again (the same, with its ETag).
//
// What must hold of the last answer: status CODE; see|miss TEXT; is SELECTOR |
// TEXT (exactly); find|absent SELECTOR; count SELECTOR N; header NAME VALUE (a
// part of it; - for none); lead PATH (redirects there); same (bytes as
// before), kept (same ETag); empty (no body). ledger ACT SUBJECT, … are the
// rows since the last look; keep NAME PATH keeps an address under a name.
var scenarioWords map[string]func(s *scenario, rest string)

func init() { //nolint:gochecknoinits // the words speak of the scenario that plays them
	scenarioWords = map[string]func(s *scenario, rest string){
		"draft": (*scenario).draft, "embargo": (*scenario).embargo, "save": (*scenario).save, "wait": (*scenario).wait,
		"publish":  func(s *scenario, r string) { s.Publish(s.story(r)) },
		"fix":      func(s *scenario, r string) { s.Fix(s.story(r)) },
		"withdraw": func(s *scenario, r string) { s.Withdraw(s.story(r)) },
		"update":   func(s *scenario, r string) { f := s.fields(r, 2); s.Update(s.story(f[0]), f[1]) },
		"correct":  func(s *scenario, r string) { f := s.fields(r, 2); s.Correct(s.story(f[0]), news.Correction, f[1]) },
		"clarify":  func(s *scenario, r string) { f := s.fields(r, 2); s.Correct(s.story(f[0]), news.Clarification, f[1]) },
		"retract":  func(s *scenario, r string) { f := s.fields(r, 2); s.Retract(s.story(f[0]), f[1]) },
		"schedule": func(s *scenario, r string) { f := s.fields(r, 2); s.Schedule(s.story(f[0]), s.duration(f[1])) },
		"place":    (*scenario).place, "old": (*scenario).old, "section": (*scenario).section, "tag": (*scenario).tag,
		"get": (*scenario).get, "head": (*scenario).headOnly, "again": (*scenario).again,
		"status": (*scenario).status, "see": (*scenario).see, "miss": (*scenario).miss, "is": (*scenario).is,
		"find":   func(s *scenario, r string) { s.counted(r, 1, 1<<30) },
		"absent": func(s *scenario, r string) { s.counted(r, 0, 0) },
		"count":  (*scenario).count, "header": (*scenario).headed, "lead": (*scenario).leads,
		"same": (*scenario).same, "kept": (*scenario).sameTag, "empty": (*scenario).empty,
		"ledger": (*scenario).ledger, "keep": func(s *scenario, r string) { f := s.fields(r, 2); s.kept[f[0]] = f[1] },
	}
}

func (s *scenario) duration(text string) time.Duration {
	d, err := time.ParseDuration(text)
	if err != nil {
		s.Fatalf("line %d: %v", s.line, err)
	}
	return d
}

func (s *scenario) draft(rest string) {
	f := strings.Fields(rest)
	if len(f) < 3 {
		s.Fatalf("line %d: a draft needs a name, an edition and a file", s.line)
	}
	o := desk.Start{Edition: s.Editions[f[1]].ID, Content: s.content(f[1], f[2])}
	if len(f) == 4 {
		o.Group = s.Standing(s.story(f[3])).Group
	}
	s.stories[f[0]], s.homes[f[0]] = s.Begin(o), f[1]
}

func (s *scenario) embargo(rest string) {
	f := s.fields(rest, 4)
	o := desk.Start{Edition: s.Editions[f[1]].ID, Content: s.content(f[1], f[2]), Embargo: news.InstantOf(s.Clock.Now().Add(s.duration(f[3])))}
	s.stories[f[0]], s.homes[f[0]] = s.Begin(o), f[1]
}

func (s *scenario) save(rest string) {
	f := s.fields(rest, 2)
	s.Save(s.story(f[0]), s.content(s.homes[f[0]], f[1]))
}

// wait lets time pass, and publishes what is due then.
func (s *scenario) wait(rest string) {
	s.Clock.Pass(s.duration(rest))
	if _, err := s.Desk.PublishDue(s.ctx()); err != nil {
		s.Fatalf("line %d: %v", s.line, err)
	}
}

func (s *scenario) place(rest string) {
	f := strings.Fields(rest)
	var ids []news.ID
	for _, name := range f[2:] {
		ids = append(ids, s.story(name))
	}
	s.Put(f[0], f[1], ids...)
}

func (s *scenario) old(rest string) {
	f := s.fields(rest, 2)
	s.Lead(f[0], news.Subject{Noun: news.NounStory, ID: s.story(f[1])})
}

func (s *scenario) section(rest string) {
	f := s.fields(rest, 4)
	sec := s.sectionOf(f[0], f[1])
	sec.Slug, sec.Name = f[2], f[3]
	must[news.Section](s)(s.Desk.SettleSection(s.ctx(), news.System, sec))
}

func (s *scenario) tag(rest string) {
	f := s.fields(rest, 4)
	tag := s.tagOf(f[0], f[1])
	tag.Slug, tag.Name = f[2], f[3]
	must[news.Tag](s)(s.Desk.SettleTag(s.ctx(), news.System, tag))
}

func (s *scenario) get(rest string)      { s.ask(http.MethodGet, rest) }
func (s *scenario) headOnly(rest string) { s.ask(http.MethodHead, rest) }

// again asks for the last address, as a browser does that has it.
func (s *scenario) again(string) {
	s.ask(http.MethodGet, s.page.Path+" If-None-Match: "+s.page.Header.Get("Etag"))
}

func (s *scenario) ask(method, rest string) {
	path, header, _ := strings.Cut(rest, " ")
	s.before, s.tree = s.page, nil
	var lines []string
	if header != "" {
		lines = strings.Split(header, " & ")
	}
	s.page = Ask(s, s.Doors[0], method, path, lines...)
}

func (s *scenario) status(rest string) {
	if strconv.Itoa(s.page.Status) != rest {
		s.wrong("%s: status %d, want %s", s.page.Path, s.page.Status, rest)
	}
}

// document is the last answer's tree.
func (s *scenario) document() *html.Node {
	if s.tree == nil {
		s.tree = must[*html.Node](s)(html.Parse(strings.NewReader(string(s.page.Plain(s)))))
	}
	return s.tree
}

func (s *scenario) see(rest string) {
	if text := seen(s.document()); !strings.Contains(text, rest) {
		s.wrong("%s: %q is not to be seen in: %s", s.page.Path, rest, text)
	}
}

func (s *scenario) miss(rest string) {
	if strings.Contains(string(s.page.Plain(s)), rest) || strings.Contains(seen(s.document()), rest) {
		s.wrong("%s: %q is there", s.page.Path, rest)
	}
}

func (s *scenario) all(selector string) []*html.Node {
	sel, err := cascadia.ParseGroup(selector)
	if err != nil {
		s.Fatalf("line %d: selector %q: %v", s.line, selector, err)
	}
	return cascadia.QueryAll(s.document(), sel)
}

func (s *scenario) is(rest string) {
	selector, text, _ := strings.Cut(rest, " | ")
	var got []string
	for _, n := range s.all(selector) {
		got = append(got, seen(n))
	}
	if !slices.Contains(got, text) {
		s.wrong("%s: %s is %q, want %q", s.page.Path, selector, got, text)
	}
}

func (s *scenario) counted(selector string, least, most int) {
	if n := len(s.all(selector)); n < least || n > most {
		s.wrong("%s: %d of %s", s.page.Path, n, selector)
	}
}

func (s *scenario) count(rest string) {
	i := strings.LastIndexByte(rest, ' ')
	n, err := strconv.Atoi(rest[i+1:])
	if err != nil {
		s.Fatalf("line %d: %v", s.line, err)
	}
	s.counted(rest[:i], n, n)
}

func (s *scenario) headed(rest string) {
	f := s.fields(rest, 2)
	got := strings.Join(s.page.Header.Values(f[0]), ", ")
	if f[1] == "-" && got == "" || f[1] != "-" && strings.Contains(got, f[1]) {
		return
	}
	s.wrong("%s: %s is %q, want %s", s.page.Path, f[0], got, f[1])
}

func (s *scenario) leads(rest string) {
	if got := s.page.Header.Get("Location"); s.page.Status/100 != 3 || got != rest {
		s.wrong("%s: status %d to %q, want to %q", s.page.Path, s.page.Status, got, rest)
	}
}

func (s *scenario) same(string) {
	if string(s.page.Plain(s)) != string(s.before.Plain(s)) {
		s.wrong("%s and %s differ", s.before.Path, s.page.Path)
	}
}

func (s *scenario) sameTag(string) {
	if got, want := s.page.Header.Get("Etag"), s.before.Header.Get("Etag"); got == "" || got != want {
		s.wrong("%s: ETag %s, that of %s is %s", s.page.Path, got, s.before.Path, want)
	}
}

func (s *scenario) empty(string) {
	if len(s.page.Body) > 0 {
		s.wrong("%s: %d bytes", s.page.Path, len(s.page.Body))
	}
}

func (s *scenario) ledger(rest string) {
	if got := strings.Join(s.rows(), ", "); got != rest {
		s.wrong("the ledger says %q, want %q", got, rest)
	}
}
