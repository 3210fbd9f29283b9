package page

// StoryRecord is "What changed": the public record of one story, newest entry
// first.
type StoryRecord struct {
	Site
	Story   Link // the story, or its headline alone when it was withdrawn
	Entries []RecordEntry
}

// Kind implements Page.
func (*StoryRecord) Kind() Kind { return KindRecord }

// RecordAct is a public act on a story. The theme has a word for each.
type RecordAct string

// The acts that the public record holds.
const (
	ActPublish  RecordAct = "publish"
	ActUpdate   RecordAct = "update"
	ActCorrect  RecordAct = "correct"
	ActFix      RecordAct = "fix"
	ActRetract  RecordAct = "retract"
	ActWithdraw RecordAct = "withdraw"
)

// RecordActs returns every act, for checks that the theme has words.
func RecordActs() []RecordAct {
	return []RecordAct{ActPublish, ActUpdate, ActCorrect, ActFix, ActRetract, ActWithdraw}
}

// RecordEntry is one change that readers saw.
type RecordEntry struct {
	ID      string // fragment, so that a correction can link to its change
	Act     RecordAct
	When    Moment
	Number  string   // its place in the edition's record
	Digest  string   // salted digest of the text, hexadecimal
	Gone    bool     // text and salt were destroyed; the entry still checks
	Changes []Change // empty for the first publication and where the text is gone
}

// Change is one changed block, with its words.
type Change struct {
	Where string // "Headline", "Paragraph 4", in the edition's words
	Runs  []Run
}

// Run is a run of words that stayed, came or went.
type Run struct {
	Op   Op
	Text string
}

// Op is what happened to a run of words.
type Op string

// The operations of a difference.
const (
	Same  Op = ""
	Added Op = "ins"
	Taken Op = "del"
)
