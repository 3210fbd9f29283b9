package app

import (
	"fmt"
	"io"
	"os"
	"strings"

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
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() {
		return nil, news.Errorf(news.Invalid, "theme", "There is no folder %s: name the theme's folder with --theme, or leave it out for the default theme.", dir)
	}
	mine := theme.Layer{Name: dir, FS: os.DirFS(dir)}
	if problems := theme.Check(mine, base); len(problems) > 0 {
		more := ""
		if n := len(problems) - 1; n > 0 {
			more = fmt.Sprintf(" There are %d more.", n)
		}
		return nil, news.Errorf(news.Invalid, "theme", "The theme does not fit the pages of this version. %s.%s “dateline theme check %s” lists what to mend.",
			strings.TrimRight(problems[0].Error(), "."), more, dir)
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
	switch n := len(problems); n {
	case 0:
	case 1:
		return news.Errorf(news.Invalid, "theme", "The theme has 1 problem.")
	default:
		return news.Errorf(news.Invalid, "theme", "The theme has %d problems.", n)
	}
	_, err := fmt.Fprintln(out, "The theme fits.")
	return err
}
