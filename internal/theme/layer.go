package theme

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Limits of a theme's folder.
const (
	MaxFile  = 4 << 20 // bytes of one file
	MaxFiles = 1000    // files of one layer
)

// Layer is one folder of a theme. Name stands before file names in messages:
// "themes/mine".
type Layer struct {
	Name string
	FS   fs.FS
}

// layers are the folders of a theme, the uppermost first: a file of an upper
// one hides the file of the same name below.
type layers []Layer

// read returns a file from the uppermost layer that has it, and the name that
// messages use for it.
func (l layers) read(name string) (body []byte, shown string, err error) {
	for _, layer := range l {
		body, err = readFile(layer.FS, name)
		if err == nil {
			return body, path.Join(layer.Name, name), nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, "", fmt.Errorf("%s: %w", path.Join(layer.Name, name), err)
		}
	}
	return nil, "", fmt.Errorf("%s: %w", name, fs.ErrNotExist)
}

func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	body, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	if err != nil {
		return nil, err
	}
	if len(body) > MaxFile {
		return nil, fmt.Errorf("the file is larger than %d bytes", MaxFile)
	}
	return body, nil
}

// files returns the names of all files of all layers, sorted, each once.
func (l layers) files() ([]string, error) {
	seen := map[string]bool{}
	for _, layer := range l {
		if err := collect(layer, seen); err != nil {
			return nil, err
		}
	}
	names := make([]string, 0, len(seen))
	for name := range seen {
		names = append(names, name)
	}
	slices.Sort(names)
	return names, nil
}

func collect(layer Layer, seen map[string]bool) error {
	count := 0
	return fs.WalkDir(layer.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("%s: %w", path.Join(layer.Name, name), err)
		}
		hidden := strings.HasPrefix(d.Name(), ".") && name != "."
		switch {
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden || d.IsDir():
			return nil
		}
		if count++; count > MaxFiles {
			return fmt.Errorf("%s: more than %d files in a theme", layer.Name, MaxFiles)
		}
		seen[name] = true
		return nil
	})
}

// readJSON decodes a file of one layer strictly; found is false where the
// layer has no such file.
func readJSON(layer Layer, name string, into any) (found bool, err error) {
	body, err := readFile(layer.FS, name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err == nil {
		dec := json.NewDecoder(strings.NewReader(string(body)))
		dec.DisallowUnknownFields()
		err = dec.Decode(into)
	}
	if err != nil {
		return false, fmt.Errorf("%s: %w", path.Join(layer.Name, name), err)
	}
	return true, nil
}
