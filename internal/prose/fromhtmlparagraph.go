package prose

import (
	"slices"
	"strings"
)

// flush ends the line of text and makes paragraphs of it.
func (f *flow) flush() {
	line := f.line
	f.line = nil
	if len(line) == 0 {
		return
	}
	if f.sc.exact {
		f.paragraph(line)
		return
	}
	for _, part := range splitLine(line) {
		if line := collapse(part); !isEmptyLine(line) {
			f.paragraph(line)
		}
	}
}

// isEmptyLine says whether a line shows nothing: pages put no-break spaces
// into paragraphs to make room.
func isEmptyLine(line []Inline) bool {
	for _, in := range line {
		switch in := in.(type) {
		case Run:
			if strings.TrimSpace(in.Text) != "" {
				return false
			}
		case Footnote:
			return false
		}
	}
	return true
}

// paragraph appends a line as a paragraph, or as an embed if it is nothing but
// the address of one. A line over the limits becomes several paragraphs.
func (f *flow) paragraph(line []Inline) {
	line = normalLine(line)
	if len(line) == 1 && !f.sc.exact {
		if run, ok := line[0].(Run); ok && !strings.ContainsRune(run.Text, ' ') && strings.HasPrefix(run.Text, "http") {
			if e, ok := ParseEmbed(run.Text); ok {
				f.blocks = append(f.blocks, e.withBase(f.im.base(f.sc)))
				return
			}
		}
	}
	for _, part := range divide(line) {
		f.blocks = append(f.blocks, Paragraph{Base: f.im.base(f.sc), Text: part})
	}
}

// splitLine divides a line where two or more breaks follow each other: that is
// how paragraphs are written where nobody knew of them.
func splitLine(line []Inline) (parts [][]Inline) {
	start, breaks := 0, 0
	for i, in := range line {
		switch in := in.(type) {
		case Break:
			breaks++
			continue
		case Run:
			if isBlank(in.Text) {
				continue
			}
		}
		if breaks > 1 {
			parts = append(parts, line[start:i])
			start = i
		}
		breaks = 0
	}
	return append(parts, line[start:])
}

// divide cuts a line into parts within the limits of one block.
func divide(line []Inline) (parts [][]Inline) {
	size, start := 0, 0
	for i := 0; i < len(line); i++ {
		run, _ := line[i].(Run)
		if room := MaxText - size; len(run.Text) > room {
			cut := cutBefore(run.Text, room)
			rest := run
			run.Text, rest.Text = run.Text[:cut], run.Text[cut:]
			line = slices.Insert(slices.Clone(line), i+1, Inline(rest))
			line[i] = run
			parts, start, size = append(parts, line[start:i+1]), i+1, 0
			continue
		}
		if size += len(run.Text); i+1-start == MaxInlines {
			parts, start, size = append(parts, line[start:i+1]), i+1, 0
		}
	}
	if start < len(line) {
		parts = append(parts, line[start:])
	}
	return parts
}

// cutBefore returns the end of the last whole letter within n bytes.
func cutBefore(s string, n int) int {
	if len(s) <= n {
		return len(s)
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return n
}
