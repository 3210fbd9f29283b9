package news

import (
	"net/url"
	"testing"
)

func TestFormerAddress(t *testing.T) {
	for _, c := range []struct{ path, query, want string }{
		{"/2011/02/a-story/", "", "/2011/02/a-story"},
		{"/2011/02/a-story", "utm_source=x", "/2011/02/a-story"},
		{"/caf\u0065\u0301/", "", "/caf\u00e9"},
		{"/", "p=12", "/?p=12"},
		{"", "page_id=12&preview=true", "/?page_id=12"},
		{"/blog/", "p=12&post_type=film", "/blog?p=12&post_type=film"},
		{"/", "p=1 2", "/?p=1+2"},
		{"/", "", "/"},
		{"about", "", "/about"},
	} {
		query, err := url.ParseQuery(c.query)
		if err != nil {
			t.Fatal(err)
		}
		if got := FormerAddress(c.path, query); got != c.want {
			t.Errorf("%q ? %q: %q, want %q", c.path, c.query, got, c.want)
		}
	}
}

func TestFormerQuery(t *testing.T) {
	for query, want := range map[string]bool{"p=1": true, "page_id=1": true, "attachment_id=3": true, "post_type=film": false, "q=p": false, "": false, "p=": false} {
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		if got := FormerQuery(values); got != want {
			t.Errorf("%q: %v", query, got)
		}
	}
}
