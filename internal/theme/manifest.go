package theme

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
)

// manifestFile describes a theme's folder.
const manifestFile = "theme.json"

// manifest is theme.json. Lists of an upper layer stand after those of the
// layers below; keys of maps replace the same keys below.
type manifest struct {
	Name    string              `json:"name"`
	Styles  []string            `json:"styles"`  // joined into one stylesheet, in this order
	Preload map[string][]string `json:"preload"` // fonts of the first view by direction, "ltr" and "rtl"
	Places  map[string]place    `json:"places"`  // how wide pictures stand, by the name that templates use
	Hashes  hashes              `json:"hashes"`  // of inline blocks that an owner's theme insists on
}

// place says how wide a picture stands and whether it belongs to the first
// view.
type place struct {
	Sizes string `json:"sizes"` // an HTML sizes attribute
	Eager bool   `json:"eager"`
}

// hashes are Content-Security-Policy sources, "sha256-…".
type hashes struct {
	Script []string `json:"script"`
	Style  []string `json:"style"`
}

func (l layers) manifest() (manifest, error) {
	m := manifest{Preload: map[string][]string{}, Places: map[string]place{}}
	found := false
	for _, layer := range slices.Backward(l) {
		var upper manifest
		has, err := readJSON(layer, manifestFile, &upper)
		if err != nil {
			return m, err
		}
		if has {
			found = true
			m.lay(upper)
		}
	}
	if !found {
		return m, errors.New("theme.json is missing: a theme's folder, or the one below it, needs it")
	}
	return m, m.check()
}

func (m *manifest) lay(upper manifest) {
	if upper.Name != "" {
		m.Name = upper.Name
	}
	m.Styles = append(m.Styles, upper.Styles...)
	m.Hashes.Script = append(m.Hashes.Script, upper.Hashes.Script...)
	m.Hashes.Style = append(m.Hashes.Style, upper.Hashes.Style...)
	maps.Copy(m.Preload, upper.Preload)
	maps.Copy(m.Places, upper.Places)
}

var hashSource = regexp.MustCompile(`^sha(256|384|512)-[A-Za-z0-9+/]{40,90}={0,2}$`)

// check refuses hashes that could smuggle another source into the policy.
func (m *manifest) check() error {
	for _, h := range slices.Concat(m.Hashes.Script, m.Hashes.Style) {
		if !hashSource.MatchString(h) {
			return fmt.Errorf("theme.json: %q is not a hash such as sha256-…", h)
		}
	}
	return nil
}
