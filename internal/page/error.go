package page

import "strconv"

// Error is the page for what could not be shown. It never shows an error's
// own text.
type Error struct {
	Site
	Status    int      // 404, 410, 451, 500, 503
	Code      string   // Status in the edition's digits
	When      Moment   // now, or when the story was taken away
	Message   string   // a plain sentence that replaces the theme's own; may be empty
	RequestID string   // to give when writing to the newsroom; may be empty
	Retry     string   // when to try again, "in a minute"; may be empty
	Nearest   *Link    // the story that the address probably meant
	Latest    *CardBox // the nearest headlines
}

// Kind implements Page.
func (*Error) Kind() Kind { return KindError }

// Word returns the part of a words key that fits the status: "404", "410",
// "451" or "503"; every other status speaks as "500".
func (e *Error) Word() string {
	switch e.Status {
	case 404, 410, 451, 503:
		return strconv.Itoa(e.Status)
	}
	return "500"
}
