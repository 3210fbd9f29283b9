package theme_test

import (
	"testing"

	"dateline/internal/theme"
	"dateline/themes/courier"
)

var base = theme.Layer{Name: "themes/courier", FS: courier.Files}

func TestTheDefaultThemeHasNoProblem(t *testing.T) {
	for _, p := range theme.Check(base) {
		t.Error(p.Error())
	}
}
