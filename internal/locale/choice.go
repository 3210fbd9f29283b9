package locale

import (
	"golang.org/x/text/language"

	"dateline/internal/news"
)

// MaxAcceptLanguage bounds the bytes of an Accept-Language header that are
// read; a longer one is ignored, since browsers send far less.
const MaxAcceptLanguage = 512

// Choice picks an edition for a reader.
type Choice struct{ matcher language.Matcher }

// NewChoice prepares the choice among editions by their language tags, in the
// order of preference where a reader's wish decides nothing.
func NewChoice(tags ...string) (*Choice, error) {
	parsed := make([]language.Tag, len(tags))
	for i, tag := range tags {
		t, err := language.Parse(tag)
		if err != nil {
			return nil, news.Errorf(news.Invalid, "language", "%q is not a language tag such as “en” or “ar”: %w", tag, err)
		}
		parsed[i] = t
	}
	return &Choice{language.NewMatcher(parsed)}, nil
}

// Best returns the place of the edition that fits an Accept-Language header
// best (RFC 9110 section 12.5.4). ok is false, and the place 0, where none
// does, so that the caller can ask the reader or take the default.
func (c *Choice) Best(acceptLanguage string) (place int, ok bool) {
	if len(acceptLanguage) > MaxAcceptLanguage {
		return 0, false
	}
	wanted, _, err := language.ParseAcceptLanguage(acceptLanguage)
	if err != nil || len(wanted) == 0 {
		return 0, false
	}
	_, place, confidence := c.matcher.Match(wanted...)
	if confidence == language.No {
		return 0, false
	}
	return place, true
}
