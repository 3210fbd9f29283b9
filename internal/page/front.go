package page

// Front is an edition's front page. Every part may be missing: a new edition
// has nothing but its name.
type Front struct {
	Site
	Lead        *Card
	Reading     []Card       // the second band, the first one largest
	Corrections []Correction // the newest, usually one
	BySection   []CardBox    // the latest of chosen sections, three in a row
	Boxes       Boxes
}

// Kind implements Page.
func (*Front) Kind() Kind { return KindFront }
