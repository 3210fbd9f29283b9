package demo

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	foreign = regexp.MustCompile(`(?s)<span lang="[a-z]+">.*?</span>`)
	element = regexp.MustCompile(`<[^>]*>`)
	// what an edition in Arabic script never holds outside a foreign span:
	// Latin digits, words, quotation marks and marks that have a form of their own
	strayMarks = regexp.MustCompile(`[0-9A-Za-z,;?"“”]`)
	// each language also has letters and digits that are the other's
	strayLetters = map[string]*regexp.Regexp{
		"ar": regexp.MustCompile(`[۰-۹کیگپچژ\x{200c}]`),
		"fa": regexp.MustCompile(`[٠-٩كيىة]`),
	}
)

// stray lists what does not belong into a text of the language.
func stray(language, markup string) []string {
	own, ok := strayLetters[language]
	if !ok {
		return nil
	}
	words := element.ReplaceAllString(foreign.ReplaceAllString(markup, ""), " ")
	out := append(strayMarks.FindAllString(words, -1), own.FindAllString(words, -1)...)
	if strings.Count(words, "«") != strings.Count(words, "»") {
		out = append(out, "« without »")
	}
	return out
}

func TestStrayFindsWhatDoesNotBelong(t *testing.T) {
	for _, c := range []struct {
		language, markup string
		want             []string
	}{
		{"ar", `<p>وقّعت ٧ دول، ثم <span lang="fr">La Belle</span>.</p>`, nil},
		{"ar", `<p>في 9 يونيو ۹</p>`, []string{"9", "۹"}},
		{"fa", `<p>هفت قدرت، ۹ ژوئن؛ می‌گویند.</p>`, nil},
		{"fa", `<p>في «ك, ٩</p>`, []string{",", "ي", "ك", "٩", "« without »"}},
		{"en", `<p>In 1815, “yes”.</p>`, nil},
	} {
		if got := stray(c.language, c.markup); !slices.Equal(got, c.want) {
			t.Errorf("stray(%s, %s) = %q, want %q", c.language, c.markup, got, c.want)
		}
	}
}

// Every version of every story keeps to the script of its edition, and what
// its acts replace is there to be replaced.
func TestStoriesKeepToTheirScript(t *testing.T) {
	for _, s := range read(t).stories {
		for edition, b := range s.bodies {
			texts := []string{b.headline, b.kicker, b.standfirst, b.markup, s.Picture.Caption[edition], s.Picture.Alt[edition]}
			markup := b.markup
			for _, a := range s.Acts {
				var err error
				if markup, err = a.applied(markup, s.Key, edition); err != nil {
					t.Error(err)
				}
				texts = append(texts, markup, a.Note[edition])
			}
			for _, text := range texts {
				if bad := stray(edition, text); len(bad) > 0 {
					t.Errorf("%s (%s) has %q", s.Key, edition, bad)
				}
			}
			if b.headline == "" || b.standfirst == "" || b.slug == "" || b.markup == "" {
				t.Errorf("%s (%s) lacks headline, standfirst, slug or text", s.Key, edition)
			}
		}
	}
}

// A translation has the blocks, topics and pictures of its original.
func TestTranslationsAreWhole(t *testing.T) {
	for _, s := range read(t).stories {
		whole := blocks(s.bodies[s.Editions[0]].markup)
		for _, edition := range s.Editions[1:] {
			if got := blocks(s.bodies[edition].markup); !slices.Equal(got, whole) {
				t.Errorf("%s (%s) has the blocks %q, want %q", s.Key, edition, got, whole)
			}
		}
	}
}

var block = regexp.MustCompile(`<(p|h2|h3|li|tr|table|aside|blockquote|cite|figure|sup)\b`)

// blocks lists the blocks of a text in their order, then its topics and
// pictures in theirs.
func blocks(markup string) []string {
	out := found(block, markup)
	topics := found(topicKey, markup)
	slices.Sort(topics) // word order differs between languages
	return slices.Concat(out, topics, found(pictureKey, markup))
}
