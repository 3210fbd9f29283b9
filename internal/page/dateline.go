package page

// Moment is a time or a day as readers read it and as machines do.
type Moment struct {
	Machine string // a valid HTML datetime value: "2026-11-22T09:12+01:00", "1815-06-09", "1815-06", "1815"
	Text    string // in the edition's language, calendar and digits
}

// Dateline is the rule that carries place and date: it heads every card,
// story, frame and event. The zero Dateline renders nothing.
type Dateline struct {
	Place string   // "Vienna", "Ligny and two more"
	URL   string   // the place's own page, when it has one
	Geo   []string // latitude and longitude as text, each isolated by the template; story page only
	Label string   // stands in ink where there is no place: the section's name, "404"
	When  Moment
}

// Empty says that there is nothing to show.
func (d Dateline) Empty() bool {
	return d.Place == "" && d.Label == "" && d.When.Text == ""
}
