package makeup

import (
	"time"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/page"
)

// day is a moment's day in the edition's calendar.
func (k *making) day(at news.Instant, style locale.Style) page.Moment {
	if at.IsZero() {
		return page.Moment{}
	}
	t := at.Time()
	return page.Moment{Machine: t.In(k.locale.Zone()).Format("2006-01-02"), Text: k.locale.Date(t, style)}
}

// minute is a moment to the minute.
func (k *making) minute(at news.Instant) page.Moment {
	if at.IsZero() {
		return page.Moment{}
	}
	return page.Moment{Machine: k.locale.Machine(at.Time()), Text: k.locale.Date(at.Time(), locale.DateTime)}
}

// civil is the date of an event.
func (k *making) civil(d news.CivilDate, style locale.Style) page.Moment {
	if d.IsZero() {
		return page.Moment{}
	}
	return page.Moment{Machine: locale.MachineCivil(d), Text: k.locale.Civil(d, style)}
}

// dateline is the rule over a story: its own place and date, or its section
// and the day of publication.
func (k *making) dateline(p news.Piece, style locale.Style) page.Dateline {
	d := page.Dateline{Place: p.Revision.Dateline.Place, When: k.civil(p.Revision.Dateline.Date, style)}
	if d.When.Text == "" {
		d.When = k.day(p.PublishedAt, style)
	}
	if d.Place == "" {
		if s, ok := k.section(p.Revision.Section); ok {
			d.Label = s.Name
		}
	}
	return d
}

// dayAfter is the first moment of the day after t, in t's zone.
func dayAfter(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day()+1, 0, 0, 0, 0, t.Location())
}
