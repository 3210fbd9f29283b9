//go:build look

package newsroom_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/prose"
)

// TestLook takes pictures of the screens with chromium into the folder that
// DATELINE_LOOK names, for people to look at. DATELINE_LOOK_ONLY keeps to the
// pictures whose names hold it. Run it with -tags look.
func TestLook(t *testing.T) {
	folder := os.Getenv("DATELINE_LOOK")
	if folder == "" {
		t.Fatal("DATELINE_LOOK names no folder for pictures")
	}
	h := open(t)
	story := h.furnish()
	h.photo = h.photograph("A bridge of boats").ID.String()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if who, err := r.Cookie("as"); err == nil {
			r.AddCookie(&http.Cookie{Name: "dateline", Value: h.tokens[news.Role(who.Value)]})
		} else if !strings.Contains(r.URL.Path, "sign-in") {
			r.AddCookie(&http.Cookie{Name: "dateline", Value: h.tokens[news.Owner]})
		}
		h.handler.ServeHTTP(w, r)
	}))
	defer server.Close()
	screens := map[string]string{
		"sign-in": "/newsroom/sign-in", "desk": "/newsroom/", "story": story, "history": story + "/history", "new": "/newsroom/story/new?edition=en",
		"lists": "/newsroom/lists/en?q=a", "settings": "/newsroom/settings/", "edition": "/newsroom/settings/edition/" + h.editions["en"].ID.String(),
		"audit": "/newsroom/audit", "accounts": "/newsroom/accounts/", "account": "/newsroom/accounts/" + h.people[news.Editor].ID.String(), "me": "/newsroom/me",
		"trouble": "/newsroom/nowhere", "pictures": "/newsroom/pictures", "picture": "/newsroom/picture/" + h.photo, "mine": "/newsroom/?stage=done&said=publish",
	}
	for _, language := range []string{"en", "ar", "fa"} {
		h.must(h.accounts.Speak(t.Context(), h.as(news.Owner), h.people[news.Owner].ID, language))
		for name, path := range screens {
			for _, width := range []int{360, 768, 1440} {
				for _, dark := range []bool{false, true} {
					h.picture(shot{folder, fmt.Sprintf("%s-%s-%d%s", name, language, width, mode(dark)), server.URL + path, width, dark, language})
				}
			}
		}
	}
}

func mode(dark bool) string {
	if dark {
		return "-dark"
	}
	return ""
}

type shot struct {
	folder, name, address string
	width                 int
	dark                  bool
	language              string
}

func (h *house) picture(s shot) {
	h.t.Helper()
	if only := os.Getenv("DATELINE_LOOK_ONLY"); only != "" && !matches(s.name, only) {
		return
	}
	ctx, cancel := context.WithTimeout(h.t.Context(), chromiumTime)
	defer cancel()
	scheme := "1"
	if s.dark {
		scheme = "0"
	}
	cmd := exec.CommandContext(ctx, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1",
		"--blink-settings=preferredColorScheme="+scheme, "--accept-lang="+s.language, "--user-data-dir="+h.t.TempDir(),
		fmt.Sprintf("--window-size=%d,%d", s.width, 1300), "--screenshot="+filepath.Join(s.folder, s.name+".png"), s.address)
	if out, err := cmd.CombinedOutput(); err != nil {
		h.t.Errorf("%s: %v: %s", s.name, err, out)
	}
}

func matches(name, only string) bool {
	for part := range strings.SplitSeq(only, ",") {
		if strings.HasPrefix(name, part) {
			return true
		}
	}
	return false
}

const chromiumTime = 60e9

// furnish fills the desk: stories in every state, lists, notes. It returns the
// address of a story that was published, corrected and changed again.
func (h *house) furnish() string {
	h.t.Helper()
	ctx := h.t.Context()
	owner := h.as(news.Owner)
	var told string
	for i, s := range []struct{ headline, place, date, stage string }{
		{"A captain receives an emperor", "Rochefort", "1815-07-15", "draft"},
		{"What the bargemen of Mainz expect", "", "", "draft"},
		{"The city opens its houses to the wounded", "Brussels", "1815-06-19", "submit"},
		{"Austrian troops enter Naples", "Naples", "1815-05-23", "approve"},
		{"The river clauses may outlive the frontiers", "Vienna", "1815-06-09", "schedule"},
		{"Allies break Napoleon’s army on the ridge at Mont-Saint-Jean", "Waterloo", "1815-06-19", "publish"},
		{"A peace in 121 articles. Will it hold?", "Vienna", "1815-06-09", "correct"},
		{"Louis XVIII leaves Ghent", "Ghent", "1815-06-22", "retract"},
	} {
		date, err := news.ParseCivil(s.date)
		h.must(err)
		c := news.Content{
			Kind: news.StoryKinds[i%4], Section: h.sections["en"].ID, Headline: s.headline, Standfirst: "Carts have come up the Waterloo road since Sunday night. The hospitals filled first, then the churches, then the front parlours.",
			Dateline: news.Dateline{Place: s.place, Date: date, Source: "Courier"}, Bylines: []news.Byline{{Name: "Joris Claes", Role: news.RoleBy}},
			Text: string(prose.Canonical(prose.Doc{Blocks: []prose.Block{
				prose.Paragraph{Base: prose.Base{ID: "p1"}, Text: prose.Words("Wellington’s surgeons stopped asking by Monday noon whose coat a man wore. The Prussians who fell at Ligny had been arriving since the 17th.")},
				prose.Paragraph{Base: prose.Base{ID: "p2"}, Text: prose.Words("The gates stayed open through the night. From Hougoumont alone the carts made the journey of four hours again and again.")},
			}})),
		}
		made, err := h.desk.Draft(ctx, owner, desk.Start{Edition: h.editions["en"].ID, Content: c})
		h.must(err)
		path := h.bring(made, c, s.stage)
		if s.stage == "correct" {
			told = path
		}
	}
	return told
}

// bring brings a draft to a stage.
func (h *house) bring(s news.Story, c news.Content, stage string) string {
	h.t.Helper()
	ctx, owner := h.t.Context(), h.as(news.Owner)
	path := "/newsroom/story/" + s.ID.String()
	act := func(name string, values url.Values) {
		h.t.Helper()
		if values == nil {
			values = url.Values{}
		}
		now, err := h.desk.Story(ctx, owner, s.ID)
		h.must(err)
		values.Set("version", fmt.Sprint(now.Version))
		h.post(news.Owner, path+"/"+name, values).want(http.StatusSeeOther)
	}
	switch stage {
	case "draft":
	case "schedule":
		act("schedule", url.Values{"date": {"2031-11-23"}, "time": {"۱۸:۳۰"}})
	case "correct", "retract":
		act("publish", nil)
		if stage == "retract" {
			act("retract", url.Values{"reason": {"The letter on which it rested was forged."}})
			return path
		}
		_, err := h.desk.Translate(ctx, owner, s.ID, h.editions["ar"].ID)
		h.must(err)
		list, err := h.desk.SettleList(ctx, news.System, news.Curated{Edition: s.Edition, Key: "choice", Name: "Editor’s Choice", Size: 4, Tail: news.TailLatest})
		h.must(err)
		h.post(news.Owner, "/newsroom/lists/en/add", url.Values{"list": {list.ID.String()}, "subject": {news.Subject{Noun: news.NounStory, ID: s.ID}.String()}}).want(http.StatusSeeOther)
		form := h.get(news.Owner, path).form("form#story")
		form.Set("text", strings.Replace(form.Get("text"), "four hours", "three hours", 1)+"<p>At the Hôtel de Ville the mayor has asked for linen.</p>")
		h.post(news.Owner, path, form).want(http.StatusSeeOther)
		act("correct", url.Values{"kind": {"correction"}, "note": {"The journey takes three hours, not four."}})
		form = h.get(news.Owner, path).form("form#story")
		form.Set("headline", "A peace in 121 articles. Will it last?")
		h.post(news.Owner, path, form).want(http.StatusSeeOther)
		act("remark", url.Values{"note": {"Is “three armies” ours or the mayor’s?"}})
	default:
		act(stage, nil)
	}
	return path
}
