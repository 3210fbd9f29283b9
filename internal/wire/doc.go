// Package wire brings in what other systems hold: it turns their exports into
// stories, sections, tags, people, pictures and comments, admitted through the
// desk in small batches.
//
// Start reading at wordpress.go, the way of a whole import: a first pass over
// the file gathers what must be known early (survey.go), a second one converts
// item by item (convert.go and the files named after what they convert) and
// admits them in batches (admit.go, shelve.go). Package wire/wxr reads the file.
//
// What became of each thing is remembered, so that an import that runs again
// changes nothing, and one that was interrupted continues. Ids are made from a
// secret that the publication keeps per source (identity.go): they are as
// random as any to the outside, and known before the thing is admitted.
// Whatever is changed or left out on the way is told in an Entry; nothing that
// readers of the old site could not see becomes public here.
//
// It must not know of HTTP, the command line or the network.
package wire
