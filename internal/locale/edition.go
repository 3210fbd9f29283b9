package locale

import "dateline/internal/news"

// ForEdition returns the locale of an edition's settings: its language,
// calendar, digits and IANA time zone, each as is usual where it is empty.
func ForEdition(e news.Edition) (*Locale, error) {
	zone, err := news.Zone(e.Zone)
	if err != nil {
		return nil, news.Errorf(news.Invalid, "zone", "%q is not a time zone such as “Europe/Vienna”: %w", e.Zone, err)
	}
	return New(e.Language, Options{Calendar: Calendar(e.Calendar), Digits: DigitRow(e.Digits), Zone: zone})
}
