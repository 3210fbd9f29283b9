package wire

import (
	"cmp"
	"slices"
	"strings"

	"dateline/internal/wire/wxr"
)

// Group sorts what a report tells.
type Group string

// The groups.
const (
	LeftOut Group = "left out" // it is not here
	Altered Group = "altered"  // it is here in another form
	Kept    Group = "kept"     // it was changed here since, and stays so
	Damaged Group = "damaged"  // the text seems to be damaged
)

// Entry tells of one thing that was not simply taken over.
type Entry struct {
	Group Group  `json:"group"`
	Item  int64  `json:"item,omitempty"`  // the old site's id
	Title string `json:"title,omitempty"` // of the item
	Line  int    `json:"line,omitempty"`  // of the export
	What  string `json:"what"`            // what was done
	Why   string `json:"why,omitempty"`   // what was found
	Count int    `json:"count"`
}

// Tally counts what became of things of one sort.
type Tally struct {
	What      string `json:"what"`
	New       int    `json:"new"`
	Changed   int    `json:"changed"`
	Unchanged int    `json:"unchanged"`
	Kept      int    `json:"kept"` // changed here since
	LeftOut   int    `json:"left_out"`
}

// Heap counts entries that say the same of different items.
type Heap struct {
	Group    Group    `json:"group"`
	What     string   `json:"what"`
	Count    int      `json:"count"`
	Items    int      `json:"items"`
	Examples []string `json:"examples"`
}

// Report says what an import took, changed and left out.
type Report struct {
	Source      string  `json:"source"` // the old site: host and path
	Title       string  `json:"title"`
	Edition     string  `json:"edition"`
	EditionMade bool    `json:"edition_made"`
	DryRun      bool    `json:"dry_run"`
	Complete    bool    `json:"complete"`
	Tallies     []Tally `json:"tallies"`
	Heaps       []Heap  `json:"heaps"`
}

// Bounds of what a report holds in memory; every Entry is told to Options.Tell
// besides.
const (
	maxHeaps    = 400
	maxExamples = 5
)

// tally returns the counts of a sort of thing.
func (r *Report) tally(what string) *Tally {
	for i := range r.Tallies {
		if r.Tallies[i].What == what {
			return &r.Tallies[i]
		}
	}
	r.Tallies = append(r.Tallies, Tally{What: what})
	return &r.Tallies[len(r.Tallies)-1]
}

// add puts an entry on its heap.
func (r *Report) add(e Entry) {
	i := slices.IndexFunc(r.Heaps, func(h Heap) bool { return h.Group == e.Group && h.What == e.What })
	if i < 0 && len(r.Heaps) >= maxHeaps {
		e.What = "Other things; the complete report names them."
		i = slices.IndexFunc(r.Heaps, func(h Heap) bool { return h.Group == e.Group && h.What == e.What })
	}
	if i < 0 {
		i = len(r.Heaps)
		r.Heaps = append(r.Heaps, Heap{Group: e.Group, What: e.What})
	}
	h := &r.Heaps[i]
	h.Count += e.Count
	h.Items++
	if len(h.Examples) < maxExamples {
		h.Examples = append(h.Examples, e.example())
	}
}

// example says on one line what an entry is about.
func (e Entry) example() string {
	var parts []string
	if e.Item != 0 {
		parts = append(parts, decimal(e.Item)+" “"+e.Title+"”")
	} else if e.Title != "" {
		parts = append(parts, "“"+e.Title+"”")
	}
	if e.Why != "" {
		parts = append(parts, e.Why)
	}
	return strings.Join(parts, ": ")
}

// sorted brings heaps into the order of groups, the largest first.
func (r *Report) sorted() {
	order := []Group{LeftOut, Kept, Damaged, Altered}
	slices.SortStableFunc(r.Heaps, func(a, b Heap) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Group), slices.Index(order, b.Group)), cmp.Compare(b.Items, a.Items))
	})
}

// leaving are the kinds of note of the reader that tell of something that is
// not here.
var leaving = []wxr.NoteKind{wxr.NoteRefused, wxr.NoteLeftOut, wxr.NoteBlock, wxr.NoteShortcode, wxr.NoteStray}

// entryOf turns a note of the reader into an entry.
func entryOf(n wxr.Note) Entry {
	group := Altered
	if slices.Contains(leaving, n.Kind) {
		group = LeftOut
	}
	return Entry{Group: group, Item: n.Where.ID, Title: n.Where.Title, Line: n.Where.Line, What: n.What, Why: n.Why, Count: max(n.Count, 1)}
}
