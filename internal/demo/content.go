package demo

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

//go:embed content
var files embed.FS

// said is a text in several languages.
type said map[string]string

// publication is content/publication.json.
type publication struct {
	Name, Tagline, Description said
	SourceEdition              string
	Editions                   []struct {
		Name, Language, Calendar, Digits, Zone, Label string
	}
	Sections []struct {
		Key                        string
		Names, Slugs, Descriptions said
	}
}

// person is one of content/people.json.
type person struct {
	Key        string
	Names, Bio said
}

// tag is one of content/tags.json.
type tag struct {
	Key   string
	Names said
}

// place is one of content/places.json.
type place struct {
	Key      string
	Names    said
	Lat, Lon float64
}

// story is stories/<key>/story.json with its bodies.
type story struct {
	Key, Kind, Section string
	Editions           []string
	Dateline           struct {
		Source      said
		Place, Date string
	}
	Bylines []struct{ Person, Role, Place string }
	Picture struct {
		Key                  string
		Caption, Alt, Credit said
	}
	Tags, Related []string
	Published     string
	Lists         map[string]int
	Acts          []laterAct
	bodies        map[string]body
}

// laterAct is what happened to a story after its publication. Replace is made
// on the markup of the body.
type laterAct struct {
	Act, Offset, Kind string
	Note              said
	OnTop             bool
	Replace           map[string][]struct{ Find, With string }
}

// body is what a story says in one language.
type body struct {
	headline, kicker, standfirst, slug, markup string
}

// content is everything in the content folder.
type content struct {
	publication publication
	people      []person
	tags        []tag
	places      map[string]place
	stories     []story
}

func readContent() (content, error) {
	var c content
	var places []place
	for name, into := range map[string]any{
		"publication.json": &c.publication, "people.json": &c.people, "tags.json": &c.tags, "places.json": &places,
	} {
		if err := readJSON(path.Join("content", name), into); err != nil {
			return c, err
		}
	}
	c.places = map[string]place{}
	for _, p := range places {
		c.places[p.Key] = p
	}
	folders, err := fs.ReadDir(files, "content/stories")
	if err != nil {
		return c, fmt.Errorf("read stories: %w", err)
	}
	for _, f := range folders {
		s, err := readStory(path.Join("content/stories", f.Name()))
		if err != nil {
			return c, err
		}
		c.stories = append(c.stories, s)
	}
	return c, nil
}

func readJSON(name string, into any) error {
	b, err := files.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(b, into)
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return nil
}

func readStory(folder string) (story, error) {
	s := story{bodies: map[string]body{}}
	if err := readJSON(path.Join(folder, "story.json"), &s); err != nil {
		return s, err
	}
	for _, e := range s.Editions {
		b, err := files.ReadFile(path.Join(folder, e+".html"))
		if err != nil {
			return s, fmt.Errorf("read story %s: %w", s.Key, err)
		}
		head, markup, _ := strings.Cut(string(b), "\n\n")
		text := body{markup: markup}
		for l := range strings.SplitSeq(head, "\n") {
			name, value, _ := strings.Cut(l, ": ")
			switch name {
			case "Headline":
				text.headline = value
			case "Kicker":
				text.kicker = value
			case "Standfirst":
				text.standfirst = value
			case "Slug":
				text.slug = value
			}
		}
		s.bodies[e] = text
	}
	return s, nil
}

// age reads an offset such as "-3d4h" into how long before the start it lies.
func age(offset string) (time.Duration, error) {
	rest := strings.TrimPrefix(offset, "-")
	var days int
	if i := strings.IndexByte(rest, 'd'); i >= 0 {
		if _, err := fmt.Sscanf(rest[:i], "%d", &days); err != nil {
			return 0, fmt.Errorf("offset %q: %w", offset, err)
		}
		rest = rest[i+1:]
	}
	var d time.Duration
	if rest != "" {
		var err error
		if d, err = time.ParseDuration(rest); err != nil {
			return 0, fmt.Errorf("offset %q: %w", offset, err)
		}
	}
	return d + time.Duration(days)*24*time.Hour, nil
}

// ranked lists the keys of the stories of a list in its order.
func (c content) ranked(list string) []string {
	type entry struct {
		key  string
		rank int
	}
	var all []entry
	for _, s := range c.stories {
		if r, ok := s.Lists[list]; ok {
			all = append(all, entry{s.Key, r})
		}
	}
	slices.SortFunc(all, func(a, b entry) int { return a.rank - b.rank })
	var keys []string
	for _, e := range all {
		keys = append(keys, e.key)
	}
	return keys
}
