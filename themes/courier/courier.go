// Package courier is the default theme, embedded: templates, words, styles,
// scripts and fonts. Start reading at theme.json and layout.html; css/ is
// joined in the order of theme.json. The package holds files and no code.
package courier

import "embed"

// Files is the theme's folder.
//
//go:embed theme.json *.html parts css script words fonts img
var Files embed.FS
