package page

// Archive is one month of an edition, by day.
type Archive struct {
	Site
	Title string // "June 1815"
	Days  []Day
	Newer *Link // the next month that has stories
	Older *Link
	URL   string // the archive's index
	Boxes Boxes
}

// Kind implements Page.
func (*Archive) Kind() Kind { return KindArchive }

// Day is what an edition published on one day.
type Day struct {
	When  Moment
	Cards []Card
}

// ArchiveIndex is the list of all months that have stories.
type ArchiveIndex struct {
	Site
	Years []Year
	Boxes Boxes
}

// Kind implements Page.
func (*ArchiveIndex) Kind() Kind { return KindArchiveIndex }

// Year is a year of the archive, with its months in the edition's calendar.
type Year struct {
	Title  string
	Months []Month
}

// Month is a month of the archive. Count is the number of its stories; Shown
// is the same number in the edition's digits.
type Month struct {
	Name  string
	URL   string
	Count int
	Shown string
}
