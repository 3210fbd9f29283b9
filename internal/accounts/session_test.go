package accounts

import (
	"testing"
	"time"

	"dateline/internal/news"
)

func TestSessionsEnd(t *testing.T) {
	h := open(t)
	ctx := t.Context()
	token, err := h.OpenSession(ctx, h.owner.ID)
	h.none(err)
	if len(token) < 43 {
		t.Errorf("a token of %d characters", len(token))
	}
	begun := h.now
	for h.now.Sub(begun) < SessionAbsolute-SessionIdle {
		h.now = h.now.Add(SessionIdle - time.Minute)
		_, err = h.Session(ctx, token)
		h.none(err)
	}
	h.now = begun.Add(SessionAbsolute + time.Second)
	_, err = h.Session(ctx, token)
	h.kind(err, news.NotFound)

	token, err = h.OpenSession(ctx, h.owner.ID)
	h.none(err)
	h.now = h.now.Add(SessionIdle + time.Second)
	_, err = h.Session(ctx, token)
	h.kind(err, news.NotFound)
}

func TestSessionsAreClosed(t *testing.T) {
	h := open(t)
	ctx := t.Context()
	var tokens [4]string
	for i := range tokens {
		var err error
		tokens[i], err = h.OpenSession(ctx, h.owner.ID)
		h.none(err)
	}
	h.none(h.CloseSession(ctx, tokens[0]))
	_, err := h.Session(ctx, tokens[0])
	h.kind(err, news.NotFound)
	_, err = h.Session(ctx, tokens[1])
	h.none(err)
	h.none(h.CloseSessions(ctx, h.actor(), h.owner.ID))
	_, err = h.Session(ctx, tokens[1])
	h.kind(err, news.NotFound)
	tokens[2], err = h.OpenSession(ctx, h.owner.ID)
	h.none(err)
	h.none(h.SetPassword(ctx, h.actor(), h.owner.ID, "nine barges below Mainz"))
	_, err = h.Session(ctx, tokens[2])
	h.kind(err, news.NotFound)
	_, err = h.Session(ctx, "forged")
	h.kind(err, news.NotFound)
}

func TestOnlyOwnersKeepAccounts(t *testing.T) {
	h := open(t)
	ctx := t.Context()
	chief, err := h.Create(ctx, h.actor(), Entry{Login: "anna", Name: "Anna Reiter", Role: news.Chief, Language: "ar"}, password+" twice")
	h.none(err)
	as := news.Actor{Account: chief.ID, Role: news.Chief}
	_, err = h.Create(ctx, as, Entry{Login: "x2", Name: "X", Role: news.Owner, Language: "en"}, password)
	h.kind(err, news.Forbidden)
	_, err = h.All(ctx, as)
	h.kind(err, news.Forbidden)
	h.kind(h.Change(ctx, as, chief.ID, 1, Entry{Login: "anna", Name: "Anna", Role: news.Owner, Language: "en"}), news.Forbidden)
	h.kind(h.SetPassword(ctx, as, h.owner.ID, "nine barges below Mainz"), news.Forbidden)
	h.kind(h.CloseSessions(ctx, as, h.owner.ID), news.Forbidden)
	h.kind(h.Speak(ctx, as, h.owner.ID, "fa"), news.Forbidden)
	h.none(h.SetPassword(ctx, as, chief.ID, "nine barges below Mainz"))
	h.none(h.Speak(ctx, as, chief.ID, "fa"))
}

func TestTheHouseKeepsAnOwner(t *testing.T) {
	h := open(t)
	ctx := t.Context()
	h.kind(h.Disable(ctx, h.actor(), h.owner.ID, 1, true), news.Invalid)
	h.kind(h.Change(ctx, h.actor(), h.owner.ID, 1, Entry{Login: "elise", Name: "E", Role: news.Editor, Language: "en"}), news.Invalid)
	other, err := h.Create(ctx, h.actor(), Entry{Login: "anna", Name: "Anna Reiter", Role: news.Owner, Language: "ar"}, password)
	h.none(err)
	h.kind(h.Disable(ctx, h.actor(), h.owner.ID, 7, true), news.Conflict)
	token, err := h.OpenSession(ctx, other.ID)
	h.none(err)
	h.none(h.Disable(ctx, h.actor(), other.ID, 1, true))
	_, err = h.Session(ctx, token)
	h.kind(err, news.NotFound)
	_, err = h.Create(ctx, h.actor(), Entry{Login: "ANNA", Name: "Another", Role: news.Editor, Language: "en"}, password)
	h.kind(err, news.Invalid)
}

func TestEntries(t *testing.T) {
	good := Entry{Login: "Pál.Szabó", Name: "Pál Szabó", Email: "pal@courier.example", Role: news.Reporter, Language: "en"}
	var a news.Account
	if err := good.settle(&a); err != nil || a.Login != "pál.szabó" {
		t.Errorf("%+v: %v", a, err)
	}
	for field, spoil := range map[string]func(*Entry){
		"login": func(e *Entry) { e.Login = "with space" }, "name": func(e *Entry) { e.Name = " " }, "email": func(e *Entry) { e.Email = "nowhere" },
		"role": func(e *Entry) { e.Role = "king" }, "language": func(e *Entry) { e.Language = "!" },
	} {
		e := good
		spoil(&e)
		err := e.settle(&a)
		if ne, ok := err.(*news.Error); !ok || ne.Field != field { //nolint:errorlint // settle returns it bare
			t.Errorf("%s: %v", field, err)
		}
	}
}
