package app_test

import (
	"errors"
	"fmt"
	"testing"

	"dateline/internal/app"
	"dateline/internal/news"
)

func TestPlainly(t *testing.T) {
	cause := errors.New("no route to host")
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"nobody's error":          {fmt.Errorf("open house: %w", cause), "open house: no route to host"},
		"a cause within":          {news.Errorf(news.Unavailable, "listen", "Cannot listen (%w).", cause), "Cannot listen (no route to host)."},
		"a cause behind":          {&news.Error{Kind: news.Unavailable, Message: "The database is away.", Err: cause}, "The database is away. (no route to host)"},
		"a rule's cause":          {&news.Error{Kind: news.Invalid, Message: "Too short.", Err: cause}, "Too short."},
		"a setting":               {news.Errorf(news.Invalid, "data", "Name a folder."), "Name a folder."},
		"a place in a document":   {news.Errorf(news.Invalid, "body.blocks[2].text", "The text is too long."), "body.blocks[2].text: The text is too long."},
		"wrapped on the way":      {fmt.Errorf("keep account: %w", news.Errorf(news.Conflict, "", "Somebody was faster.")), "Somebody was faster."},
		"an error without a word": {&news.Error{Kind: news.Unavailable, Err: cause}, "unavailable: no route to host"},
	} {
		if got := app.Plainly(c.err); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
