package page

// Story is a story's own page. With Retracted set, Text is empty and the page
// says why; address, headline and record stay.
type Story struct {
	Site
	Dateline    Dateline
	Section     Link
	Headline    string
	Standfirst  string
	Byline      Byline
	Published   Moment
	Updated     Moment        // zero when nothing was added since
	Languages   []EditionLink // the story's translations, this one not included
	RecordURL   string        // what changed
	Lead        *Picture
	RunIn       string // dateline at the head of the text, "Vienna, 9 June —"; empty for none
	Text        Text
	Footnotes   []Footnote
	Corrections []Correction
	Retracted   *Retraction
	Tags        []Link
	Strand      *Strand
	Related     *CardBox
	Comments    *Comments
	Boxes       Boxes
	// ViewURL takes the reader's view beacon; empty counts nothing.
	ViewURL string
}

// Kind implements Page.
func (*Story) Kind() Kind { return KindStory }

// Retraction is why a story was taken back. Its text is not kept on the page.
type Retraction struct {
	Reason string
	When   Moment
}

// Above returns the corrections that change the sense of the story and stand
// over its text.
func (s *Story) Above() []Correction { return pick(s.Corrections, true) }

// Below returns the corrections that stand after the text.
func (s *Story) Below() []Correction { return pick(s.Corrections, false) }

func pick(all []Correction, above bool) []Correction {
	var found []Correction
	for _, c := range all {
		if c.Above == above {
			found = append(found, c)
		}
	}
	return found
}
