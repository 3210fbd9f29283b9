package wxr

import (
	"bytes"
	"strings"

	"dateline/internal/news"
)

// signatures tell the files that people take for an export.
var signatures = []struct{ prefix, name, remedy string }{
	{"PK\x03\x04", "a zip archive", "Unpack it and import the XML file inside."},
	{"\x1f\x8b", "a file compressed twice with gzip", "Decompress it once and try again."},
	{"BZh", "a bzip2 archive", "Decompress it and try again."},
	{"\xfd7zXZ", "an xz archive", "Decompress it and try again."},
	{"7z\xbc\xaf", "a 7-Zip archive", "Unpack it and import the XML file inside."},
	{"Rar!", "a RAR archive", "Unpack it and import the XML file inside."},
	{"%PDF", "a PDF document", ""},
	{"\x89PNG", "a picture", ""},
	{"\xff\xd8\xff", "a picture", ""},
	{"GIF8", "a picture", ""},
	{"SQLite format 3", "an SQLite database", ""},
	{"{", "JSON", ""},
	{"[", "JSON", ""},
	{"-- ", "a dump of a database", ""},
	{"/*!", "a dump of a database", ""},
	{"INSERT INTO", "a dump of a database", ""},
	{"CREATE TABLE", "a dump of a database", ""},
	{"<?php", "a PHP program", ""},
}

const exportAgain = "In WordPress, use Tools → Export → All content, and import the XML file that it gives."

// unrecognised says what a file is that is no export.
func unrecognised(head []byte, hasXML bool) error {
	var name string
	remedy := exportAgain
	trimmed := bytes.TrimLeft(head, " \t\r\n")
	lower := strings.ToLower(string(trimmed[:min(len(trimmed), 64<<10)]))
	switch {
	case len(trimmed) == 0:
		name = "empty"
	case strings.HasPrefix(lower, "<!doctype html"), strings.HasPrefix(lower, "<html"):
		name = "a web page"
		if strings.Contains(lower, "wp-login") || strings.Contains(lower, `type="password"`) {
			name, remedy = "a web page that asks to sign in", "Sign in to WordPress first and export again."
		}
	case len(trimmed) > 262 && string(trimmed[257:262]) == "ustar":
		name, remedy = "a tar archive", "Unpack it and import the XML file inside."
	default:
		name, remedy = bySignature(trimmed, lower, hasXML)
	}
	return news.Errorf(news.Invalid, "export", "This is no WordPress export: the file is %s. %s", name, remedy)
}

func bySignature(head []byte, lower string, hasXML bool) (name, remedy string) {
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.prefix)) {
			if s.remedy == "" {
				return s.name, exportAgain
			}
			return s.name, s.remedy
		}
	}
	root := rootElement.FindStringSubmatch(lower)
	switch {
	case root == nil:
		return "something unknown", exportAgain
	case root[1] == "rss" || root[1] == "channel":
		return "an RSS feed without WordPress's own fields", exportAgain
	case root[1] == "feed":
		return "an Atom feed", exportAgain
	case root[1] == "urlset" || root[1] == "sitemapindex":
		return "a sitemap", exportAgain
	case root[1] == "html":
		return "a web page", exportAgain
	case hasXML:
		return "XML with the root element " + excerpt(root[1]), exportAgain
	}
	return "something unknown", exportAgain
}
