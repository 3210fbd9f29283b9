package news

import (
	"net/url"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// formerKeys are the parameters by which other systems named a story where it
// had no address of its own, in the order of a former address.
var formerKeys = []string{"attachment_id", "p", "page_id", "post_type"}

// FormerAddress is the one form in which addresses of a site that Dateline took
// over from are kept and looked up: the decoded path in NFC without a slash at
// its end, then those parameters that name a thing: "/2011/02/a-story",
// "/?p=12". The root of a site is "/".
func FormerAddress(path string, query url.Values) string {
	path = norm.NFC.String(strings.TrimRight(path, "/"))
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	var kept strings.Builder
	for _, key := range formerKeys {
		if v := query.Get(key); v != "" {
			kept.WriteString("&" + key + "=" + url.QueryEscape(v))
		}
	}
	if kept.Len() == 0 {
		return path
	}
	return path + "?" + kept.String()[1:]
}

// FormerQuery says whether a query names a thing of another system.
func FormerQuery(query url.Values) bool {
	for _, key := range formerKeys[:len(formerKeys)-1] { // a type alone names nothing
		if query.Get(key) != "" {
			return true
		}
	}
	return false
}
