package storetest

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/store"
)

// texts are what a careless layer would change: quotes, SQL, entities, joiners,
// marks of direction, characters beyond the first plane, and every character
// that there is.
func texts() map[string]string {
	var all strings.Builder
	for r := rune(1); r <= utf8.MaxRune; r++ {
		if utf8.ValidRune(r) {
			all.WriteRune(r)
		}
	}
	return map[string]string{
		"empty":       "",
		"space":       " \t\n  ",
		"quotes":      `' '' " "" \ \\ \' $1 ? :name @x %s`,
		"sql":         `'; DROP TABLE stories; -- UNION SELECT "a" FROM b /* */`,
		"entities":    `&amp; &#39; <b>"x"</b> &lt;`,
		"joiners":     "می\u200cخواهم ک\u200dتاب",
		"bidi":        "\u202bعربي\u202c \u2067rtl\u2069 \u200e\u200f",
		"decomposed":  "e\u0301 é ﬁ Å",
		"astral":      "𝕌𝔫𝔦 👩\u200d👩\u200d👧 𐎠",
		"separators":  "a\u2028b\u2029c\u0085d\r\ne",
		"number":      "0012.50",
		"null":        "NULL",
		"byte order":  "\ufefftext",
		"replacement": "\ufffd",
		"huge":        strings.Repeat("die Schlußakte ", 8<<20/16),
		"everything":  all.String(),
	}
}

func textByteForByte(b *bench) {
	b.sowEdition(english())
	next := news.ID(10)
	for name, text := range texts() {
		next += 10
		c := content(name)
		c.Text, c.Standfirst = text, text[:min(len(text), len(text)&63)]
		c.Standfirst = strings.ToValidUTF8(c.Standfirst, "")
		s := b.sowDraft(news.Story{ID: next}, c)
		b.write(func(tx *store.Tx) error {
			if err := tx.Comments().Add(b.Context(), news.Comment{ID: next, Story: s.ID, Text: text, State: news.CommentHeld}); err != nil {
				return err
			}
			return tx.Settings().Keep(b.Context(), name, text, 0)
		})
		r := ask(b, func(tx *store.Tx) (news.Revision, error) { return tx.Revisions().ByID(b.Context(), s.Working) })
		value := ask(b, func(tx *store.Tx) (string, error) {
			v, _, err := tx.Settings().Value(b.Context(), name)
			return v, err
		})
		if r.Text != text || r.Standfirst != c.Standfirst || value != text {
			b.Errorf("%s: the text came back changed", name)
		}
	}
}

func textRefused(b *bench) {
	for name, text := range map[string]string{"zero": "a\x00b", "not UTF-8": "a\xffb", "surrogate": "\xed\xa0\x80", "cut": "\xe2\x82"} {
		b.refused("write "+name, news.Invalid, func(tx *store.Tx) error { return tx.Settings().Keep(b.Context(), "x", text, 0) })
		b.isKind("ask "+name, b.store.Read(b.Context(), func(tx *store.Tx) error {
			_, err := tx.Redirects().Target(b.Context(), text)
			return err
		}), news.Invalid)
		b.isKind("list "+name, b.store.Read(b.Context(), func(tx *store.Tx) error {
			_, err := tx.Redirects().Of(b.Context(), text, 5)
			return err
		}), news.Invalid)
	}
}

// matching is where the engines' own lower() and LIKE would part: SQLite's
// know the letters of ASCII only.
func matching(b *bench) {
	b.sowEdition(english())
	names := []string{"Été", "Straße", "İstanbul", "كتاب", "ΣΊΣΥΦΟΣ"}
	b.write(func(tx *store.Tx) error {
		for i, n := range names {
			if err := tx.Tags().Add(b.Context(), news.Tag{ID: news.ID(i + 1), Edition: 1, Group: news.ID(i + 1), Slug: strconv.Itoa(i), Name: n}); err != nil {
				return err
			}
		}
		return tx.Redirects().Keep(b.Context(), "/Wien", "/x")
	})
	for i, spelled := range []string{"ÉTÉ", "STRASSE", "istanbul", "کتاب", "σίσυφος"} {
		if locale.Key(spelled) != locale.Key(names[i]) {
			continue // the fold does not hold these for one: that is its own test's business
		}
		got := ask(b, func(tx *store.Tx) (news.Tag, error) { return tx.Tags().ByName(b.Context(), 1, spelled) })
		equal(b, spelled, got.ID, news.ID(i+1))
	}
	got := ask(b, func(tx *store.Tx) (news.Tag, error) { return tx.Tags().ByName(b.Context(), 1, "ÉTÉ") })
	equal(b, "É", got.Name, "Été")
	lacks(b, "an address in other case", func(tx *store.Tx) (string, error) { return tx.Redirects().Target(b.Context(), "/wien") })
}

// orderOfBytes is where a database made for a language would sort otherwise.
func orderOfBytes(b *bench) {
	words := []string{"/Z", "/a", "/B", "/é", "/e", "/ä", "/_", "/a b", "/a-b", "/ab", "/ا", "/ی", "/10", "/9"}
	b.sowEdition(english())
	for i, w := range words {
		b.sowNamed(news.ID(i+1), w)
	}
	want := slices.Sorted(slices.Values(words))
	equal(b, "redirects", ask(b, func(tx *store.Tx) ([]string, error) { return tx.Redirects().Of(b.Context(), "/to", 100) }), want)
	equal(b, "blobs", ask(b, func(tx *store.Tx) ([]string, error) { return tx.Pictures().Blobs(b.Context(), "", 100) }), want)
	after := want[3]
	equal(b, "blobs after", ask(b, func(tx *store.Tx) ([]string, error) { return tx.Pictures().Blobs(b.Context(), after, 100) }), want[4:])
	var slugs, logins, names, keys []string
	for _, p := range ask(b, func(tx *store.Tx) ([]news.Person, error) { return tx.People().All(b.Context()) }) {
		slugs = append(slugs, p.Slug)
	}
	for _, a := range ask(b, func(tx *store.Tx) ([]news.Account, error) { return tx.Accounts().All(b.Context()) }) {
		logins = append(logins, a.Login)
	}
	for _, l := range ask(b, func(tx *store.Tx) ([]news.Curated, error) { return tx.Lists().Of(b.Context(), 1) }) {
		keys = append(keys, l.Key)
	}
	for _, t := range ask(b, func(tx *store.Tx) ([]news.Tag, error) { return tx.Tags().Of(b.Context(), 1, "", 100) }) {
		names = append(names, locale.Key(t.Name))
	}
	equal(b, "people", slugs, want)
	equal(b, "accounts", logins, want)
	equal(b, "lists", keys, want)
	if !slices.IsSorted(names) || len(names) != len(words) {
		b.Errorf("tags are not in the order of their folded names: %q", names)
	}
}

// sowNamed enters one of everything that is listed by a name.
func (b *bench) sowNamed(id news.ID, name string) {
	b.Helper()
	b.write(func(tx *store.Tx) error {
		return errors.Join(
			tx.Redirects().Keep(b.Context(), name, "/to"),
			tx.People().Add(b.Context(), news.Person{ID: id, Slug: name}),
			tx.Accounts().Add(b.Context(), news.Account{ID: id, Login: name, Role: news.Editor}),
			tx.Tags().Add(b.Context(), news.Tag{ID: id, Edition: 1, Group: id, Slug: name, Name: name}),
			tx.Lists().Add(b.Context(), news.Curated{ID: id, Edition: 1, Key: name, Size: 1}),
			tx.Pictures().Add(b.Context(), news.Picture{ID: id, Blob: name}, nil),
		)
	})
}
