package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// settingsFile is the file of settings in the working directory.
const settingsFile = "dateline.json"

// maxSettings bounds the file of settings, in bytes.
const maxSettings = 1 << 20

// settings are what a file says: names of flags without their dashes, and
// their values. The environment and the command line weigh more.
type settings map[string]any

// readSettings reads the file of settings.
func readSettings(r io.Reader) (kong.Resolver, error) {
	d := json.NewDecoder(io.LimitReader(r, maxSettings))
	d.UseNumber()
	var s settings
	if err := d.Decode(&s); err != nil {
		return nil, fmt.Errorf("write the settings as one JSON object, such as {\"listen\": \"127.0.0.1:8080\"}: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("there is something behind the closing brace; remove it")
	}
	return s, nil
}

// Validate refuses names that no command has: a misspelt setting would
// silently not hold.
func (s settings) Validate(app *kong.Application) error {
	known := map[string]bool{}
	for _, leaf := range app.Leaves(false) {
		for _, group := range leaf.AllFlags(false) {
			for _, f := range group {
				known[f.Name] = len(f.Envs) > 0
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s)) {
		if known[name] {
			continue
		}
		maps.DeleteFunc(known, func(_ string, settable bool) bool { return !settable })
		return fmt.Errorf("%s: there is no setting %q; there are %s", settingsFile, name, strings.Join(slices.Sorted(maps.Keys(known)), ", "))
	}
	return nil
}

// Resolve implements kong.Resolver: kong asks for flags that are not on the
// command line.
func (s settings) Resolve(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	for _, name := range flag.Envs {
		if os.Getenv(name) != "" {
			return nil, nil //nolint:nilnil // kong's way of saying that there is nothing
		}
	}
	switch v := s[flag.Name].(type) {
	case nil:
		return nil, nil //nolint:nilnil // the same
	case string:
		return v, nil
	case json.Number:
		return v.String(), nil
	default:
		return nil, fmt.Errorf("%s: %q must be a text or a number", settingsFile, flag.Name)
	}
}

// forgetEmpty takes variables out of the environment that are set to nothing,
// as compose files and units leave them: they mean what is not set.
func forgetEmpty() {
	for _, line := range os.Environ() {
		if name, value, _ := strings.Cut(line, "="); value == "" && strings.HasPrefix(name, "DATELINE_") {
			_ = os.Unsetenv(name) // fails for names that no environment has
		}
	}
}
