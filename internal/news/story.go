package news

// StoryKind is the journalistic form of a story.
type StoryKind string

// The kinds.
const (
	KindNews      StoryKind = "news"
	KindAnalysis  StoryKind = "analysis"
	KindReport    StoryKind = "report"
	KindInterview StoryKind = "interview"
	KindOpinion   StoryKind = "opinion"
	KindPage      StoryKind = "page" // standing text: about, contact; in no list of stories
)

// StoryKinds lists every kind in the order in which screens offer them.
var StoryKinds = []StoryKind{KindNews, KindAnalysis, KindReport, KindInterview, KindOpinion, KindPage}

// Standing is what readers can see of a story.
type Standing string

// The standings.
const (
	Unpublished Standing = "unpublished"
	Published   Standing = "published"
	Retracted   Standing = "retracted" // the address stays and says why
	Withdrawn   Standing = "withdrawn" // the text is destroyed
)

// Stage is how far the working copy of a story has come at the desk.
type Stage string

// The stages.
const (
	Drafting  Stage = "drafting"
	Submitted Stage = "submitted"
	Approved  Stage = "approved"
	Scheduled Stage = "scheduled"
	Done      Stage = "done" // the working copy is what readers see
)

// Story is one story in one edition: its state and its place. What it says is
// in its revisions; Working is the newest, Public the one that readers see.
type Story struct {
	ID      ID
	Edition ID
	Group   ID // stories of one Group translate each other
	// Source is the story that this one translates, 0 for an original;
	// SourceRevision is the public revision of it that was translated.
	Source         ID
	SourceRevision ID

	Standing Standing
	Stage    Stage
	Version  int64 // grows by one with every write; writers must name it

	Working ID // revision
	Public  ID // revision, 0 before the first publication

	PublishedAt Instant // first publication as readers are told
	VisibleAt   Instant // readers see it from here on: PublishedAt or the embargo's end
	UpdatedAt   Instant // last change of substance as readers are told
	ScheduledAt Instant
	Embargo     Instant // not visible before, even when published
	// Reason is what readers are told where the story is retracted.
	Reason string
	// Delisted stories keep their address and stand in no list or index.
	Delisted bool
	// Confidential stories are seen at the desk by their team only.
	Confidential bool
	CreatedBy    ID
	CreatedAt    Instant
}

// VisibleTo says whether a reader may read the story at a moment.
func (s Story) VisibleTo(now Instant) bool {
	return s.Standing == Published && s.VisibleAt != 0 && s.VisibleAt <= now
}

// Revision is one immutable version of what a story says.
type Revision struct {
	ID     ID
	Story  ID
	Number int64 // 1, 2, 3 … within the story
	At     Instant
	Actor  ID
	Content
}

// Content is all that a writer gives a story. Text is a document of package
// prose in its canonical form; it is opaque here.
type Content struct {
	Kind       StoryKind   `json:"kind"`
	Section    ID          `json:"section"`
	Slug       string      `json:"slug"`
	Kicker     string      `json:"kicker,omitempty"`
	Headline   string      `json:"headline"`
	Standfirst string      `json:"standfirst,omitempty"`
	Dateline   Dateline    `json:"dateline"`
	Bylines    []Byline    `json:"bylines,omitempty"`
	Lead       LeadPicture `json:"lead"`
	Text       string      `json:"-"` // kept beside the rest, so that lists need not read it
	Tags       []ID        `json:"tags,omitempty"`
	Topics     []ID        `json:"topics,omitempty"`
	Related    []ID        `json:"related,omitempty"`
}

// Dateline says where and when at the head of a story; each part is optional.
type Dateline struct {
	Source string    `json:"source,omitempty"` // agency or paper: "Courier"
	Place  string    `json:"place,omitempty"`
	Topic  ID        `json:"topic,omitempty"` // the place's topic, or 0
	Date   CivilDate `json:"date,omitzero"`
	Point  *Point    `json:"point,omitempty"`
}

// Point is a place on the earth in degrees, WGS 84.
type Point struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
}

// BylineRole says what a person did for a story.
type BylineRole string

// The roles.
const (
	RoleBy         BylineRole = "by"
	RoleWith       BylineRole = "with"
	RoleIn         BylineRole = "in" // reported from Place
	RoleTranslator BylineRole = "translator"
	RolePictures   BylineRole = "pictures"
)

// BylineRoles lists every role in the order in which screens offer them.
var BylineRoles = []BylineRole{RoleBy, RoleWith, RoleIn, RoleTranslator, RolePictures}

// Byline is one name over a story. Name overrides the person's own name, or
// stands alone for a guest (Person 0).
type Byline struct {
	Person ID         `json:"person,omitempty"`
	Name   string     `json:"name,omitempty"`
	Role   BylineRole `json:"role"`
	Place  string     `json:"place,omitempty"`
}

// LeadPicture is the picture over a story; caption and alternative text
// override the picture's own.
type LeadPicture struct {
	Picture ID     `json:"picture,omitempty"`
	Caption string `json:"caption,omitempty"`
	Alt     string `json:"alt,omitempty"`
}

// NoteKind is the kind of a note that tells readers of a change.
type NoteKind string

// The kinds of note. Correction and Clarification are Correct's; UpdateNote
// is Update's.
const (
	Correction    NoteKind = "correction"
	Clarification NoteKind = "clarification"
	UpdateNote    NoteKind = "update"
)

// ChangeNote tells readers of a change in a published story, in a plain
// sentence.
type ChangeNote struct {
	ID       ID
	Story    ID
	Edition  ID
	Kind     NoteKind
	Text     string
	At       Instant
	Revision ID // the revision that brought the change
	OnTop    bool
}

// Piece is a story together with one of its revisions: for readers, the
// public one.
type Piece struct {
	Story
	Revision Revision
}
