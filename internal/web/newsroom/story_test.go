package newsroom_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/prose"
)

// thirteen is a story of the shape of an analysis of a meeting of thirteen
// states, with what filters and databases stumble over in every field.
func thirteen(section news.ID) url.Values {
	return url.Values{
		"kind": {"analysis"}, "section": {section.String()},
		"kicker":          {`"UNION" & 'SELECT' <b>`},
		"headline":        {`Robert'); DROP TABLE stories;-- "CSTO" & <SCO> prophet's`},
		"standfirst":      {"Thirteen states; \"one\" question — 'u n i o n'?\r\n  Second line with  two spaces\t."},
		"slug":            {"union-select"},
		"dateline.source": {`Courier "x"`}, "dateline.place": {`Moscow's <Kremlin> & موسكو`}, "date": {"2020-09-0۴"}, "lat": {"۵۵.75"}, "lon": {"37.6"},
		"byline.role": {"by", "in"}, "byline.person": {"", ""}, "byline.name": {`O'Neil "Ned" <script>`, "نویسنده‌ای"}, "byline.place": {"", "Кремль"},
		"lead.picture": {""}, "lead.caption": {"1 < 2 && 3 > 2"}, "lead.alt": {`" onerror="x`},
		"tags": {"CIS, SCO, Asia, Moscow's, الأمن"}, "related": {""},
		"text": {"<p>SELECT * FROM x WHERE a = 'b' -- \"quoted\" &lt;tag&gt; &amp;amp;</p>\r\n<h2>والعربية أيضًا</h2>\r\n<p lang=\"fa\">می‌خواهم ۱۲۳</p>"},
	}
}

func (h *house) begin(role news.Role, values url.Values) (path string) {
	h.t.Helper()
	return strings.Split(h.post(role, "/newsroom/story/new?edition=en", values).want(http.StatusSeeOther).header.Get("Location"), "?")[0]
}

func TestEveryFieldComesBackAsItWasTyped(t *testing.T) {
	h := open(t)
	typed := thirteen(h.sections["en"].ID)
	path := h.begin(news.Owner, typed)
	first := h.get(news.Owner, path).want(http.StatusOK).form("form#story")
	for name, values := range typed {
		switch name {
		case "text", "date", "lat", "tags":
			continue // written in another form on purpose; see below
		}
		for i, v := range values {
			if first[name][i] != v {
				t.Errorf("%s came back as %q, not %q", name, first[name][i], v)
			}
		}
	}
	if got := first.Get("date") + " " + first.Get("lat"); got != "2020-09-04 55.75" {
		t.Errorf("date and latitude came back as %q", got)
	}
	if first.Get("tags") != typed.Get("tags") {
		t.Errorf("tags came back as %q", first.Get("tags"))
	}
	h.post(news.Owner, path, first).want(http.StatusSeeOther)
	second := h.get(news.Owner, path).form("form#story")
	if first.Encode() != second.Encode() {
		t.Errorf("saving what stands there changed it:\n%v\n%v", first, second)
	}
	if n := len(h.get(news.Owner, path+"/history").all(".past form tbody tr")); n != 1 {
		t.Errorf("saving what stands there made %d revisions", n)
	}
}

func TestTextKeepsEveryWord(t *testing.T) {
	h := open(t)
	path := h.begin(news.Owner, thirteen(h.sections["en"].ID))
	id, _ := news.ParseID(strings.TrimPrefix(path, "/newsroom/story/"))
	piece, err := h.desk.Working(t.Context(), h.as(news.Owner), id)
	h.must(err)
	doc, err := prose.Parse([]byte(piece.Revision.Text))
	h.must(err)
	for _, words := range []string{`SELECT * FROM x WHERE a = 'b' -- "quoted" <tag> &amp;`, "والعربية أيضًا", "می‌خواهم ۱۲۳"} {
		if !strings.Contains(prose.Text(doc), words) {
			t.Errorf("%q is not in %q", words, prose.Text(doc))
		}
	}
}

func TestRefusedFormKeepsWhatWasTyped(t *testing.T) {
	h := open(t)
	typed := thirteen(h.sections["en"].ID)
	typed.Set("date", "yesterday")
	for _, path := range []string{"/newsroom/story/new?edition=en", h.begin(news.Owner, thirteen(h.sections["en"].ID))} {
		a := h.post(news.Owner, path, typed).want(http.StatusUnprocessableEntity)
		got := a.form("form#story")
		for name, values := range typed {
			for i, v := range values {
				if got[name][i] != v {
					t.Errorf("%s: %s came back as %q, not %q", path, name, got[name][i], v)
				}
			}
		}
		if wrong := a.text("#date-wrong"); !strings.Contains(wrong, "not a date") {
			t.Errorf("%s: beside the date stands %q", path, wrong)
		}
		if attr(a.all("#date")[0], "aria-invalid") != "true" {
			t.Errorf("%s: the date is not marked", path)
		}
	}
}

func TestWhatIsWrongStandsBesideItsField(t *testing.T) {
	h := open(t)
	for _, c := range []struct{ field, value, at string }{
		{"headline", strings.Repeat("x", desk.MaxHeadline+1), "#headline-wrong"},
		{"standfirst", strings.Repeat("س", desk.MaxStandfirst+1), "#standfirst-wrong"},
		{"section", "nonsense", ".bad #section + .wrong"},
		{"lead.picture", "0", `[id="lead.picture-wrong"]`},
		{"related", "https://example.org/no-story", "#related-wrong"},
		{"related", news.NewID().String(), "#related-wrong"},
		{"lat", "north", ".wrong"},
		{"lat", "91", ".wrong"},
		{"tags", strings.Repeat("a,", desk.MaxTags+1), "#tags-wrong"},
	} {
		typed := thirteen(h.sections["en"].ID)
		typed.Set(c.field, c.value)
		if a := h.post(news.Owner, "/newsroom/story/new?edition=en", typed); a.status != http.StatusUnprocessableEntity || a.text(c.at) == "" {
			t.Errorf("%s = %.20q: status %d, beside it %q", c.field, c.value, a.status, a.text(c.at))
		}
	}
	typed := thirteen(h.sections["en"].ID)
	typed["byline.role"] = []string{"", "by", "nonsense"}
	typed["byline.name"], typed["byline.person"], typed["byline.place"] = []string{"", "A", "B"}, []string{"", "", ""}, []string{"", "", ""}
	a := h.post(news.Owner, "/newsroom/story/new?edition=en", typed).want(http.StatusUnprocessableEntity)
	if rows := a.all("#bylines .by"); attr(rows[2], "class") != "row by bad" || attr(rows[1], "class") != "row by" {
		t.Error("the wrong line of bylines is marked")
	}
}

func TestConflictShowsBothVersions(t *testing.T) {
	h := open(t)
	path := h.begin(news.Owner, thirteen(h.sections["en"].ID))
	mine, theirs := h.get(news.Owner, path).form("form#story"), h.get(news.Editor, path).form("form#story")
	theirs.Set("headline", "Their headline")
	theirs.Set("text", "<p>Their text</p>")
	h.post(news.Editor, path, theirs).want(http.StatusSeeOther)
	mine.Set("headline", "My headline")
	a := h.post(news.Owner, path, mine).want(http.StatusConflict)
	if got := a.form("form#story").Get("headline"); got != "My headline" {
		t.Errorf("mine came back as %q", got)
	}
	if got := a.text(".theirs"); !strings.Contains(got, "Their headline") || !strings.Contains(got, "Their text") || !strings.Contains(got, "The editor") {
		t.Errorf("theirs is %q", got)
	}
	h.post(news.Owner, path, a.form("form#story")).want(http.StatusSeeOther)
	if got := h.get(news.Owner, path).form("form#story").Get("headline"); got != "My headline" {
		t.Errorf("after bringing both together the headline is %q", got)
	}
}

func TestSentTwiceIsSavedOnce(t *testing.T) {
	h := open(t)
	path := h.begin(news.Owner, thirteen(h.sections["en"].ID))
	typed := h.get(news.Owner, path).form("form#story")
	typed.Set("headline", "Once")
	h.post(news.Owner, path, typed).want(http.StatusSeeOther)
	h.post(news.Owner, path, typed).want(http.StatusSeeOther)
	if n := len(h.get(news.Owner, path+"/history").all(".past form tbody tr")); n != 2 {
		t.Errorf("%d revisions", n)
	}
}

func TestWhatWasChangedOnTheWayInIsTold(t *testing.T) {
	h := open(t)
	typed := thirteen(h.sections["en"].ID)
	typed.Set("text", `<p onclick="x()">Kept</p><script>alert(1)</script>`)
	next := h.post(news.Owner, "/newsroom/story/new?edition=en", typed).want(http.StatusSeeOther).header.Get("Location")
	a := h.get(news.Owner, next).want(http.StatusOK)
	if !strings.Contains(a.text(".notes"), "script") {
		t.Errorf("the notes are %q", a.text(".notes"))
	}
	if text := a.form("form#story").Get("text"); strings.Contains(text, "alert") || strings.Contains(text, "onclick") || !strings.Contains(text, "Kept") {
		t.Errorf("the text is %q", text)
	}
}

func TestTagsAreMadeByThoseWhoMay(t *testing.T) {
	h := open(t)
	typed := thirteen(h.sections["en"].ID)
	typed.Set("tags", "Brandnew")
	if a := h.post(news.Reporter, "/newsroom/story/new?edition=en", typed).want(http.StatusUnprocessableEntity); !strings.Contains(a.text("#tags-wrong"), "Brandnew") {
		t.Error("a reporter is not told which tag is missing")
	}
	h.begin(news.Chief, typed)
	h.begin(news.Reporter, typed)
	typed.Set("tags", "CIS،Comma’s kept\nSecond, with a comma")
	path := h.begin(news.Chief, typed)
	if got := h.get(news.Chief, path).form("form#story").Get("tags"); got != "CIS،Comma’s kept\r\nSecond, with a comma" {
		t.Errorf("tags with commas came back as %q", got)
	}
}
