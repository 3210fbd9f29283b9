package news

// Direction is the direction of writing of a language: "ltr" or "rtl".
type Direction string

// The directions.
const (
	LeftToRight Direction = "ltr"
	RightToLeft Direction = "rtl"
)

// Edition is one language face of the publication, with its own front page,
// sections and addresses. Its Name stands in addresses; its Language is a
// BCP 47 tag, and two editions may share one.
type Edition struct {
	ID        ID
	Name      string // in addresses: "en", "ar", "en-gulf"
	Language  string // BCP 47
	Direction Direction
	Calendar  string // "gregorian", "jalali" or "islamic"
	Digits    string // "latin", "arabic-indic" or "persian"
	Zone      string // IANA time zone, e.g. "Europe/Vienna"
	Label     string // the language's own name: "العربية"
	Title     string // the name of the paper in this edition
	Tagline   string
	About     string // one sentence for search engines and feeds
	Logo      ID     // a picture, or 0
	Position  int
	Version   int64
}

// Section is a standing part of an edition: News, Analysis, Opinion.
// Sections of the same Group are one section in several editions.
type Section struct {
	ID       ID
	Edition  ID
	Group    ID
	Slug     string
	Name     string
	About    string
	Position int
	Version  int64
}

// Tag is a subject word of one edition. A tag that is bound to a topic shares
// the topic's page and feed. Tags of the same Group translate each other.
type Tag struct {
	ID      ID
	Edition ID
	Group   ID
	Slug    string
	Name    string
	Topic   ID // 0 where it is bound to none
	Version int64
}

// Person is somebody whose name can stand over or under a story. A person
// needs no account.
type Person struct {
	ID      ID
	Slug    string
	Account ID // the account of the same person, or 0
	Names   map[string]PersonName
	Version int64
}

// PersonName is how a person is called and described in one language.
type PersonName struct {
	Name string
	Bio  string
}

// In returns the name in a language, in English, or in any language, in this
// order of preference.
func (p Person) In(language string) PersonName {
	if n, ok := p.Names[language]; ok {
		return n
	}
	if n, ok := p.Names["en"]; ok {
		return n
	}
	least := ""
	for l := range p.Names {
		if least == "" || l < least {
			least = l
		}
	}
	return p.Names[least]
}

// Curated is a list ordered by hand: Editor's Choice, the In Focus box, the
// front page's order. Behind the placed entries an automatic Tail follows.
type Curated struct {
	ID      ID
	Edition ID
	Key     string // "choice", "focus", "front"
	Name    string // as readers see it
	Size    int    // entries shown, the tail included
	Tail    Tail
	Version int64
}

// Tail says with what a curated list is filled up.
type Tail string

// The tails.
const (
	NoTail     Tail = ""
	TailLatest Tail = "latest" // the latest stories of the edition
	TailViewed Tail = "viewed" // the most viewed of the week
)

// Placement is one hand-placed entry of a curated list.
type Placement struct {
	Subject Subject
	Blurb   string // what the list says of it; "" for its own standfirst
	// PinnedUntil ends the placement, microseconds UTC; 0 for none.
	PinnedUntil Instant
}
