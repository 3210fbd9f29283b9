package news

import (
	"strconv"
	"strings"
)

// Noun is a kind of thing that acts, lists, redirects and tags of pages name.
type Noun string

// The nouns.
const (
	NounStory   Noun = "story"
	NounSection Noun = "section"
	NounTag     Noun = "tag"
	NounTopic   Noun = "topic"
	NounPerson  Noun = "person"
	NounList    Noun = "list"
	NounEvent   Noun = "event"
	NounArea    Noun = "area"
	NounLayer   Noun = "layer"
	NounPicture Noun = "picture"
	NounGallery Noun = "gallery"
	NounVideo   Noun = "video"
	NounComment Noun = "comment"
	NounEdition Noun = "edition"
	NounAccount Noun = "account"
	NounPage    Noun = "page"
)

// Subject names one thing of any kind: "story:7".
type Subject struct {
	Noun Noun
	ID   ID
}

// String writes "noun:number"; "" for the zero Subject.
func (s Subject) String() string {
	if s == (Subject{}) {
		return ""
	}
	return string(s.Noun) + ":" + strconv.FormatInt(int64(s.ID), 10)
}

// ParseSubject reads what String writes; ok is false for anything else.
func ParseSubject(text string) (s Subject, ok bool) {
	noun, number, found := strings.Cut(text, ":")
	n, err := strconv.ParseInt(number, 10, 64)
	s = Subject{Noun(noun), ID(n)}
	if !found || noun == "" || err != nil || n <= 0 || s.String() != text {
		return Subject{}, text == ""
	}
	return s, true
}

// Names of page tags. A page is tagged with what it shows, a ledger row with
// what the act touched; where they meet, the page is made anew.

// TagOf is the page tag of one thing: its own page and all that quote it.
func TagOf(noun Noun, id ID) string { return Subject{noun, id}.String() }

// TagLatest is the page tag of the list of an edition's latest stories.
func TagLatest(edition ID) string { return "latest:" + strconv.FormatInt(int64(edition), 10) }

// TagShell is the page tag of what frames every page of an edition: its name,
// sections and footer.
func TagShell(edition ID) string { return "shell:" + strconv.FormatInt(int64(edition), 10) }
