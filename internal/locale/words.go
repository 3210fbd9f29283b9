package locale

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"dateline/internal/news"
)

// Bounds of a catalog of words.
const (
	MaxWordsFile   = 1 << 20 // bytes of one language's file
	MaxWords       = 5000    // keys of one language
	MaxSentence    = 4096    // bytes of one message
	MaxPlaceName   = 32      // bytes of a name in braces
	MaxWordsFiles  = 200     // languages in one folder
	countPlaceName = "n"     // the number that Count is given
)

// fallback is the language in which every message exists.
var fallback = language.English

// Words holds the interface's messages in every language. It does not change
// after LoadWords and is safe for many goroutines at once.
type Words struct{ languages map[language.Tag]messages }

// messages are one language's messages by key.
type messages map[string]*message

// message is one text, or its forms by plural category.
type message struct {
	tag     language.Tag // whose plural rules choose the form
	counted bool
	forms   [len(formNames)]sentence // a plain message has only plural.Other
}

// LoadWords reads every *.json at the top of the folders: a file per language,
// named by its tag ("en.json", "ar.json"), with one object of keys whose values
// are a text, or an object of texts by plural category. A later folder replaces
// single messages of an earlier one. English must be there.
//
// The error is news.Invalid and names file and key: for broken JSON, a key
// twice, a place in braces that the English message has not, or a plural
// without "other".
func LoadWords(folders ...fs.FS) (*Words, error) {
	w := &Words{languages: map[language.Tag]messages{}}
	for _, folder := range folders {
		names, err := fs.Glob(folder, "*.json")
		if err != nil {
			return nil, fmt.Errorf("list the words: %w", err)
		}
		if len(names) > MaxWordsFiles {
			return nil, news.Errorf(news.TooLarge, "words", "There are more than %d files of words.", MaxWordsFiles)
		}
		for _, name := range names {
			if err := w.loadFile(folder, name); err != nil {
				return nil, err
			}
		}
	}
	return w, w.check()
}

func (w *Words) loadFile(folder fs.FS, name string) error {
	tag, err := language.Parse(strings.TrimSuffix(name, ".json"))
	if err != nil {
		return news.Errorf(news.Invalid, name, "The file's name is not a language tag: %w", err)
	}
	f, err := folder.Open(name)
	if err != nil {
		return fmt.Errorf("read the words: %w", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, MaxWordsFile+1))
	if err != nil {
		return fmt.Errorf("read the words in %s: %w", name, err)
	}
	if len(text) > MaxWordsFile {
		return news.Errorf(news.TooLarge, name, "The file of words is larger than %d bytes.", MaxWordsFile)
	}
	read, err := parseWords(tag, text)
	if err != nil {
		return news.Errorf(news.Invalid, name, "The words cannot be read: %w", err)
	}
	if w.languages[tag] == nil {
		w.languages[tag] = messages{}
	}
	maps.Copy(w.languages[tag], read)
	return nil
}

// check holds every language against English: same keys at most, same places.
func (w *Words) check() error {
	english := w.languages[fallback]
	if english == nil {
		return news.Errorf(news.Invalid, "en.json", "The English words are missing: every message needs them.")
	}
	for tag, spoken := range w.languages {
		for key, m := range spoken {
			source, ok := english[key]
			if !ok {
				return news.Errorf(news.Invalid, tag.String()+".json", "The message %q is not in en.json: add it there or remove it.", key)
			}
			if err := m.agreesWith(source); err != nil {
				return news.Errorf(news.Invalid, tag.String()+".json", "The message %q %w.", key, err)
			}
		}
	}
	return nil
}

// agreesWith says whether a translation can be filled with the values that the
// source is given, and leaves none of them out of its main form.
func (m *message) agreesWith(source *message) error {
	if m.counted != source.counted {
		return fmt.Errorf("has plural forms in one language and none in the other")
	}
	given := source.places()
	for _, form := range m.forms {
		for _, p := range form {
			if p.name != "" && !slices.Contains(given, p.name) {
				return fmt.Errorf("has a place {%s} that the English message has not", p.name)
			}
		}
	}
	for _, name := range source.forms[plural.Other].names() {
		if !slices.Contains(m.forms[plural.Other].names(), name) {
			return fmt.Errorf("leaves out {%s}", name)
		}
	}
	return nil
}

// places returns the names of all values that the message can be given.
func (m *message) places() []string {
	var names []string
	if m.counted {
		names = append(names, countPlaceName)
	}
	for _, form := range m.forms {
		names = append(names, form.names()...)
	}
	return names
}

// Languages returns the tags of the languages that have words, in order.
func (w *Words) Languages() []string {
	var tags []string
	for tag := range w.languages {
		tags = append(tags, tag.String())
	}
	slices.Sort(tags)
	return tags
}

// Missing returns, in order, the keys that a language does not have and English
// stands in for, and as "key.few" the plural forms that its rules call for and
// "other" stands in for. A language is whole when it returns none.
func (w *Words) Missing(tag string) []string {
	t, err := language.Parse(tag)
	if err != nil {
		t = language.Und
	}
	var missing []string
	for key := range w.languages[fallback] {
		m := w.spoken(t, key)
		if m == nil {
			missing = append(missing, key)
			continue
		}
		if !m.counted {
			continue
		}
		for _, form := range formsOf(m.tag) {
			if m.forms[form] == nil {
				missing = append(missing, key+"."+formNames[form])
			}
		}
	}
	slices.Sort(missing)
	return missing
}

// spoken returns a message in a language or the ones above it ("ar-EG", "ar"),
// nil where English would have to stand in.
func (w *Words) spoken(t language.Tag, key string) *message {
	for ; t != language.Und; t = t.Parent() {
		if m, ok := w.languages[t][key]; ok {
			return m
		}
	}
	return nil
}
