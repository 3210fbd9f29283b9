package main

import "dateline/internal/app"

// themeCommand works on themes.
type themeCommand struct {
	Check themeCheck `cmd:"" help:"Check that a theme's folder fits the pages of this version."`
}

type themeCheck struct {
	Dir string `arg:"" help:"The theme's folder." type:"existingdir"`
}

// Run checks a theme.
func (c *themeCheck) Run(s surroundings) error { return app.CheckTheme(c.Dir, s.out) }
