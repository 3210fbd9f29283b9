package theme

import "strings"

// Policy returns the Content-Security-Policy of the theme's pages. Everything
// comes from the site itself, and nothing inline runs unless theme.json
// declares its hash.
func (t *Theme) Policy() string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self'" + quoted(t.manifest.Hashes.Script),
		"style-src 'self'" + quoted(t.manifest.Hashes.Style),
		"img-src 'self'",
		"media-src 'self'",
		"font-src 'self'",
		"connect-src 'self'",
		"form-action 'self'",
		"manifest-src 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	}, "; ")
}

func quoted(sources []string) string {
	var b strings.Builder
	for _, s := range sources {
		b.WriteString(" '" + s + "'")
	}
	return b.String()
}
