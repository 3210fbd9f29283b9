package newsroom_test

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"dateline/internal/news"
)

// published puts a story of a headline before readers.
func (h *house) published(headline string) news.Subject {
	h.t.Helper()
	typed := withTags(thirteen(h.sections["en"].ID), "")
	typed.Set("headline", headline)
	path := h.begin(news.Owner, typed)
	h.act(news.Owner, path, "publish", nil).want(http.StatusSeeOther)
	id, _ := news.ParseID(strings.TrimPrefix(path, "/newsroom/story/"))
	return news.Subject{Noun: news.NounStory, ID: id}
}

// order reads the headlines of a list as its page shows them.
func (h *house) order() []string {
	var all []string
	for _, n := range h.get(news.Editor, "/newsroom/lists/en").want(http.StatusOK).all(".slots a.hd") {
		all = append(all, textOf(n))
	}
	return all
}

func TestListIsOrderedByButtons(t *testing.T) {
	h := open(t)
	list, err := h.desk.SettleList(t.Context(), news.System, news.Curated{Edition: h.editions["en"].ID, Key: "front", Name: "Front", Size: 2})
	h.must(err)
	for _, headline := range []string{"C", "B", "Ä third"} {
		h.post(news.Editor, "/newsroom/lists/en/add", url.Values{"list": {list.ID.String()}, "subject": {h.published(headline).String()}}).want(http.StatusSeeOther)
	}
	for _, c := range []struct {
		move string
		want []string
	}{
		{"", []string{"Ä third", "B", "C"}}, {"down:1", []string{"B", "Ä third", "C"}}, {"up:3", []string{"B", "C", "Ä third"}},
		{"up:1", []string{"B", "C", "Ä third"}}, {"down:3", []string{"B", "C", "Ä third"}}, {"down:99", []string{"B", "C", "Ä third"}},
		{"top:3", []string{"Ä third", "B", "C"}}, {"out:2", []string{"Ä third", "C"}},
	} {
		form := h.get(news.Editor, "/newsroom/lists/en").form(".list form")
		form.Set("move", c.move)
		h.post(news.Editor, "/newsroom/lists/en", form).want(http.StatusSeeOther)
		if got := h.order(); !slices.Equal(got, c.want) {
			t.Fatalf("after %q the order is %v, not %v", c.move, got, c.want)
		}
	}
	h.pins(list)
	h.seeks()
}

// pins checks that a slot keeps its words and its end, and that both come
// back when they are refused.
func (h *house) pins(list news.Curated) {
	h.t.Helper()
	form := h.get(news.Editor, "/newsroom/lists/en").form(".list form")
	form["blurb"][0], form["date"][0], form["time"][0] = `"Blurb" <b> & 'x'`, "2099-۰۱-02", "18:30"
	h.post(news.Editor, "/newsroom/lists/en", form).want(http.StatusSeeOther)
	again := h.get(news.Editor, "/newsroom/lists/en").form(".list form")
	if again["blurb"][0] != form["blurb"][0] || again["date"][0] != "2099-01-02" || again["time"][0] != "18:30" {
		h.t.Errorf("the slot came back as %v", again)
	}
	again["date"][0] = "some day"
	a := h.post(news.Editor, "/newsroom/lists/en", again).want(http.StatusUnprocessableEntity)
	if got := a.form(".list form"); got["date"][0] != "some day" || a.text(".list .fault") == "" {
		h.t.Errorf("a refused slot came back as %v with %q", got, a.text(".list .fault"))
	}
	form.Set("version", "1")
	h.post(news.Editor, "/newsroom/lists/en", form).want(http.StatusConflict)
}

// seeks checks that stories are found however their letters are written.
func (h *house) seeks() {
	h.t.Helper()
	for words, n := range map[string]int{"a THIRD": 1, "third ä": 1, "nowhere": 0, "b": 1} {
		if got := len(h.get(news.Editor, "/newsroom/lists/en?"+url.Values{"q": {words}}.Encode()).all(".found li")); got != n {
			h.t.Errorf("%q finds %d stories, not %d", words, got, n)
		}
	}
}

func TestSettlingTheHouse(t *testing.T) {
	h := open(t)
	for _, c := range []struct {
		list, path string
		typed      url.Values
		shows      string
		bad        url.Values
	}{
		{"/newsroom/settings/", "/newsroom/settings/edition/new", url.Values{"name": {"de"}, "title": {`Wiener "Bote" & <Co>`}, "language": {"de"}, "zone": {"Europe/Vienna"}, "position": {"٩"}}, `Wiener "Bote" & <Co>`, url.Values{"zone": {"Nowhere"}}},
		{"/newsroom/settings/sections?edition=en", "/newsroom/settings/section/new?edition=en", url.Values{"name": {"Union’s 'Select'"}}, "Union’s 'Select'", url.Values{"slug": {"archive"}}},
		{"/newsroom/settings/people", "/newsroom/settings/person/new", url.Values{"name.en": {`O'Neil "Ned"`}, "name.fa": {"نویسنده"}}, `O'Neil "Ned"`, url.Values{"name.en": {strings.Repeat("x", 300)}}},
		{"/newsroom/settings/tags?edition=fa", "/newsroom/settings/tag/new?edition=fa", url.Values{"name": {"امنیت"}}, "امنیت", url.Values{"name": {"!"}}},
	} {
		form := h.get(news.Owner, c.path).want(http.StatusOK).form(".settle")
		maps.Copy(form, c.typed)
		wrong := url.Values{}
		maps.Copy(wrong, form)
		maps.Copy(wrong, c.bad)
		kept := h.post(news.Owner, c.path, wrong).want(http.StatusUnprocessableEntity).form(".settle")
		for k := range c.bad {
			if kept.Get(k) != wrong.Get(k) {
				t.Errorf("%s: refused, %s came back as %q", c.path, k, kept.Get(k))
			}
		}
		h.post(news.Owner, c.path, form).want(http.StatusSeeOther)
		found := ""
		for _, n := range h.get(news.Owner, c.list).want(http.StatusOK).all(".items a.hd") {
			if textOf(n) == c.shows {
				found = attr(n, "href")
			}
		}
		if found == "" {
			t.Fatalf("%s does not list %q", c.list, c.shows)
		}
		h.post(news.Owner, found, h.get(news.Owner, found).want(http.StatusOK).form(".settle")).want(http.StatusSeeOther)
	}
	if n := len(h.get(news.Owner, "/newsroom/audit").want(http.StatusOK).all("tbody tr")); n < 8 {
		t.Errorf("the ledger shows %d rows", n)
	}
}
