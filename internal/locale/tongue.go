package locale

import (
	"sync"

	"golang.org/x/text/language"
)

// tongue is a language's table: what CLDR calls locale data, cut down to what
// a newspaper prints. Every lang_xx.go fills one.
type tongue struct {
	base     string // ISO 639 code
	calendar Calendar
	digits   DigitRow

	group, point string // between thousands, before decimals, with Latin digits
	minGroup     int    // digits before the first separator that make it worth while: 1, or 2 in Spanish

	weekdays  [7]string  // from Sunday
	months    [12]string // within a date: "22 de …", "22 ноября"
	alone     [12]string // without a day, where it differs: "ноябрь"
	levantine [12]string // Arabic months of Iraq, Jordan, Lebanon, Palestine, Syria
	jalali    [12]string
	islamic   [12]string

	// Patterns over {d} day, {M} month, {L} month standing alone, {y} year,
	// {W} weekday, {t} time, {z} zone, {date} another pattern's result.
	full, long, dayMonth, monthYear, dateTime string
	decade                                    string // over {n}, its first year; "" writes 1810–1819
	about                                     string // over {date}
	firstDay                                  string // the 1st, where it is written differently (French "1er")
	dayDash                                   string // between days of one month; "" is an en dash
	yearUnit                                  string // after a year within a date (Russian " г.")
	question                                  string // the question mark; "" is "?"

	// Eras, appended to a year where the calendar is not the usual one.
	beforeChrist, commonEra, solarHijri, lunarHijri string

	and, or joiner
	// soften changes a joint for the sound of what follows it; nil where none does.
	soften func(joint, next string) string

	once  sync.Once
	ready *patterns
}

// joiner holds what stands between the members of a list.
type joiner struct{ two, middle, last string }

// patterns are a tongue's date patterns, parsed.
type patterns struct {
	full, long, dayMonth, monthYear, dateTime, decade, about sentence
}

// levant holds the regions whose Arabic names the months after the Syriac ones.
var levant = map[string]bool{"IQ": true, "JO": true, "LB": true, "PS": true, "SY": true}

// levantineMonths returns those names, in other languages the usual ones.
func (g *tongue) levantineMonths() *[12]string {
	if g.levantine[0] == "" {
		return &g.months
	}
	return &g.levantine
}

// tongues are the languages with a table of their own.
var tongues = map[string]*tongue{
	"ar": &arabic, "ckb": &sorani, "de": &german, "en": &english, "es": &spanish, "fa": &persian,
	"fr": &french, "he": &hebrew, "ru": &russian, "tr": &turkish, "ur": &urdu,
}

// tongueOf returns the table of a tag's language, the numeric one of ISO 8601
// where there is none.
func tongueOf(t language.Tag) *tongue {
	base, _ := t.Base()
	if known, ok := tongues[base.String()]; ok {
		return known
	}
	return &numeric
}

// parsed returns the patterns, taken apart on first use.
func (g *tongue) parsed() *patterns {
	g.once.Do(func() {
		g.ready = &patterns{
			full: mustSentence(g.full), long: mustSentence(g.long), dayMonth: mustSentence(g.dayMonth),
			monthYear: mustSentence(g.monthYear), dateTime: mustSentence(g.dateTime),
			decade: mustSentence(g.decade), about: mustSentence(g.about),
		}
	})
	return g.ready
}
