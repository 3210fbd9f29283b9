package locale

import "strings"

// And writes a list the way the language joins it: "A, B and C", "A، B وC".
// Members of another direction are isolated.
func (l *Locale) And(members ...string) string { return l.join(l.lang.and, members) }

// Or writes a list of alternatives: "A, B or C".
func (l *Locale) Or(members ...string) string { return l.join(l.lang.or, members) }

func (l *Locale) join(j joiner, members []string) string {
	var b strings.Builder
	for i, m := range members {
		switch {
		case i == 0:
		case len(members) == 2:
			b.WriteString(j.two)
		case i == len(members)-1:
			b.WriteString(j.last)
		default:
			b.WriteString(j.middle)
		}
		b.WriteString(l.Isolate(m))
	}
	return b.String()
}
