package page

// CorrectionType says what kind of change a note tells of. The theme has a
// word for each.
type CorrectionType string

// The types of notes on a story.
const (
	Corrected CorrectionType = "correction"
	Clarified CorrectionType = "clarification"
	Updated   CorrectionType = "update"
	Retracted CorrectionType = "retraction"
)

// CorrectionTypes returns every type, for checks that the theme has words.
func CorrectionTypes() []CorrectionType {
	return []CorrectionType{Corrected, Clarified, Updated, Retracted}
}

// Correction is a plain sentence that says what was wrong.
type Correction struct {
	Type      CorrectionType
	Text      string
	When      Moment
	ChangeURL string // the change itself, in the story's record
	Above     bool   // it changes the sense: it stands over the text
	Story     *Link  // the story it belongs to, on pages that are not the story's
}

// Corrections is the page of all corrections of an edition, newest first.
type Corrections struct {
	Site
	Intro string // the newsroom's promise on corrections
	List  []Correction
	Pager Pager
	Boxes Boxes
}

// Kind implements Page.
func (*Corrections) Kind() Kind { return KindCorrections }
