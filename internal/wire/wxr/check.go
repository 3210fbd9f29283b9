package wxr

import (
	"hash/maphash"
	"maps"
	"slices"
	"strconv"
)

// checks compares items with what came before them.
type checks struct {
	authors map[string]bool // logins and names listed in the export, and those already noted
	ids     map[int64]struct{}
	slugs   map[uint64]struct{} // hashes of type, parent and slug
	seed    maphash.Seed
	room    int  // ids, and slugs, that are remembered at most
	full    bool // too many items to remember: said once
}

func newChecks() checks {
	return checks{authors: map[string]bool{}, ids: map[int64]struct{}{}, slugs: map[uint64]struct{}{}, seed: maphash.MakeSeed(), room: maxTracked}
}

func (c *checks) author(a *Author) {
	if len(c.authors) < maxNames {
		c.authors[a.Login] = true
	}
}

// item notes what is odd about an item beside the others.
func (c *checks) item(r *reader, it *Item) {
	c.byline(r, it)
	if len(c.ids) >= c.room || len(c.slugs) >= c.room {
		if !c.full {
			r.note(NoteDuplicate, "From here on, repeated ids and slugs are no longer looked for.", "the export has more than "+strconv.Itoa(c.room)+" items", 1)
		}
		c.full = true
		return
	}
	if it.ID == 0 {
		r.note(NoteNumber, "The item has no id.", "wp:post_id is missing or 0", 1)
	} else if _, it.RepeatsID = c.ids[it.ID]; it.RepeatsID {
		r.note(NoteDuplicate, "Both items were delivered.", "an item before this one has the same id", 1)
	} else {
		c.ids[it.ID] = struct{}{}
	}
	c.slug(r, it)
}

func (c *checks) slug(r *reader, it *Item) {
	if it.Slug == "" || isDraft(it.Status) || it.RepeatsID {
		return
	}
	key := maphash.String(c.seed, it.Type+"\x00"+strconv.FormatInt(it.Parent, 10)+"\x00"+it.Slug)
	if _, it.RepeatsSlug = c.slugs[key]; it.RepeatsSlug {
		r.note(NoteDuplicate, "Both items were delivered.", "an item before this one has the same slug “"+excerpt(it.Slug)+"”", 1)
		return
	}
	c.slugs[key] = struct{}{}
}

// byline notes an author whom the export does not list, once.
func (c *checks) byline(r *reader, it *Item) {
	if it.Type != "post" && it.Type != "page" || c.authors[it.Creator] {
		return
	}
	if len(c.authors) < maxNames {
		c.authors[it.Creator] = true
	}
	if it.Creator == "" {
		r.note(NoteAuthor, "The item has no byline.", "dc:creator is missing or empty", 1)
		c.authors[""] = false
		return
	}
	r.note(NoteAuthor, "The login stands for the byline.", "the export lists no author “"+excerpt(it.Creator)+"”", 1)
}

// tally counts what is left out of the whole export.
type tally map[string]int

func (t tally) add(what string) {
	if _, known := t[what]; known || len(t) < maxNames {
		t[what]++
	}
}

// summary says what was left out everywhere.
func (r *reader) summary() {
	for _, what := range slices.Sorted(maps.Keys(r.leftOut)) {
		r.deliver(Note{Kind: NoteLeftOut, What: "Not taken over.", Why: what, Count: r.leftOut[what]})
	}
}
