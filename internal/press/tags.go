package press

import (
	"sync/atomic"

	"dateline/internal/news"
)

// tag is one name and the sheets that carry it.
type tag struct {
	name    string
	hard    map[*sheet]struct{}
	soft    map[*sheet]struct{}
	touched atomic.Int64 // Seq of the last row that named it
}

// touch does what one row says about one name. Sheets that hold it softly are
// not visited: they compare touched with their own position when they are
// asked for, so that a row costs what it drops, not what shows the box.
func (p *Press) touch(name string, seq int64, urgent bool) {
	t := p.tags[name]
	if t == nil {
		return
	}
	t.touched.Store(seq)
	p.dropEach(t.hard)
	if urgent {
		p.dropEach(t.soft)
	}
}

func (p *Press) dropEach(sheets map[*sheet]struct{}) {
	for s := range sheets {
		p.remove(s)
		p.counts.dropped.Add(1)
	}
}

// index enters a sheet under its tags.
func (p *Press) index(s *sheet) {
	s.soft = s.soft[:0]
	for _, pt := range s.tags {
		t := p.tags[pt.Name]
		if t == nil {
			t = &tag{name: pt.Name, hard: map[*sheet]struct{}{}, soft: map[*sheet]struct{}{}}
			p.tags[pt.Name] = t
		}
		if pt.Soft {
			t.soft[s] = struct{}{}
			s.soft = append(s.soft, t)
		} else {
			t.hard[s] = struct{}{}
		}
	}
}

// unindex is the reverse of index; a name that nothing carries is forgotten.
func (p *Press) unindex(s *sheet) {
	for _, pt := range s.tags {
		t := p.tags[pt.Name]
		delete(t.hard, s)
		delete(t.soft, s)
		if len(t.hard)+len(t.soft) == 0 {
			delete(p.tags, pt.Name)
		}
	}
}

// tidy returns each name once, hard where it is both.
func tidy(tags []news.PageTag) []news.PageTag {
	at := make(map[string]int, len(tags))
	out := make([]news.PageTag, 0, len(tags))
	for _, t := range tags {
		i, seen := at[t.Name]
		if !seen {
			at[t.Name] = len(out)
			out = append(out, t)
			continue
		}
		out[i].Soft = out[i].Soft && t.Soft
	}
	return out
}
