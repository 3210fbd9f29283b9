// Package page is the theme contract: one typed struct for each kind of page
// that a reader sees, and the parts that they share.
//
// It is what makeup fills and what a theme's templates may name; nothing else
// reaches a template. Start reading at page.go, then front.go and story.go.
//
// Every text in these structs is written in the page's edition already: dates
// come as text beside their machine form, numbers in the edition's digits.
// Interface words ("Published", "Related") are not here: they belong to the
// theme's words files. A nil part renders nothing. Text is plain text and is
// escaped when rendered; the few template.HTML fields say who makes them.
//
// The package must not know of stores, services, HTTP or files.
package page
