package news

// TopicKind is what sort of thing a topic is.
type TopicKind string

// The kinds of topic.
const (
	Human        TopicKind = "person"
	Organisation TopicKind = "organisation"
	Movement     TopicKind = "movement"
	Alliance     TopicKind = "alliance"
	People       TopicKind = "people"
	StatePower   TopicKind = "state"
	Place        TopicKind = "place"
	Dispute      TopicKind = "dispute"
	Treaty       TopicKind = "treaty"
	Force        TopicKind = "force"
	Idea         TopicKind = "idea"
	Happening    TopicKind = "event"
)

// Topic is one entry of In Focus: who or what the stories are about.
type Topic struct {
	ID         ID
	Kind       TopicKind
	Picture    ID
	Wikidata   string // "Q517"
	MediaTopic string // IPTC Media Topic code
	Begin, End CivilDate
	Point      *Point
	Faces      map[string]TopicFace // by language
	Aliases    []Alias
	// NewUntil marks the topic as new in the box until then.
	NewUntil  Instant
	Retired   bool
	MergedIn  ID // the topic that this one became part of, or 0
	CreatedAt Instant
	Version   int64
}

// TopicFace is a topic in one language.
type TopicFace struct {
	Name       string
	Slug       string
	Definition string // one to three sentences
	Text       string // longer text: a prose document in canonical form, or ""
}

// AliasUse says how the linker treats an alias.
type AliasUse string

// The uses.
const (
	AliasSure   AliasUse = "sure"   // proposed as a link
	AliasUnsure AliasUse = "unsure" // proposed with a reason; an editor decides
	AliasNever  AliasUse = "never"  // never linked
)

// Alias is another name of a topic in a language.
type Alias struct {
	Language string
	Name     string
	Use      AliasUse
}

// Relation is a dated, typed and sourced tie between two topics.
type Relation struct {
	ID     ID
	Topic  ID
	Kind   string // "member of", "led by", "party to", "part of", "opposed to" …
	Other  ID
	From   CivilDate
	To     CivilDate
	Source string
}
