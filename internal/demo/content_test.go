package demo

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func read(t *testing.T) content {
	t.Helper()
	c, err := readContent()
	if err != nil {
		t.Fatal(err)
	}
	if len(c.stories) < 12 {
		t.Fatalf("only %d stories", len(c.stories))
	}
	return c
}

// keysOf lists the keys of one of the content's files.
func keysOf(t *testing.T, name string) []string {
	t.Helper()
	var all []struct{ Key string }
	if err := readJSON("content/"+name, &all); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, one := range all {
		if slices.Contains(keys, one.Key) {
			t.Errorf("%s has %q twice", name, one.Key)
		}
		keys = append(keys, one.Key)
	}
	return keys
}

func known(t *testing.T, where string, keys []string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if w != "" && !slices.Contains(keys, w) {
			t.Errorf("%s: nothing has the key %q", where, w)
		}
	}
}

func pictureKeys(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(pictureFiles, "pictures/*.jpg")
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range names {
		names[i] = strings.TrimSuffix(strings.TrimPrefix(n, "pictures/"), ".jpg")
	}
	return names
}

var (
	topicKey   = regexp.MustCompile(`data-topic="([^"]*)"`)
	pictureKey = regexp.MustCompile(`data-picture="([^"]*)"`)
)

func found(re *regexp.Regexp, markup string) []string {
	var keys []string
	for _, m := range re.FindAllStringSubmatch(markup, -1) {
		keys = append(keys, m[1])
	}
	return keys
}

func TestStoriesNameOnlyWhatThereIs(t *testing.T) {
	c := read(t)
	people, places, tags, topics := keysOf(t, "people.json"), keysOf(t, "places.json"), keysOf(t, "tags.json"), keysOf(t, "topics.json")
	pictures := pictureKeys(t)
	var stories []string
	for _, s := range c.stories {
		stories = append(stories, s.Key)
	}
	for _, s := range c.stories {
		known(t, s.Key, places, s.Dateline.Place)
		known(t, s.Key, tags, s.Tags...)
		known(t, s.Key, stories, s.Related...)
		known(t, s.Key, pictures, s.Picture.Key)
		for _, b := range s.Bylines {
			known(t, s.Key, people, b.Person)
			known(t, s.Key, places, b.Place)
		}
		for edition, b := range s.bodies {
			linked := found(topicKey, b.markup)
			known(t, s.Key+" "+edition, topics, linked...)
			known(t, s.Key+" "+edition, pictures, found(pictureKey, b.markup)...)
			slices.Sort(linked)
			if len(slices.Compact(linked)) != len(found(topicKey, b.markup)) {
				t.Errorf("%s (%s) links a topic twice", s.Key, edition)
			}
		}
	}
}

func TestKnowledgeNamesOnlyWhatThereIs(t *testing.T) {
	topics, sources, places := keysOf(t, "topics.json"), keysOf(t, "sources.json"), keysOf(t, "places.json")
	kinds := keysOf(t, "relations.json")
	var all []struct {
		Key, Place string
		Relations  []struct{ Kind, Target, Source string }
	}
	var events []struct {
		Key, Place      string
		Sources, Topics []string
	}
	if err := readJSON("content/topics.json", &all); err != nil {
		t.Fatal(err)
	}
	if err := readJSON("content/events.json", &events); err != nil {
		t.Fatal(err)
	}
	for _, one := range all {
		known(t, one.Key, places, one.Place)
		for _, r := range one.Relations {
			known(t, one.Key, kinds, r.Kind)
			known(t, one.Key, topics, r.Target)
			known(t, one.Key, sources, r.Source)
		}
	}
	for _, e := range events {
		known(t, e.Key, places, e.Place)
		known(t, e.Key, sources, e.Sources...)
		known(t, e.Key, topics, e.Topics...)
		if len(e.Sources) == 0 {
			t.Errorf("event %s has no source", e.Key)
		}
	}
}
