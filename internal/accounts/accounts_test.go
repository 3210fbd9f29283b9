package accounts

import (
	"context"
	"strings"
	"testing"
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

// house is a database with a clock of its own and one owner.
type house struct {
	*Accounts
	t     *testing.T
	now   time.Time
	owner news.Account
}

const password = "seven lanterns over Ghent"

func open(t *testing.T) *house {
	t.Helper()
	h := &house{t: t, now: time.Date(2026, 11, 23, 16, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return h.now }
	s, err := store.Open(t.Context(), store.Options{Dir: t.TempDir(), Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	h.Accounts = New(s, clock)
	h.owner, err = h.First(t.Context(), Entry{Login: "Elise", Name: "Elise Hartmann", Language: "en"}, password)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func (h *house) actor() news.Actor { return news.Actor{Account: h.owner.ID, Role: news.Owner} }

// kind fails the test unless an error is of a kind.
func (h *house) kind(err error, want news.Kind) {
	h.t.Helper()
	if err == nil || news.KindOf(err) != want {
		h.t.Fatalf("error %v, not of the kind %v", err, want)
	}
}

func (h *house) none(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

func client(n byte) [16]byte { return [16]byte{n} }

func TestFirstIsTheOnlyOneWithoutAnActor(t *testing.T) {
	h := open(t)
	_, err := h.First(t.Context(), Entry{Login: "other", Name: "Other", Language: "en"}, password)
	h.kind(err, news.Conflict)
	if h.owner.Role != news.Owner || h.owner.Login != "elise" {
		t.Errorf("the first account is %+v", h.owner)
	}
}

func TestSignIn(t *testing.T) {
	h := open(t)
	ctx := t.Context()
	a, err := h.SignIn(ctx, " ELISE ", password, client(1))
	h.none(err)
	if a.ID != h.owner.ID {
		t.Errorf("signed in as %v", a.ID)
	}
	_, known := h.SignIn(ctx, "elise", password+"x", client(1))
	_, unknown := h.SignIn(ctx, "nobody", password, client(1))
	if known == nil || unknown == nil || known.Error() != unknown.Error() {
		t.Errorf("a known name: %v; an unknown one: %v", known, unknown)
	}
	h.none(h.Accounts.store.Write(ctx, func(tx *store.Tx) error {
		o := h.owner
		o.Disabled = true
		return tx.Accounts().Change(ctx, o)
	}))
	_, disabled := h.SignIn(ctx, "elise", password, client(1))
	if disabled == nil || disabled.Error() != known.Error() {
		t.Errorf("a disabled account: %v", disabled)
	}
}

// A password typed in composed and decomposed letters is the same password.
func TestPasswordIsTheSameHoweverItsLettersAreComposed(t *testing.T) {
	h := open(t)
	composed, decomposed := "caf\u00e9 s\u00e9jour \u00e0 Gand", "cafe\u0301 se\u0301jour a\u0300 Gand"
	h.none(h.SetPassword(t.Context(), h.actor(), h.owner.ID, composed))
	_, err := h.SignIn(t.Context(), "elise", decomposed, client(1))
	h.none(err)
}

func TestGuessingIsSlowedDown(t *testing.T) {
	h := open(t)
	h.Accounts.logins.tries, h.Accounts.clients.tries = 3, 5
	for i := range byte(3) {
		_, err := h.SignIn(t.Context(), "elise", "wrong", client(i))
		h.kind(err, news.Invalid)
	}
	_, err := h.SignIn(t.Context(), "elise", password, client(9))
	h.kind(err, news.Unavailable)
	h.now = h.now.Add(loginPause)
	_, err = h.SignIn(t.Context(), "elise", password, client(9))
	h.none(err)
	for range 5 {
		_, err := h.SignIn(t.Context(), "nobody"+h.now.String(), "wrong", client(50))
		h.kind(err, news.Invalid)
		h.now = h.now.Add(time.Microsecond)
	}
	_, err = h.SignIn(t.Context(), "somebody-else", "wrong", client(50))
	h.kind(err, news.Unavailable)
}

func TestThrottleIsBounded(t *testing.T) {
	th, now := newThrottle(2, time.Second), time.Now()
	for i := range maxThrottled + 100 {
		th.take([16]byte{byte(i), byte(i >> 8), byte(i >> 16)}, now)
	}
	if len(th.keys) > maxThrottled {
		t.Errorf("%d keys", len(th.keys))
	}
}

func TestPasswordRules(t *testing.T) {
	h := open(t)
	a := news.Account{Login: "elise", Name: "Elise Hartmann", Email: "hartmann@courier.example"}
	for _, bad := range []string{
		"", "short", strings.Repeat("é", MinPassword-1), strings.Repeat("ab", 20), "elise-elise-elise", "Elise Hartmann 1", "hartmannHARTMANN", "the vienna courier!", "ViennaCourier123", "password1234567", "qwertyuiop12", strings.Repeat("xyzabc1", 40), "invalid \xff utf-8 here",
	} {
		if err := checkPassword(bad, a, []string{"The Vienna Courier", "Vienna", "Courier"}); news.KindOf(err) != news.Invalid || err == nil {
			t.Errorf("%.20q is taken: %v", bad, err)
		}
	}
	for _, good := range []string{password, "شمع‌های روی پل گنت", "courier pigeons eat barley", strings.Repeat("aß", 6) + "bcdefghi"} {
		if err := checkPassword(good, a, []string{"The Vienna Courier"}); err != nil {
			t.Errorf("%q is refused: %v", good, err)
		}
	}
	h.kind(h.SetPassword(t.Context(), h.actor(), h.owner.ID, "elise-elise-elise"), news.Invalid)
}

func TestStoredPasswords(t *testing.T) {
	h := open(t)
	var kept news.Account
	h.none(h.store.Read(t.Context(), func(tx *store.Tx) (err error) {
		kept, err = tx.Accounts().ByLogin(context.Background(), "elise")
		return err
	}))
	if !strings.HasPrefix(kept.Password, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("kept as %q", kept.Password)
	}
	for _, broken := range []string{"", "plain", "$argon2id$v=19$m=99999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA", "$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA", "$argon2id$v=19$m=1,t=0,p=0$$"} {
		if same, _, err := h.matches(t.Context(), broken, ""); same || err != nil {
			t.Errorf("%q matches (%v)", broken, err)
		}
	}
	if same, _, _ := h.matches(t.Context(), nobody, ""); same {
		t.Error("nobody has a password")
	}
}

// A hash of a former cost is made anew when its owner signs in.
func TestHashIsRenewed(t *testing.T) {
	h := open(t)
	ctx := t.Context()
	cheap := cost{memory: 1024, time: 1, threads: 1}
	salt := []byte("0123456789abcdef")
	h.none(h.store.Write(ctx, func(tx *store.Tx) error {
		o := h.owner
		o.Password = phc(cheap, salt, derive(password, salt, cheap, hashLen))
		return tx.Accounts().Change(ctx, o)
	}))
	_, err := h.SignIn(ctx, "elise", password, client(1))
	h.none(err)
	kept, err := h.ByID(ctx, h.actor(), h.owner.ID)
	h.none(err)
	if !strings.Contains(kept.Password, "m=19456") {
		t.Errorf("kept as %q", kept.Password)
	}
	_, err = h.SignIn(ctx, "elise", password, client(1))
	h.none(err)
}
