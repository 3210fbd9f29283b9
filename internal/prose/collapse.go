package prose

import "strings"

// isBlank says whether s is nothing but the white space that HTML collapses.
// A no-break space is not: somebody meant it.
func isBlank(s string) bool { return strings.Trim(s, " \t\n\f\r") == "" }

// collapse treats white space as HTML does: a run of it is one space, and
// none stands at the ends of a line.
func collapse(line []Inline) []Inline {
	out := make([]Inline, 0, len(line))
	space := true // what stands before ends in white space
	for _, in := range line {
		run, ok := in.(Run)
		if !ok {
			if _, isBreak := in.(Break); isBreak {
				out = trimEnd(out)
				space = true
			} else {
				space = false
			}
			out = append(out, in)
			continue
		}
		if run.Text, space = collapseText(run.Text, space); run.Text != "" {
			out = append(out, run)
		}
	}
	return trimLine(out)
}

// collapseText collapses one text after a space or not, and says whether it
// ends in a space.
func collapseText(s string, space bool) (string, bool) {
	var b strings.Builder
	for i := range len(s) {
		switch s[i] {
		case ' ', '\t', '\n', '\f', '\r':
			if !space {
				b.WriteByte(' ')
			}
			space = true
		default:
			b.WriteByte(s[i])
			space = false
		}
	}
	return b.String(), space
}

// trimEnd takes the white space from the end of a line.
func trimEnd(line []Inline) []Inline {
	for len(line) > 0 {
		run, ok := line[len(line)-1].(Run)
		if !ok {
			return line
		}
		if run.Text = strings.TrimRight(run.Text, " "); run.Text != "" {
			line[len(line)-1] = run
			return line
		}
		line = line[:len(line)-1]
	}
	return line
}

// trimLine takes breaks and white space from both ends of a line.
func trimLine(line []Inline) []Inline {
	for {
		line = trimEnd(line)
		n := len(line)
		if n == 0 {
			return nil
		}
		if _, ok := line[n-1].(Break); !ok {
			break
		}
		line = line[:n-1]
	}
	for {
		if _, ok := line[0].(Break); !ok {
			return line
		}
		line = line[1:]
	}
}
