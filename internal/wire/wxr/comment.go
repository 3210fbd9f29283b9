package wxr

import "strings"

func commentText(field func(*Comment) *string) setter {
	return func(r *reader, text string, _ *tag) { *field(r.comment) = text }
}

func commentNumber(field func(*Comment) *int64) setter {
	return func(r *reader, text string, _ *tag) { *field(r.comment) = r.number(text) }
}

var commentFields = map[string]setter{
	"wp:comment_id":           commentNumber(func(c *Comment) *int64 { return &c.ID }),
	"wp:comment_parent":       commentNumber(func(c *Comment) *int64 { return &c.Parent }),
	"wp:comment_user_id":      commentNumber(func(c *Comment) *int64 { return &c.UserID }),
	"wp:comment_author":       commentText(func(c *Comment) *string { return &c.Author }),
	"wp:comment_author_email": commentText(func(c *Comment) *string { return &c.Email }),
	"wp:comment_author_url":   commentText(func(c *Comment) *string { return &c.URL }),
	"wp:comment_author_ip":    dropAddress,
	"wp:comment_date":         commentText(func(c *Comment) *string { return &c.local }),
	"wp:comment_date_gmt":     commentText(func(c *Comment) *string { return &c.gmt }),
	"wp:comment_content":      commentText(func(c *Comment) *string { return &c.Content }),
	"wp:comment_approved":     setState,
	"wp:comment_type":         func(r *reader, text string, _ *tag) { r.comment.Type = strings.TrimSpace(text) },
}

// dropAddress forgets the network address of a reader at once: it must not be
// stored anywhere.
func dropAddress(r *reader, text string, _ *tag) {
	if strings.TrimSpace(text) != "" {
		r.leftOut.add("network addresses of commenters, which are never stored")
	}
}

// setState reads a moderator's decision. What it does not know it holds for a
// moderator.
func setState(r *reader, text string, _ *tag) {
	switch strings.TrimSpace(text) {
	case "1", "approve", "approved":
		r.comment.State = CommentApproved
	case "spam":
		r.comment.State = CommentSpam
	case "trash", "post-trashed":
		r.comment.State = CommentTrash
	case "0", "hold", "":
		r.comment.State = CommentHeld
	default:
		r.comment.State = CommentHeld
		r.note(NoteLeftOut, "The comment was held for a moderator.", "its state “"+excerpt(text)+"” is unknown", 1)
	}
}

func beginComment(r *reader) { r.comment = &Comment{State: CommentHeld} }

func endComment(r *reader) {
	c := r.comment
	r.comment = nil
	if c.Type == "" {
		c.Type = "comment"
	}
	r.place.Field = "wp:comment_date"
	c.Date = r.moment(c.gmt, c.local)
	c.local, c.gmt = "", ""
	if r.admit(commentCost) && r.refusal == "" {
		r.item.Comments = append(r.item.Comments, *c)
	}
}

// commentCost is what a comment takes in memory beside its texts.
const commentCost = 256
