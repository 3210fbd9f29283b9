package news_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/internal/news"
)

func TestNewID(t *testing.T) {
	seen := map[news.ID]bool{}
	for range 1000 {
		id := news.NewID()
		if id <= 0 || seen[id] {
			t.Fatalf("%d is no new id", id)
		}
		seen[id] = true
	}
}

func TestIDSpelling(t *testing.T) {
	for id, want := range map[news.ID]string{1: "3", 28: "z", 29: "32", math.MaxInt64: news.ID(math.MaxInt64).String(), 0: "2", -5: "2"} {
		if got := id.String(); got != want || len(got) > news.MaxIDLen || strings.ContainsAny(got, "01ilouvILO") {
			t.Errorf("%d is spelled %q, want %q", id, got, want)
		}
	}
	for _, s := range []string{"", "2", "22", "23", "0", "1", "i", "l", "o", "u", "v", "A", "3-", " 3", "é", "\x00", strings.Repeat("z", news.MaxIDLen), strings.Repeat("3", news.MaxIDLen+1)} {
		if id, ok := news.ParseID(s); ok {
			t.Errorf("%q is read as %d", s, id)
		}
	}
}

func TestIDRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := news.ID(rapid.Int64Range(1, math.MaxInt64).Draw(t, "id"))
		if back, ok := news.ParseID(id.String()); !ok || back != id {
			t.Fatalf("%d is spelled %q and read %d, %v", id, id, back, ok)
		}
	})
}

func FuzzParseID(f *testing.F) {
	f.Add("3")
	f.Add(news.ID(math.MaxInt64).String())
	f.Add("zzzzzzzzzzzzz")
	f.Fuzz(func(t *testing.T, s string) {
		if id, ok := news.ParseID(s); ok && (id <= 0 || id.String() != s) {
			t.Errorf("%q is read as %d, which is spelled %q", s, id, id)
		}
	})
}

func ExampleParseID() {
	id, ok := news.ParseID("7x")
	fmt.Println(int64(id), ok, id)
	_, ok = news.ParseID("27x") // the same number, in another spelling
	fmt.Println(ok)
	// Output:
	// 171 true 7x
	// false
}
