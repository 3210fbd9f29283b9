package newsroom

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"dateline/internal/locale"
	"dateline/internal/news"
)

// form is what came with a POST.
type form struct{ url.Values }

// formOf reads the form of a request. Lines end as they were typed: browsers
// send CR LF for each line end of a text area.
func formOf(r *http.Request) (form, error) {
	if err := r.ParseForm(); err != nil {
		return form{}, fmt.Errorf("read form: %w", err)
	}
	return form{r.PostForm}, nil
}

// text returns a field as it was typed.
func (f form) text(name string) string { return lines(f.Get(name)) }

// word returns a field without white space around it.
func (f form) word(name string) string { return strings.TrimSpace(f.Get(name)) }

func lines(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// number reads a whole number in any row of digits, 0 where there is none.
func (f form) number(name string) int64 {
	n, err := strconv.ParseInt(locale.ParseDigits(f.word(name)), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// id reads an id as addresses spell it, 0 where there is none.
func (f form) id(name string) news.ID {
	id, _ := news.ParseID(f.word(name))
	return id
}

// flag says whether a box was ticked.
func (f form) flag(name string) bool { return f.Get(name) != "" }

// field is one line of a form in a template.
type field struct {
	Name, Label, Value string
	Hint               string
	Rows               int // of a text area; 0 for one line
	Dir, Lang          string
	Type               string
	Auto               string   // for the browser's own help with filling in
	Options            []option // makes it a choice
	Trouble            *trouble
}

// newField makes a field of pairs of name and value, for templates.
func newField(name, label, value string, t *trouble, pairs ...any) (field, error) {
	f := field{Name: name, Label: label, Value: value, Trouble: t, Type: "text"}
	for i := 0; i+1 < len(pairs); i += 2 {
		switch pairs[i] {
		case "hint":
			f.Hint, _ = pairs[i+1].(string)
		case "rows":
			f.Rows, _ = pairs[i+1].(int)
		case "dir":
			f.Dir, _ = pairs[i+1].(string)
		case "lang":
			f.Lang, _ = pairs[i+1].(string)
		case "type":
			f.Type, _ = pairs[i+1].(string)
		default:
			return f, fmt.Errorf("field %s has no %v", name, pairs[i])
		}
	}
	return f, nil
}

// Fault is the message that belongs to this field, "" for none.
func (f field) Fault() string {
	if f.Trouble.In(f.Name) {
		return f.Trouble.Message
	}
	return ""
}

// option is one choice of a select.
type option struct {
	Value, Label string
	Chosen       bool
	Lang         string
}

// menu is a labelled set of choices.
type menu struct {
	Label   string
	Options []option
}
