package prose

import (
	"strconv"

	"dateline/internal/news"
)

// step turns a document of one schema version into the next one. It works on
// the JSON, so that the types of old versions need not be kept.
type step func(value) (value, error)

// upgrades holds the step from version i+1 to i+2. A change of the schema that
// an older program would misread raises Version and appends its step here; a
// step that has been released is never edited.
var upgrades = []step{}

// upgrade brings a document to the newest version that steps lead to.
func upgrade(v value, steps []step) (value, error) {
	at := root.member("version")
	field, ok := v.member("version")
	if v.kind != jsonObject || !ok || field.kind != jsonNumber {
		return v, news.Errorf(news.Invalid, at.String(), "The text does not say the version of its schema.")
	}
	version, err := strconv.Atoi(field.text)
	if err != nil || version < 1 {
		return v, news.Errorf(news.Invalid, at.String(), "There is no schema version %s.", clip(field.text))
	}
	if version > len(steps)+1 {
		return v, newer(version)
	}
	for ; version <= len(steps); version++ {
		if v, err = steps[version-1](v); err != nil {
			return v, err
		}
		v = v.with("version", value{kind: jsonNumber, text: strconv.Itoa(version + 1)})
	}
	return v, nil
}

// with returns the object with one member replaced or added.
func (v value) with(key string, item value) value {
	keys := append([]string(nil), v.keys...)
	items := append([]value(nil), v.items...)
	for i, k := range keys {
		if k == key {
			items[i] = item
			return value{kind: jsonObject, keys: keys, items: items}
		}
	}
	return value{kind: jsonObject, keys: append(keys, key), items: append(items, item)}
}
