package wxr

import "time"

// Record is one thing that an export holds: *Channel, *Author, *Term, *Item
// or Note.
type Record interface{ record() }

func (*Channel) record() {}
func (*Author) record()  {}
func (*Term) record()    {}
func (*Item) record()    {}
func (Note) record()     {}

// Channel is the head of the export. It is delivered before anything else
// that is not a note.
type Channel struct {
	Title, Description string
	Link               string // address of the site
	SiteURL            string // wp:base_site_url, the network's address on multisite
	BlogURL            string // wp:base_blog_url
	Language           string // BCP 47, as WordPress wrote it
	Version            string // WXR version: "1.0", "1.1", "1.2"
	PubDate            string // as written
}

// Author is a person of the old site who wrote or edited.
type Author struct {
	ID                                           int64
	Login, Email, Name, First, Last, Description string
}

// Taxonomy names of WordPress itself. Any other is a custom one.
const (
	TaxonomyCategory = "category"
	TaxonomyTag      = "post_tag"
	TaxonomyMenu     = "nav_menu"
)

// Term is a category, a tag or a term of a custom taxonomy.
type Term struct {
	Where       Where
	ID          int64
	Taxonomy    string // TaxonomyCategory, TaxonomyTag, TaxonomyMenu or a custom name
	Slug        string // percent-decoded
	Parent      string // slug of the parent, empty at the root
	Name        string
	Description string
	Meta        []Meta
}

// TermRef is an item's membership in a term.
type TermRef struct {
	Taxonomy string // "" in exports before WXR 1.0 final, where only the name is given
	Slug     string
	Name     string
}

// Meta is one custom field, as written. Values of WordPress itself and of
// plugins may be PHP-serialized; see [Item.Media] and [Item.MenuEntry].
type Meta struct{ Key, Value string }

// Item is a post, page, attachment, menu entry, reusable block or anything
// else that WordPress keeps in its table of posts.
type Item struct {
	Where         Where
	ID            int64
	Parent        int64
	Type          string // "post", "page", "attachment", "nav_menu_item", "wp_block", …
	Status        string // "publish", "draft", "pending", "private", "future", "inherit", "trash", …
	Slug          string // percent-decoded
	Title         string // as stored by WordPress: may hold HTML entities and inline tags; see [PlainText]
	Link          string
	GUID          string
	GUIDIsLink    bool
	Creator       string // login of the author
	Description   string
	Content       string // WordPress's markup; see [Markup.HTML]
	Excerpt       string
	Published     time.Time // UTC; zero when no date of the item exists
	Modified      time.Time // UTC; zero when unknown
	MenuOrder     int64
	Password      string // set: the item was shown only to those who know it
	Sticky        bool
	CommentStatus string // "open" or "closed"
	PingStatus    string
	AttachmentURL string
	Terms         []TermRef
	Meta          []Meta
	Comments      []Comment
	RepeatsID     bool // an item before it has the same id
	RepeatsSlug   bool // a public item of the same type and parent before it has the same slug

	dates itemDates
}

// CommentState is a moderator's decision on a comment.
type CommentState string

// The states of comments.
const (
	CommentApproved CommentState = "approved"
	CommentHeld     CommentState = "held"
	CommentSpam     CommentState = "spam"
	CommentTrash    CommentState = "trash"
)

// Comment is what a reader wrote below an item, or a ping from another site.
// The reader's network address is never read into it.
type Comment struct {
	ID, Parent, UserID int64
	Author, Email, URL string
	Date               time.Time // UTC; zero when unknown
	Content            string
	State              CommentState
	Type               string // "comment", "pingback", "trackback", or a plugin's own

	local, gmt string
}
