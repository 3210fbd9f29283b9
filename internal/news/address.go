package news

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Addresses of readers' pages, as percent-encoded paths. A story's id decides
// where a request leads; slug and month are for people, and any other spelling
// is redirected to the one made here.

// zone returns the edition's time zone, UTC where the name is unknown.
func (e Edition) zone() *time.Location {
	if z, err := Zone(e.Zone); err == nil {
		return z
	}
	return time.UTC
}

// FrontPath is an edition's front page: "/en/".
func (e Edition) FrontPath() string { return "/" + e.Name + "/" }

// StoryPath is a story's own page: "/en/1815/06/the-final-act-7x".
func (e Edition) StoryPath(s Story, slug string) string {
	at := s.PublishedAt.Time().In(e.zone())
	return fmt.Sprintf("/%s/%04d/%02d/%s-%s", e.Name, at.Year(), at.Month(), url.PathEscape(slug), s.ID)
}

// RecordPath is the public record of one story.
func (e Edition) RecordPath(s Story) string { return "/" + e.Name + "/record/" + s.ID.String() + "/" }

// SectionPath is a section's page: "/en/analysis/".
func (e Edition) SectionPath(s Section) string {
	return "/" + e.Name + "/" + url.PathEscape(s.Slug) + "/"
}

// TagPath is a tag's page: "/en/tag/vienna/".
func (e Edition) TagPath(t Tag) string { return "/" + e.Name + "/tag/" + url.PathEscape(t.Slug) + "/" }

// PersonPath is the page of a person's stories: "/en/by/elise-hartmann/".
func (e Edition) PersonPath(p Person) string {
	return "/" + e.Name + "/by/" + url.PathEscape(p.Slug) + "/"
}

// ArchivePath lists the months of an edition.
func (e Edition) ArchivePath() string { return "/" + e.Name + "/archive/" }

// CorrectionsPath lists an edition's corrections.
func (e Edition) CorrectionsPath() string { return "/" + e.Name + "/corrections/" }

// MonthPath is a month below a list's path: base "/en/analysis/" gives
// "/en/analysis/1815/06/". The months of the edition itself stand below its
// front page.
func MonthPath(base string, year, month int) string {
	return fmt.Sprintf("%s%04d/%02d/", base, year, month)
}

// Month returns the first moment of a month in the edition's zone and that of
// the next.
func (e Edition) Month(year, month int) (from, to Instant) {
	z := e.zone()
	return InstantOf(time.Date(year, time.Month(month), 1, 0, 0, 0, 0, z)),
		InstantOf(time.Date(year, time.Month(month)+1, 1, 0, 0, 0, 0, z))
}

// YearMonth returns the year and month of a moment in the edition's zone.
func (e Edition) YearMonth(at Instant) (year, month int) {
	t := at.Time().In(e.zone())
	return t.Year(), int(t.Month())
}

// StoryID reads the id behind the last hyphen of the last part of a story's
// address.
func StoryID(part string) (ID, bool) {
	return ParseID(part[strings.LastIndexByte(part, '-')+1:])
}

// Permalink is the story's short ASCII address, which never changes.
func Permalink(s Story) string { return "/-/s/" + s.ID.String() }

// MediaPath is where one rendition of a picture is served.
func MediaPath(r Rendition) string {
	return "/-/media/" + r.Picture.String() + "/" + strconv.Itoa(r.Width) + "." + MediaExtension(r.MediaType)
}

// mediaTypes are the formats of renditions with their file name endings.
var mediaTypes = map[string]string{"image/avif": "avif", "image/webp": "webp", "image/jpeg": "jpg", "image/png": "png"}

// MediaExtension returns a rendition format's ending without a dot, "" for a
// format that renditions do not have.
func MediaExtension(mediaType string) string { return mediaTypes[mediaType] }

// MediaType returns the format of an ending.
func MediaType(extension string) (string, bool) {
	for t, ext := range mediaTypes {
		if ext == extension {
			return t, true
		}
	}
	return "", false
}
