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

// act presses an act's button as the page offers it.
func (h *house) act(role news.Role, path, name string, values url.Values) answer {
	h.t.Helper()
	form := h.get(role, path).form(`form[action="` + path + `/` + name + `"]`)
	maps.Copy(form, values)
	return h.post(role, path+"/"+name, form)
}

// offered lists the acts that a story's page offers a role.
func (h *house) offered(role news.Role, path string) []string {
	h.t.Helper()
	var acts []string
	for _, n := range h.get(role, path).want(http.StatusOK).all(".doing form") {
		acts = append(acts, strings.TrimPrefix(attr(n, "action"), path+"/"))
	}
	return acts
}

func TestStoryFromDraftToRetraction(t *testing.T) {
	h := open(t)
	path := h.begin(news.Reporter, withTags(thirteen(h.sections["en"].ID), ""))
	for _, step := range []struct {
		role   news.Role
		act    string
		values url.Values
		state  string
	}{
		{news.Reporter, "submit", nil, "With the editor"},
		{news.Editor, "send-back", url.Values{"why": {"The second source is missing."}}, "Writing"},
		{news.Reporter, "submit", nil, "With the editor"},
		{news.Editor, "approve", nil, "Ready"},
		{news.Editor, "schedule", url.Values{"date": {"٢٠٩٩-١٢-٣١"}, "time": {"۱۸:۳۰"}}, "Scheduled"},
		{news.Editor, "unschedule", nil, "Ready"},
		{news.Editor, "publish", nil, "Published"},
	} {
		h.act(step.role, path, step.act, step.values).want(http.StatusSeeOther)
		if s := h.state(path); s != step.state {
			t.Fatalf("after %s the story is %q, not %q", step.act, s, step.state)
		}
	}
	for _, act := range []string{"update", "correct", "fix"} {
		form := h.get(news.Editor, path).form("form#story")
		form.Set("headline", "Changed by "+act)
		h.post(news.Editor, path, form).want(http.StatusSeeOther)
		if s := h.state(path); s != "Published, a change in work" {
			t.Fatalf("a saved change is %q", s)
		}
		h.act(news.Editor, path, act, url.Values{"note": {"What was wrong."}, "kind": {"correction"}}).want(http.StatusSeeOther)
	}
	h.act(news.Chief, path, "retract", url.Values{"reason": {"It was forged."}}).want(http.StatusSeeOther)
	if s := h.state(path); s != "Retracted" {
		t.Errorf("after retract the story is %q", s)
	}
	h.past(path)
}

func withTags(values url.Values, tags string) url.Values {
	values.Set("tags", tags)
	return values
}

// past checks that the history tells all that the test above did.
func (h *house) past(path string) {
	h.t.Helper()
	a := h.get(news.Owner, path+"/history?from=1&to=2").want(http.StatusOK)
	var acts []string
	for _, n := range a.all(`section[aria-labelledby="record"] tbody td:nth-child(2)`) {
		acts = append(acts, textOf(n))
	}
	if want := []string{"Published", "Updated", "Corrected", "Fixed", "Retracted"}; !slices.Equal(acts, want) {
		h.t.Errorf("the record tells %v", acts)
	}
	if n := len(a.all(`section[aria-labelledby="ledger"] tbody tr`)); n != 5 {
		h.t.Errorf("the ledger has %d rows", n)
	}
	if note := a.text(".note"); !strings.Contains(note, "The second source is missing.") {
		h.t.Errorf("the note is %q", note)
	}
	if changed := a.text(".lines"); !strings.Contains(changed, "Changed by update") || !strings.Contains(changed, "DROP TABLE") {
		h.t.Errorf("the changes are %q", changed)
	}
}

func TestOnlyOpenActsAreOffered(t *testing.T) {
	h := open(t)
	path := h.begin(news.Contributor, withTags(thirteen(h.sections["en"].ID), ""))
	for _, c := range []struct {
		role news.Role
		acts []string
	}{
		{news.Contributor, []string{"submit"}},
		{news.Reporter, []string{"submit"}},
		{news.Editor, []string{"submit", "approve", "publish", "schedule", "embargo"}},
		{news.Owner, []string{"submit", "approve", "publish", "schedule", "embargo", "withdraw"}},
	} {
		if got := h.offered(c.role, path); !slices.Equal(got, c.acts) {
			t.Errorf("%s is offered %v, not %v", c.role, got, c.acts)
		}
	}
	other := h.begin(news.Editor, withTags(thirteen(h.sections["en"].ID), ""))
	if got := h.offered(news.Contributor, other); len(got) > 0 {
		t.Errorf("a contributor is offered %v on somebody else's story", got)
	}
	if len(h.get(news.Contributor, other).all("fieldset[disabled]")) == 0 {
		t.Error("a contributor can type into somebody else's story")
	}
}

func TestRefusedActSaysWhyAndKeepsWhatWasTyped(t *testing.T) {
	h := open(t)
	path := h.begin(news.Editor, withTags(thirteen(h.sections["en"].ID), ""))
	for _, c := range []struct {
		act    string
		values url.Values
		says   string
	}{
		{"schedule", url.Values{"date": {"tomorrow"}, "time": {"noon"}}, "2026-11-23"},
		{"schedule", url.Values{"date": {"1999-01-01"}, "time": {"10:00"}}, "passed"},
	} {
		a := h.act(news.Editor, path, c.act, c.values).want(http.StatusUnprocessableEntity)
		if !strings.Contains(a.text(".doing[open]"), c.says) {
			t.Errorf("%s %v: beside it stands %q", c.act, c.values, a.text(".doing[open]"))
		}
		if got := a.form(".doing[open] form").Get("date"); got != c.values.Get("date") {
			t.Errorf("%s: the date came back as %q", c.act, got)
		}
	}
	old := h.get(news.Editor, path).form(`form[action="` + path + `/publish"]`)
	h.act(news.Editor, path, "approve", nil).want(http.StatusSeeOther)
	h.post(news.Editor, path+"/publish", old).want(http.StatusConflict)
	if s := h.state(path); s != "Ready" {
		t.Errorf("an act on an older version made the story %q", s)
	}
}

func TestWithdrawWantsTheHeadline(t *testing.T) {
	h := open(t)
	path := h.begin(news.Owner, withTags(thirteen(h.sections["en"].ID), ""))
	h.act(news.Owner, path, "publish", nil).want(http.StatusSeeOther)
	h.act(news.Owner, path, "withdraw", url.Values{"confirm": {"yes"}}).want(http.StatusUnprocessableEntity)
	if s := h.state(path); s != "Published" {
		t.Fatalf("without the headline the story became %q", s)
	}
	h.act(news.Owner, path, "withdraw", url.Values{"confirm": {thirteen(0).Get("headline")}}).want(http.StatusSeeOther)
	a := h.get(news.Owner, path).want(http.StatusOK)
	if s := a.text(".bar .st"); s != "Withdrawn" {
		t.Errorf("the story is %q", s)
	}
	if strings.Contains(a.body, "DROP TABLE") || strings.Contains(h.get(news.Owner, path+"/history").want(http.StatusOK).body, "DROP TABLE") {
		t.Error("the withdrawn story's headline still stands there")
	}
}

func TestWithdrawWithoutAHeadlineWantsTheID(t *testing.T) {
	h := open(t)
	typed := withTags(thirteen(h.sections["en"].ID), "")
	typed.Set("headline", " ")
	path := h.begin(news.Owner, typed)
	h.act(news.Owner, path, "withdraw", url.Values{"confirm": {""}}).want(http.StatusUnprocessableEntity)
	h.act(news.Owner, path, "withdraw", url.Values{"confirm": {strings.TrimPrefix(path, "/newsroom/story/")}}).want(http.StatusSeeOther)
}

func TestTranslation(t *testing.T) {
	h := open(t)
	path := h.begin(news.Owner, withTags(thirteen(h.sections["en"].ID), ""))
	h.act(news.Owner, path, "publish", nil).want(http.StatusSeeOther)
	made := h.post(news.Owner, path+"/translate", url.Values{"edition": {h.editions["fa"].ID.String()}}).want(http.StatusSeeOther).header.Get("Location")
	made = strings.Split(made, "?")[0]
	form := h.get(news.Owner, path).form("form#story")
	form.Set("headline", "The source goes on")
	h.post(news.Owner, path, form).want(http.StatusSeeOther)
	h.act(news.Owner, path, "update", nil).want(http.StatusSeeOther)
	if got := h.get(news.Owner, made).text(".sibs .chg"); got != "the source has changed" {
		t.Errorf("the translation says %q of itself", got)
	}
	h.act(news.Owner, made, "catch-up", nil).want(http.StatusSeeOther)
	if got := h.get(news.Owner, made).text(".sibs .chg"); got != "" {
		t.Errorf("after catching up the translation says %q", got)
	}
	h.post(news.Owner, path+"/translate", url.Values{"edition": {h.editions["fa"].ID.String()}}).want(http.StatusConflict)
}

func TestConfidentialStoriesAreSeenByTheirTeamOnly(t *testing.T) {
	h := open(t)
	typed := withTags(thirteen(h.sections["en"].ID), "")
	typed.Set("confidential", "1")
	typed.Set("headline", "Hush about the source")
	path := h.begin(news.Reporter, typed)
	h.get(news.Reporter, path).want(http.StatusOK)
	for _, page := range []string{path, path + "/history"} {
		if a := h.get(news.Owner, page).want(http.StatusNotFound); strings.Contains(a.body, "Hush") {
			t.Errorf("%s tells of it", page)
		}
	}
	h.post(news.Owner, path, typed).want(http.StatusNotFound)
	h.post(news.Owner, path+"/publish", url.Values{"version": {"1"}}).want(http.StatusNotFound)
	for _, page := range []string{"/newsroom/", "/newsroom/?stage=drafting", "/newsroom/audit", "/newsroom/lists/en?q=hush"} {
		if strings.Contains(h.get(news.Owner, page).want(http.StatusOK).body, "Hush") {
			t.Errorf("%s tells of it", page)
		}
	}
	if !strings.Contains(h.get(news.Reporter, "/newsroom/?mine=1").body, "Hush") {
		t.Error("whoever began it does not find it")
	}
}

func TestHistoryShowsWhichWordsChanged(t *testing.T) {
	h := open(t)
	path := h.begin(news.Owner, withTags(thirteen(h.sections["en"].ID), ""))
	form := h.get(news.Owner, path).form("form#story")
	form.Set("text", strings.Replace(form.Get("text"), "FROM x", "FROM y", 1))
	h.post(news.Owner, path, form).want(http.StatusSeeOther)
	a := h.get(news.Owner, path+"/history").want(http.StatusOK)
	if del, ins := a.text(".difftext del"), a.text(".difftext ins"); !strings.Contains(del, "x") || !strings.Contains(ins, "y") || len(a.all(".difftext .amended")) != 1 || len(a.all(".difftext .same")) != 2 {
		t.Errorf("deleted %q, inserted %q", del, ins)
	}
}

func TestTroubleSpeaksTheAccountsLanguage(t *testing.T) {
	h := open(t)
	h.must(h.accounts.Speak(t.Context(), h.as(news.Owner), h.people[news.Owner].ID, "fa"))
	a := h.get(news.Owner, "/newsroom/nowhere").want(http.StatusNotFound)
	if p := a.all(".fault p")[0]; attr(p, "lang") != "fa" || attr(a.all("html")[0], "dir") != "rtl" || len(a.all(".placesnav")) != 1 {
		t.Errorf("the page that is not there says %q", a.text("main"))
	}
}

// TestEmbargoAndLists: an embargo is set, shown, refused for the past and
// lifted; a published story leaves the lists and comes back. The preview shows
// what was saved last.
func TestEmbargoAndLists(t *testing.T) {
	h := open(t)
	path := h.begin(news.Reporter, withTags(thirteen(h.sections["en"].ID), ""))
	h.act(news.Editor, path, "embargo", url.Values{"until-date": {"2001-01-01"}, "until-time": {"10:00"}}).want(http.StatusUnprocessableEntity)
	h.act(news.Editor, path, "embargo", url.Values{"until-date": {"2099-12-31"}, "until-time": {"18:30"}}).want(http.StatusSeeOther)
	if panel := h.get(news.Editor, path).text(".panel"); !strings.Contains(panel, "Under embargo until") {
		t.Errorf("the panel says %q", panel)
	}
	h.act(news.Editor, path, "embargo", url.Values{}).want(http.StatusSeeOther)
	if panel := h.get(news.Editor, path).text(".panel"); strings.Contains(panel, "Under embargo until") {
		t.Error("the embargo was not lifted")
	}
	if page := h.get(news.Reporter, path+"/preview").want(http.StatusOK); !strings.Contains(page.text("p"), "DROP TABLE") {
		t.Errorf("the preview shows %q", page.text("p"))
	}
	h.act(news.Editor, path, "publish", nil).want(http.StatusSeeOther)
	for _, step := range []struct{ act, next string }{{"delist", "relist"}, {"relist", "delist"}} {
		h.act(news.Chief, path, step.act, nil).want(http.StatusSeeOther)
		if offered := h.offered(news.Chief, path); slices.Contains(offered, step.act) || !slices.Contains(offered, step.next) {
			t.Errorf("after %s these are offered: %v", step.act, offered)
		}
	}
}
