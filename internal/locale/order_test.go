package locale

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestSortKey(t *testing.T) {
	for tag, want := range map[string][]string{
		"en": {"Aachen", "église", "Essen", "Øresund", "Zürich"},
		"de": {"Ägypten", "Albanien", "Oman", "Österreich", "Peru"},
		"sv": {"Zagreb", "Åbo", "Älvsbyn", "Örebro"},
		"tr": {"cami", "çay", "ılık", "iki", "şeker", "tuz"},
		"fa": {"آب", "بهار", "پاریس", "تهران", "چای", "حلب", "ژنو", "کابل", "گرگان", "وین", "هرات", "یزد"},
		"ar": {"أحمد", "باريس", "فيينا", "كابل", "يافا"},
		"ru": {"Вена", "ёлка", "Женева"},
	} {
		l := edition(t, tag, Options{})
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, func(a, b string) int { return bytes.Compare(l.SortKey(a), l.SortKey(b)) })
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}

func TestSortKeyIsBounded(t *testing.T) {
	l := edition(t, "en", Options{})
	long := strings.Repeat("é", MaxSortText)
	if !bytes.Equal(l.SortKey(long), l.SortKey(long+"z")) {
		t.Error("what stands behind the bound changed the key")
	}
}

func TestSortKeyAtOnce(t *testing.T) {
	l := edition(t, "fa", Options{})
	want := l.SortKey("گرگان")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				l.SortKey("وین")
				if got := l.SortKey("گرگان"); !bytes.Equal(got, want) {
					t.Errorf("%x, want %x", got, want)
					return
				}
			}
		})
	}
	wg.Wait()
}
