package theme

import (
	"errors"
	"html/template"
	"maps"
	"slices"
	"sync"

	"dateline/internal/locale"
	"dateline/internal/page"
)

// Theme is a loaded and parsed theme. It is safe for use by many goroutines
// and never changes: a changed folder is loaded again.
type Theme struct {
	layers   layers
	manifest manifest
	assets   map[string]*Asset
	words    *locale.Words
	parsed   *template.Template // every file parsed, never executed: sets are cloned from it

	mu   sync.Mutex
	sets map[voiceKey]set
}

// set is a theme's templates bound to one language: one for each kind of
// page.
type set map[page.Kind]*template.Template

// maxSets bounds the languages kept ready. A publication has few editions.
const maxSets = 256

// Load reads and parses a theme from layers, the uppermost first and the
// default theme last. It does not check the templates against the page
// structs; Check does.
func Load(upper ...Layer) (*Theme, error) {
	t, err := read(upper)
	if err != nil {
		return nil, err
	}
	for _, a := range t.assets {
		a.compress()
	}
	return t, nil
}

// read is Load without the work that only readers profit from.
func read(upper []Layer) (*Theme, error) {
	if len(upper) == 0 {
		return nil, errors.New("theme: no folder to load")
	}
	l := layers(upper)
	m, err := l.manifest()
	if err != nil {
		return nil, err
	}
	t := &Theme{layers: l, manifest: m, sets: map[voiceKey]set{}}
	if t.assets, err = loadAssets(l, m); err != nil {
		return nil, err
	}
	if t.words, err = loadWords(l); err != nil {
		return nil, err
	}
	if t.parsed, err = parse(l, t); err != nil {
		return nil, err
	}
	return t, nil
}

// Name returns the theme's name from theme.json.
func (t *Theme) Name() string { return t.manifest.Name }

// Asset returns a file by its name in the theme, e.g. "style.css".
func (t *Theme) Asset(name string) (*Asset, bool) {
	a, ok := t.assets[name]
	return a, ok
}

// AssetNames returns the names of all assets, sorted: what a mirror of the
// site has to carry.
func (t *Theme) AssetNames() []string {
	return slices.Sorted(maps.Keys(t.assets))
}

// Preload returns the fonts of the first view in a direction of writing, for
// a Link header.
func (t *Theme) Preload(dir string) []*Asset {
	var fonts []*Asset
	for _, name := range t.manifest.Preload[dir] {
		if a, ok := t.assets[name]; ok {
			fonts = append(fonts, a)
		}
	}
	return fonts
}
