package locale

import (
	"time"

	"golang.org/x/text/language"

	"dateline/internal/news"
)

// MaxTagLen is the length in bytes of the longest language tag that New reads.
// RFC 5646 section 4.4.1 asks for at least 35.
const MaxTagLen = 64

// Options are an edition's choices. The zero value of each means "as is usual
// in the language".
type Options struct {
	Calendar  Calendar
	Digits    DigitRow
	Levantine bool           // Arabic only: حزيران instead of يونيو; usual in "ar-LB" and its neighbours
	Zone      *time.Location // nil is UTC
}

// Locale is a language with an edition's choices. It is safe for use by many
// goroutines at once and meant to be made once per edition.
type Locale struct {
	tag       language.Tag
	lang      *tongue
	calendar  Calendar
	digits    DigitRow
	months    *[12]string // Gregorian, within a date
	patterns  *patterns
	zone      *time.Location
	collators *collators
}

// New returns the locale of a BCP 47 tag ("fa", "ar-LB", "en-GB"). A language
// without a table of its own gets numeric dates after ISO 8601. The error is
// news.Invalid for a tag, calendar or digit row that does not exist.
func New(tag string, o Options) (*Locale, error) {
	if len(tag) > MaxTagLen {
		return nil, news.Errorf(news.Invalid, "language", "The language tag is longer than %d letters.", MaxTagLen)
	}
	t, err := language.Parse(tag)
	if err != nil {
		return nil, news.Errorf(news.Invalid, "language", "%q is not a language tag such as “en” or “ar”: %w", tag, err)
	}
	lang := tongueOf(t)
	l := &Locale{tag: t, lang: lang, calendar: o.Calendar, digits: o.Digits, zone: o.Zone, months: &lang.months, patterns: lang.parsed()}
	l.collators = newCollators(t)
	if err := l.settle(o); err != nil {
		return nil, err
	}
	return l, nil
}

// settle fills the choices left open with the language's habits and refuses
// those that do not exist.
func (l *Locale) settle(o Options) error {
	if l.calendar == "" {
		l.calendar = l.lang.calendar
	}
	if l.digits == "" {
		l.digits = l.lang.digits
	}
	if l.zone == nil {
		l.zone = time.UTC
	}
	if region, _ := l.tag.Region(); o.Levantine || levant[region.String()] {
		l.months = l.lang.levantineMonths()
	}
	if !l.calendar.valid() {
		return news.Errorf(news.Invalid, "calendar", "There is no calendar %q: choose gregorian, jalali, islamic or islamic-civil.", l.calendar)
	}
	if l.lang == &numeric && l.calendar != Gregorian {
		return news.Errorf(news.Invalid, "calendar", "Dates in %q are written in the gregorian calendar only: its names of other months are not known.", l.tag)
	}
	if !l.digits.valid() {
		return news.Errorf(news.Invalid, "digits", "There are no digits %q: choose latin, arabic-indic or persian.", l.digits)
	}
	return nil
}

// Tag returns the BCP 47 tag, in canonical form, for lang attributes.
func (l *Locale) Tag() string { return l.tag.String() }

// Dir returns the direction of writing for dir attributes: "ltr" or "rtl".
func (l *Locale) Dir() string {
	if l.rightToLeft() {
		return "rtl"
	}
	return "ltr"
}

// Calendar returns the calendar in which dates are written.
func (l *Locale) Calendar() Calendar { return l.calendar }

// DigitRow returns the row of digits in which numbers are written.
func (l *Locale) DigitRow() DigitRow { return l.digits }

// Zone returns the edition's time zone.
func (l *Locale) Zone() *time.Location { return l.zone }

// In returns the same locale writing its dates in another calendar: for a page
// that shows a day in both. A calendar that New would refuse changes nothing.
func (l *Locale) In(c Calendar) *Locale {
	if !c.valid() || l.lang == &numeric {
		return l
	}
	other := *l
	other.calendar = c
	return &other
}

// rightToLeft goes by the script, which x/text infers from the language where
// the tag does not say it ("ckb" is Arab, "az-Arab" says so).
func (l *Locale) rightToLeft() bool {
	script, _ := l.tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr", "Mend":
		return true
	}
	return false
}
