// Package prose owns the text of a story as a typed document tree: its schema
// and schema version, the strict parse, the canonical form, rendering, plain
// text, excerpt, differences, merging, mentions and the import of HTML.
//
// A text is never stored as HTML. What cannot be written with the types in
// node.go cannot be stored, so that unsafe markup has no way to be expressed,
// and search, differences, translation and the reader's page all walk the same
// tree. Every block has an id that survives edit, move and translation.
//
// Start reading at node.go (the tree), then limits.go and check.go (what is
// valid), canonical.go and parse.go (what is stored). html.go renders for
// readers, source.go for a plain text area, prosemirror.go for the editor;
// fromhtml.go reads the HTML of others.
//
// The package must not know of stories, databases, addresses of pages or
// templates: pictures, topics, galleries and maps are ids here, and whoever
// renders hands in a House that knows what they are.
package prose
