package news

// CommentState is where a comment stands.
type CommentState string

// The states of a comment.
const (
	CommentHeld     CommentState = "held"
	CommentApproved CommentState = "approved"
	CommentRefused  CommentState = "refused"
	CommentSpam     CommentState = "spam"
	CommentRemoved  CommentState = "removed"
)

// Comment is a reader's word under a story. Name and Email are optional;
// Email is never shown. No address of a machine is kept.
type Comment struct {
	ID       ID
	Story    ID
	Parent   ID // 0 at the top of a thread
	Name     string
	Email    string
	Text     string // a prose document in canonical form
	State    CommentState
	At       Instant
	Decided  Instant
	DecideBy ID
	Staff    ID // the account, where somebody of the newsroom answers
}
