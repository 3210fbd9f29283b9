package wire

import (
	"slices"
	"strings"

	"dateline/internal/news"
	"dateline/internal/wire/wxr"
)

// DamageKinds are the kinds of damage that an import can be told to repair. A
// lost character is known to nobody.
var DamageKinds = []wxr.DamageKind{
	wxr.DamageSpaced, wxr.DamageBroken, wxr.DamageQuote, wxr.DamageSlash, wxr.DamageEscape, wxr.DamageMojibake,
}

// ParseDamage reads kinds of damage as a command line names them, with hyphens
// for spaces: "spaced-word", "wrong-encoding"; "all" is every kind.
func ParseDamage(names []string) ([]wxr.DamageKind, error) {
	var kinds []wxr.DamageKind
	for _, name := range names {
		if name == "all" {
			return DamageKinds, nil
		}
		kind := wxr.DamageKind(strings.ReplaceAll(strings.TrimSpace(name), "-", " "))
		if !slices.Contains(DamageKinds, kind) {
			return nil, news.Errorf(news.Invalid, "repair", "There is no damage called %q that can be repaired. Known are %s, and all.", name, damageNames())
		}
		kinds = append(kinds, kind)
	}
	return kinds, nil
}

func damageNames() string {
	names := make([]string, 0, len(DamageKinds))
	for _, k := range DamageKinds {
		names = append(names, DamageName(k))
	}
	return strings.Join(names, ", ")
}

// DamageName is what a command line calls a kind of damage.
func DamageName(k wxr.DamageKind) string { return strings.ReplaceAll(string(k), " ", "-") }

// examine reports the marks of damage in an item and repairs the kinds that
// the import was told to repair.
func (c *conversion) examine() {
	found := map[wxr.DamageKind]*damage{}
	for _, text := range []*string{&c.item.Title, &c.item.Excerpt, &c.item.Content} {
		*text = c.mend(*text, found)
	}
	for _, kind := range append(DamageKinds, wxr.DamageLost) {
		d := found[kind]
		if d == nil {
			continue
		}
		what := "Damage was found: " + string(kind) + ". It was left as it is; --repair " + DamageName(kind) + " would mend it."
		if kind == wxr.DamageLost {
			what = "Damage was found: " + string(kind) + ". Nobody can know what stood there."
		} else if slices.Contains(c.run.Repair, kind) {
			what = "Damage was repaired: " + string(kind) + "."
		}
		c.tell(Damaged, what, d.example, d.count)
	}
}

// damage counts marks of one kind.
type damage struct {
	count   int
	example string
}

func (c *conversion) mend(text string, found map[wxr.DamageKind]*damage) string {
	marks := wxr.Damage(text)
	var agreed []wxr.DamageMark
	for _, m := range marks {
		d := found[m.Kind]
		if d == nil {
			d = &damage{example: oneLine(m.Found)}
			if m.Suggest != "" {
				d.example += " → " + oneLine(m.Suggest)
			}
			found[m.Kind] = d
		}
		d.count++
		if slices.Contains(c.run.Repair, m.Kind) {
			agreed = append(agreed, m)
		}
	}
	if len(agreed) == 0 {
		return text
	}
	return wxr.Repair(text, agreed)
}
