package page

// Front is an edition's front page. Every part may be missing: a new edition
// has nothing but its name.
type Front struct {
	Site
	Lead       *Card
	First      *Card  // the large card of the second band
	Reading    []Card // beside it, in the order of the editors
	Correction *Correction
	BySection  []CardBox // the latest of chosen sections, three in a row
	Boxes      Boxes
}

// Kind implements Page.
func (*Front) Kind() Kind { return KindFront }
