package prose

import (
	"strconv"

	"dateline/internal/news"
)

// path is a place in a document, kept as links and spelled only where an
// error needs it: body.blocks[2].items[0].blocks[0].text
type path struct {
	up    *path
	name  string
	index int // of an element of a list, where name is ""
}

// root is the path of a whole document.
var root = &path{name: "body"}

func (p *path) member(name string) *path { return &path{up: p, name: name} }
func (p *path) at(i int) *path           { return &path{up: p, index: i} }

// String spells the path.
func (p *path) String() string {
	switch {
	case p.up == nil:
		return p.name
	case p.name == "":
		return p.up.String() + "[" + strconv.Itoa(p.index) + "]"
	default:
		return p.up.String() + "." + p.name
	}
}

// decoder turns values into blocks. It keeps the first error and goes on, so
// that the functions that use it read as a list of fields.
type decoder struct {
	err error
}

func (d *decoder) fail(at *path, format string, args ...any) {
	if d.err == nil {
		d.err = news.Errorf(news.Invalid, at.String(), format, args...)
	}
}

// object is a JSON object that is being read: each field is asked for by
// name, and done reports those that nobody asked for.
type object struct {
	d    *decoder
	at   *path
	v    value
	read int // members asked for and found
}

func (d *decoder) object(v value, at *path) *object {
	if v.kind != jsonObject {
		d.fail(at, "An object is expected here.")
	}
	return &object{d: d, at: at, v: v}
}

func (o *object) has(name string) bool {
	_, ok := o.v.member(name)
	return ok
}

// field returns the member of a name if it is there and of a kind.
func (o *object) field(name string, kind valueKind, what string) (value, bool) {
	v, ok := o.v.member(name)
	if !ok {
		return v, false
	}
	o.read++
	if v.kind != kind {
		o.d.fail(o.at.member(name), "%s is expected here.", what)
		return v, false
	}
	return v, true
}

func (o *object) str(name string) string {
	v, _ := o.field(name, jsonString, "A text")
	return v.text
}

func (o *object) flag(name string) bool {
	v, _ := o.field(name, jsonBool, "True or false")
	return v.truth
}

// number reads a whole number.
func (o *object) number(name string) int {
	v, ok := o.field(name, jsonNumber, "A whole number")
	if !ok {
		return 0
	}
	n, err := strconv.ParseInt(v.text, 10, 32)
	if err != nil {
		o.d.fail(o.at.member(name), "A whole number is expected here.")
	}
	return int(n)
}

func (o *object) decimal(name string) float64 {
	v, ok := o.field(name, jsonNumber, "A number")
	if !ok {
		return 0
	}
	f, err := strconv.ParseFloat(v.text, 64)
	if err != nil {
		o.d.fail(o.at.member(name), "A number is expected here.")
	}
	return f
}

// id reads the id of a picture, topic and the like: as text, since numbers
// of 63 bits do not survive JavaScript.
func (o *object) id(name string) news.ID {
	v, ok := o.field(name, jsonString, "An id")
	if !ok {
		return 0
	}
	id, ok := news.ParseID(v.text)
	if !ok {
		o.d.fail(o.at.member(name), "This is not the id of anything.")
	}
	return id
}

// list calls each for every element of a list.
func (o *object) list(name string, each func(v value, at *path)) {
	v, _ := o.field(name, jsonArray, "A list")
	at := o.at.member(name)
	for i, item := range v.items {
		each(item, at.at(i))
	}
}

// done refuses members that nobody asked for.
func (o *object) done() {
	if o.d.err != nil || o.read == len(o.v.keys) {
		return
	}
	o.d.fail(o.at, "There is a field here that this version of Dateline does not know.")
}
