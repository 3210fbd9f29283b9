package app

import (
	"errors"
	"fmt"
	"io"
	"os"

	"dateline/internal/news"
	"dateline/internal/theme"
	"dateline/themes/courier"
)

// base is the default theme.
var base = theme.Layer{Name: "themes/courier", FS: courier.Files}

// loadTheme loads the default theme with an owner's folder over it, and
// refuses one that does not fit the pages.
func loadTheme(dir string) (*theme.Theme, error) {
	if dir == "" {
		return theme.Load(base)
	}
	mine := theme.Layer{Name: dir, FS: os.DirFS(dir)}
	if problems := theme.Check(mine, base); len(problems) > 0 {
		all := make([]error, 0, len(problems))
		for i := range problems {
			all = append(all, &problems[i])
		}
		return nil, news.Errorf(news.Invalid, "theme", "The theme does not fit the pages of this version: %w", errors.Join(all...))
	}
	return theme.Load(mine, base)
}

// CheckTheme tells every problem of a theme's folder, a line each.
func CheckTheme(dir string, out io.Writer) error {
	problems := theme.Check(theme.Layer{Name: dir, FS: os.DirFS(dir)}, base)
	for i := range problems {
		if _, err := fmt.Fprintln(out, problems[i].Error()); err != nil {
			return err
		}
	}
	if n := len(problems); n > 0 {
		return news.Errorf(news.Invalid, "theme", "The theme has %d problems.", n)
	}
	_, err := fmt.Fprintln(out, "The theme fits.")
	return err
}
