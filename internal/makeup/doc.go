// Package makeup fills the page structs: one function per kind of page. The
// site, previews, the static mirror and newsletters all make up their pages
// here, so that they never differ.
//
// Start reading at makeup.go (what a page is made of), then story.go and
// front.go. A page is read in one transaction, so that it shows one state of
// the database; what it shows is noted as tags on the way.
//
// It must not know of HTTP, caches or templates.
package makeup
