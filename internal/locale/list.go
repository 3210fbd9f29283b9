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
		if i > 0 {
			b.WriteString(l.joint(j, i, members))
		}
		b.WriteString(l.Isolate(m))
	}
	return b.String()
}

// joint returns what stands before member i.
func (l *Locale) joint(j joiner, i int, members []string) string {
	joint := j.middle
	switch {
	case len(members) == 2:
		joint = j.two
	case i == len(members)-1:
		joint = j.last
	}
	if l.lang.soften != nil {
		return l.lang.soften(joint, members[i])
	}
	return joint
}

// Joints returns what stands before each member of an "and" list, nothing
// before the first: for callers whose members are markup.
func (l *Locale) Joints(members ...string) []string {
	joints := make([]string, len(members))
	for i := 1; i < len(members); i++ {
		joints[i] = l.joint(l.lang.and, i, members)
	}
	return joints
}
