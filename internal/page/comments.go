package page

import "html/template"

// Comments is the readers' discussion of a story.
type Comments struct {
	Count   int
	Threads []Comment
	Form    *CommentForm // nil when the discussion is closed
}

// Comment is a comment with its replies, two levels deep at most.
type Comment struct {
	ID       string
	Name     string
	Staff    string // "author", "editor": the newsroom's own people
	When     Moment
	HTML     template.HTML // paragraphs made by prose
	ReplyURL string
	Waiting  bool // only its writer sees it
	Replies  []Comment
}

// CommentForm is where a reader writes. Name and email may stay empty.
type CommentForm struct {
	Action string
	Parent string // the comment it answers; may be empty
	Name   string
	Email  string
	Text   string
	Error  string // what to mend, a whole sentence
	Sent   bool   // thank you, waiting
	Max    int    // the longest text, in characters
}
