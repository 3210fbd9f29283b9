package wxr

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NoteKind groups notes for the report.
type NoteKind string

// The kinds of notes.
const (
	NoteEncoding   NoteKind = "encoding"    // bytes that are not what the file declares
	NoteControl    NoteKind = "control"     // control characters removed
	NoteCDATA      NoteKind = "cdata"       // CDATA sections that nest or do not end
	NoteEntity     NoteKind = "entity"      // unknown entities, bare ampersands
	NoteTag        NoteKind = "tag"         // missing or stray tags, unescaped < in text
	NoteNamespace  NoteKind = "namespace"   // missing or wrong prefixes
	NoteStray      NoteKind = "stray"       // text outside of any field
	NoteVersion    NoteKind = "version"     // missing or unknown WXR version
	NoteAuthor     NoteKind = "author"      // bylines without an author in the file
	NoteDate       NoteKind = "date"        // dates that do not exist
	NoteNumber     NoteKind = "number"      // numbers that are none
	NoteDuplicate  NoteKind = "duplicate"   // ids or slugs that occur twice
	NoteRefused    NoteKind = "refused"     // items that were not delivered
	NoteLeftOut    NoteKind = "left out"    // things that are not taken over
	NoteShortcode  NoteKind = "shortcode"   // shortcodes nobody knows
	NoteBlock      NoteKind = "block"       // blocks that have no counterpart
	NoteConversion NoteKind = "conversion"  // markup changed on the way
	NoteCompressed NoteKind = "compression" // the file was compressed
)

// Where says what place in an export a note is about. Offset and Line count
// in the text after decompression and, for UTF-16, after decoding.
type Where struct {
	Offset int64  // bytes from the start, from 0
	Line   int    // from 1; 0 when there is no line to name
	ID     int64  // WordPress's id of the item, 0 outside of items
	Title  string // title of the item, as far as it was read
	Field  string // element, such as "content:encoded"
}

// Note tells of one repair or omission, or of several alike in one item.
type Note struct {
	Where Where
	Kind  NoteKind
	What  string // what was done, a whole sentence
	Why   string // what was found in the file
	Count int    // how many times, from 1
}

// String renders the note on one line for a report.
func (n Note) String() string {
	s := ""
	if n.Where.Line > 0 {
		s = fmt.Sprintf("line %d: ", n.Where.Line)
	}
	if n.Where.ID != 0 || n.Where.Title != "" {
		s += fmt.Sprintf("item %d “%s”: ", n.Where.ID, n.Where.Title)
	}
	if n.Where.Field != "" {
		s += n.Where.Field + ": "
	}
	s += n.What + " (" + n.Why + ")"
	if n.Count > 1 {
		s += fmt.Sprintf(" [%d times]", n.Count)
	}
	return s
}

// pad collects notes and counts those that differ only in their place.
type pad struct {
	notes []Note
	more  int // notes that found no room
	seen  map[noteKey]int
}

type noteKey struct {
	kind             NoteKind
	field, what, why string
}

func (p *pad) add(n Note) {
	key := noteKey{n.Kind, n.Where.Field, n.What, n.Why}
	if i, ok := p.seen[key]; ok {
		p.notes[i].Count += max(n.Count, 1)
		return
	}
	if p.seen == nil {
		p.seen = make(map[noteKey]int)
	}
	if len(p.seen) >= maxNames {
		p.more++
		return
	}
	n.Count = max(n.Count, 1)
	p.seen[key] = len(p.notes)
	p.notes = append(p.notes, n)
}

// take empties the pad and returns its notes.
func (p *pad) take() []Note {
	notes := p.notes
	if p.more > 0 {
		notes = append(notes, Note{Kind: NoteLeftOut, What: "Further notes were not listed.", Why: "there are too many different ones", Count: p.more})
	}
	*p = pad{}
	return notes
}

// quote shows the beginning of bytes of any kind.
func quote(b []byte) string {
	clean := strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return ' '
		}
		return c
	}, strings.ToValidUTF8(string(b[:min(len(b), 2*maxExcerpt)]), "\ufffd"))
	return excerpt(strings.TrimSpace(clean))
}

// excerpt shortens foreign text for a note, on a character's border.
func excerpt(s string) string {
	if len(s) <= maxExcerpt {
		return s
	}
	cut := maxExcerpt
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "…"
}
