// Package news is the vocabulary of the house: the nouns a newsroom works with
// (Story, Revision, Edition, Section, Tag, Topic, Event, Byline, Comment, Role),
// the pure rules about them, the state tables of the editorial acts, and the
// one error type.
//
// Start reading at story.go, then state.go. It must not know of SQL, HTML,
// HTTP, files or the clock: whoever needs the time hands it in.
package news
