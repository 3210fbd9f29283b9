package specimen

import (
	"encoding/json"
	"reflect"

	"dateline/internal/page"
)

// Evil is the text of hostile specimens. It closes whatever a template may
// have open; rendered rightly, every letter of it is shown and none acts.
const Evil = `</script><script>alert("1")</script>'"><img src=x onerror=alert(2)> <b style="color:red"> --> ]]> UNION SELECT '; {{.}} ${x} ` + "\u202e\u0000`"

// evilURL is an address that runs a script where it is not filtered.
const evilURL = "javascript:alert(3)"

// Hostile returns the full pages with Evil in place of every text and a script
// in place of every address, and so with the same elements. The template.HTML fields, which only prose makes,
// keep their text.
func Hostile(lang string) []page.Page {
	pages := Full(lang)
	for _, p := range pages {
		edition := p.Frame().Edition
		poison(reflect.ValueOf(p).Elem())
		e := &p.Frame().Edition
		e.Lang, e.Dir, e.Digits = edition.Lang, edition.Dir, edition.Digits
	}
	return pages
}

var dataType = reflect.TypeFor[json.RawMessage]()

func poison(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			poison(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			poisonField(v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Slice:
		if v.Type() == dataType {
			v.SetBytes(evilData())
			return
		}
		for i := range v.Len() {
			poison(v.Index(i))
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() && v.String() != "" {
			v.SetString(Evil)
		}
	}
}

// poisonField knows addresses by their names.
func poisonField(name string, v reflect.Value) {
	switch name {
	case "URL", "ChangeURL", "RecordURL", "CreditURL", "ReplyURL", "Src", "Action", "Canonical", "Search":
		if v.Kind() == reflect.String && v.String() != "" {
			v.SetString(evilURL)
		}
		return
	case "Status", "Width", "Height":
		return
	}
	poison(v)
}

func evilData() []byte {
	b, err := json.Marshal(map[string]string{"headline": Evil})
	if err != nil {
		panic(err) // a map of strings
	}
	return b
}
