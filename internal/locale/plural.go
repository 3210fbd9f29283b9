package locale

import (
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// formNames are CLDR's names of the plural categories, by plural.Form.
var formNames = [...]string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}

// formNamed returns the category of a name.
func formNamed(name string) (plural.Form, bool) {
	for form, n := range formNames {
		if n == name {
			return plural.Form(form), true
		}
	}
	return plural.Other, false
}

// formOf returns the category of a whole number in a language. The rules are
// CLDR's as x/text carries them; Hebrew has since lost its "many".
func formOf(t language.Tag, n int64) plural.Form {
	const enough = 1_000_000 // no rule looks at more than the last six digits and whether there are others
	large := n >= 10*enough || n <= -10*enough
	if large {
		n %= enough
	}
	n = max(n, -n)
	if large {
		n += enough
	}
	form := plural.Cardinal.MatchPlural(t, int(n), 0, 0, 0, 0)
	if base, _ := t.Base(); form == plural.Many && base.String() == "he" {
		return plural.Other
	}
	return form
}

// formsOf returns the categories that whole numbers of a language fall into.
func formsOf(t language.Tag) []plural.Form {
	const sample = 200 // every rule for whole numbers shows itself below
	var used [len(formNames)]bool
	for n := range int64(sample) {
		used[formOf(t, n)] = true
	}
	var forms []plural.Form
	for form, in := range used {
		if in {
			forms = append(forms, plural.Form(form))
		}
	}
	return forms
}
