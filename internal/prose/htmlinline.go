package prose

// wrap is one element around a run: its tag and its whole start tag.
type wrap struct {
	tag   string
	start string
}

func newWrap(tag string, attrs ...string) wrap {
	var m markup
	m.open(tag, attrs...)
	return wrap{tag: tag, start: m.String()}
}

// The elements of plain marks.
var (
	wrapStrong   = newWrap("strong")
	wrapEmphasis = newWrap("em")
	wrapStrike   = newWrap("s")
	wrapCode     = newWrap("code")
)

// markWraps returns the elements of the marks of a run inside its reference,
// from the outside in.
func markWraps(m Marks) (wraps []wrap) {
	if m.Lang != "" || m.Dir != Inherit {
		wraps = append(wraps, newWrap("span", "lang", m.Lang, "dir", string(m.Dir)))
	}
	if m.Strong {
		wraps = append(wraps, wrapStrong)
	}
	if m.Emphasis {
		wraps = append(wraps, wrapEmphasis)
	}
	if m.Strike {
		wraps = append(wraps, wrapStrike)
	}
	if m.Script != Baseline {
		wraps = append(wraps, newWrap(string(m.Script)))
	}
	if m.Code {
		wraps = append(wraps, wrapCode)
	}
	return wraps
}

// inlineWriter writes lines; page and source differ in the two functions.
type inlineWriter struct {
	m *markup
	// reference returns the element of a link or topic, if the run has one.
	// before is the run right before it, so that one mention in several runs
	// is one element.
	reference func(r Run, before *Run) (wrap, bool)
	footnote  func(Footnote)
}

// line writes a line. Elements that neighbouring runs share stay open, also
// over a line break.
func (w inlineWriter) line(line []Inline) {
	wraps := w.wraps(line)
	var open []wrap
	for i, in := range line {
		open = w.move(open, wraps[i])
		switch in := in.(type) {
		case Run:
			w.m.text(in.Text)
		case Break:
			w.m.raw("<br>")
		case Footnote:
			w.footnote(in)
		}
	}
	w.move(open, nil)
}

// move closes and opens elements on the way from one run to the next.
func (w inlineWriter) move(from, to []wrap) []wrap {
	same := shared(from, to)
	for i := len(from) - 1; i >= same; i-- {
		w.m.close(from[i].tag)
	}
	for _, wrap := range to[same:] {
		w.m.raw(wrap.start)
	}
	return to
}

// wraps returns the elements around each inline of a line. A break stands
// inside what the text before and after it share.
func (w inlineWriter) wraps(line []Inline) [][]wrap {
	wraps := make([][]wrap, len(line))
	var before *Run
	for i, in := range line {
		run, ok := in.(Run)
		if !ok {
			before = nil
			continue
		}
		if run.Marks != (Marks{}) {
			if ref, ok := w.reference(run, before); ok {
				wraps[i] = append(wraps[i], ref)
			}
			wraps[i] = append(wraps[i], markWraps(run.Marks)...)
		}
		before = &run
	}
	for i := 1; i < len(line)-1; i++ {
		if _, ok := line[i].(Break); ok {
			wraps[i] = wraps[i-1][:shared(wraps[i-1], wraps[i+1])]
		}
	}
	return wraps
}

// shared returns how many elements two stacks share from the outside.
func shared(a, b []wrap) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// line writes a line for the page.
func (r *renderer) line(line []Inline) {
	var mention wrap // of the topic mentioned last
	var linked bool
	w := inlineWriter{m: &r.out, footnote: r.footnote}
	w.reference = func(run Run, before *Run) (wrap, bool) {
		if run.Topic == 0 {
			return r.link(run.Link)
		}
		if before == nil || before.Topic != run.Topic {
			mention, linked = r.mention(run)
		}
		return mention, linked
	}
	w.line(line)
}

func (r *renderer) link(href string) (wrap, bool) {
	if href != "" && r.o.Link != nil {
		href = r.o.Link(href)
	}
	if !ValidLink(href) {
		return wrap{}, false
	}
	return newWrap("a", "href", href), true
}

// mention notes that a topic is named here and asks the house for its link.
func (r *renderer) mention(run Run) (wrap, bool) {
	first := !r.seen[run.Topic]
	if first {
		r.seen[run.Topic] = true
		r.topics = append(r.topics, run.Topic)
	}
	link, ok := r.house.Topic(run.Topic, first)
	if !ok || !ValidLink(link.Href) {
		return wrap{}, false
	}
	return newWrap("a", "class", link.Class, "href", link.Href), true
}

// footnote writes the mark of a note; the note itself waits for the end.
func (r *renderer) footnote(f Footnote) {
	r.notes = append(r.notes, f)
	number := r.numeral(len(r.notes))
	r.out.open("sup")
	r.out.open("a", "class", "fnref", "id", r.o.Prefix+"fnref-"+f.ID, "href", "#"+r.o.Prefix+"fn-"+f.ID,
		"aria-label", r.words.Footnote+" "+number)
	r.out.text(number)
	r.out.close("a")
	r.out.close("sup")
}
