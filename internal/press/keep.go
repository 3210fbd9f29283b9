package press

import (
	"net/http"
	"time"
)

// keep puts a sheet on its shelf, unless it is one that is never kept. It
// returns false when the sheet was outdated, by rows or by time, while it was
// made. One that was too old from the start would be no newer if made again.
func (p *Press) keep(r *run, s *sheet) bool {
	now := p.opt.Now()
	p.mu.Lock()
	defer p.mu.Unlock()
	hard, soft := p.outdated(s)
	if hard || r.epoch != p.epoch || s.expired(now) && !s.expired(r.began) {
		return false
	}
	s.spoiled = soft
	if s.keepable(now) {
		p.shelve(s, now)
	}
	return true
}

// keepable tells whether a sheet may be kept at all.
func (s *sheet) keepable(now time.Time) bool {
	return s.key != "" && s.status < http.StatusInternalServerError && len(s.tags) <= MaxTags && !s.expired(now)
}

// outdated judges a sheet by the rows applied since its run began; p.mu is held.
func (p *Press) outdated(s *sheet) (hard, soft bool) {
	rows, ok := p.recent.since(s.born, p.applied.Load())
	if !ok {
		return true, true
	}
	if len(rows) == 0 {
		return false, false
	}
	softly := make(map[string]bool, len(s.tags))
	for _, t := range s.tags {
		softly[t.Name] = t.Soft
	}
	for _, row := range rows {
		for _, name := range row.Tags {
			isSoft, carried := softly[name]
			hard = hard || carried && (row.Urgent || !isSoft)
			soft = soft || carried
		}
	}
	return hard, soft
}

// shelve replaces what is kept under the sheet's key, unless that is newer,
// and makes room; p.mu is held.
func (p *Press) shelve(s *sheet, now time.Time) {
	if old := p.sheets[s.key]; old != nil {
		if old.born > s.born {
			return
		}
		p.remove(old)
	}
	shelf := &p.others
	if s.status == http.StatusOK {
		shelf = &p.pages
	}
	if !shelf.fits(s.cost) {
		return
	}
	for shelf.full(s.cost) {
		p.remove(shelf.victim())
		p.counts.evicted.Add(1)
	}
	s.served.Store(now.Unix())
	s.refreshAt.Store(now.Add(p.opt.RefreshEvery).UnixNano())
	p.sheets[s.key] = s
	shelf.add(s)
	p.index(s)
}

// remove takes a sheet out of everything that knows it; p.mu is held.
func (p *Press) remove(s *sheet) {
	delete(p.sheets, s.key)
	s.shelf.take(s)
	p.unindex(s)
}
