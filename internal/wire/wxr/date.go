package wxr

import (
	"strings"
	"time"

	"dateline/internal/news"
)

// itemDates are the dates of an item as written.
type itemDates struct{ rss, local, gmt, modified, modifiedGMT string }

// zone is the old site's time zone.
type zone struct {
	*time.Location
	given bool
}

func loadZone(name string) (zone, error) {
	if name == "" {
		return zone{time.UTC, false}, nil
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return zone{}, &news.Error{Kind: news.Invalid, Field: "zone", Message: "There is no time zone “" + name + "”; use a name such as Europe/Vienna.", Err: err}
	}
	return zone{loc, true}, nil
}

// The spellings of dates in exports: WordPress's own, then those of exporters
// that are not WordPress.
var layouts = []string{
	time.DateTime, "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05", "2006-01-02 15:04:05.999999", "2006-01-02 15:04", time.DateOnly,
}

// parseDate reads a date without zone as one of loc. WordPress writes 0000-00-00
// for none, and years before 1 for the same in its feeds.
func parseDate(text string, loc *time.Location) (time.Time, bool) {
	text = strings.TrimSpace(text)
	for _, layout := range layouts {
		if t, err := time.ParseInLocation(layout, text, loc); err == nil && t.Year() > 0 {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

func parseRSSDate(text string) (time.Time, bool) {
	text = strings.TrimSpace(text)
	for _, layout := range []string{time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", time.RFC1123, "2 Jan 2006 15:04:05 -0700"} {
		if t, err := time.Parse(layout, text); err == nil && t.Year() > 1000 {
			return t.UTC(), true
		}
	}
	return parseDate(text, time.UTC)
}

// isNoDate reports whether WordPress says that there is no date.
func isNoDate(text string) bool {
	text = strings.TrimSpace(text)
	return text == "" || strings.HasPrefix(text, "0000-00-00") || strings.Contains(text, "-0001")
}

// moment reads a pair of dates, in UTC and in local time. The one in UTC
// counts; drafts have none.
func (r *reader) moment(gmt, local string) time.Time {
	t, ok := parseDate(gmt, time.UTC)
	if ok {
		return t
	}
	if !isNoDate(gmt) {
		r.note(NoteDate, "The date was passed over.", "“"+excerpt(gmt)+"” is no date", 1)
	}
	if t, ok = parseDate(local, r.zone.Location); !ok {
		if !isNoDate(local) {
			r.note(NoteDate, "The date was passed over.", "“"+excerpt(local)+"” is no date", 1)
		}
		return time.Time{}
	}
	if !r.zone.given {
		r.note(NoteDate, "The local time was read as UTC.", "the date in UTC is missing and no time zone was given", 1)
	}
	return t
}

// dateItem finds when an item was published and changed. Its date in UTC is
// the best source, then the feed's date, which names its zone, then the date
// in local time.
func (r *reader) dateItem(it *Item) {
	d := it.dates
	it.dates = itemDates{}
	r.place.Field = "wp:post_date_gmt"
	feed, haveFeed := parseRSSDate(d.rss)
	_, haveGMT := parseDate(d.gmt, time.UTC)
	if !haveGMT && haveFeed && !isDraft(it.Status) {
		r.note(NoteDate, "The date of the feed was taken.", "the date in UTC is “"+excerpt(d.gmt)+"”", 1)
		it.Published = feed
	} else {
		it.Published = r.moment(d.gmt, d.local)
	}
	if it.Published.IsZero() && !isDraft(it.Status) {
		r.note(NoteDate, "The item has no date of publication.", "none of its dates exists", 1)
	}
	r.place.Field = "wp:post_modified_gmt"
	if d.modified != "" || d.modifiedGMT != "" {
		it.Modified = r.moment(d.modifiedGMT, d.modified)
	}
	r.place.Field = ""
}

// isDraft reports whether items of a status have no date of publication yet.
func isDraft(status string) bool {
	switch status {
	case "draft", "pending", "auto-draft", "trash":
		return true
	}
	return false
}
