package page

// Section is a section's page: its stories, newest first.
type Section struct {
	Site
	Title string
	About string
	Lead  *Card // the first story, larger; nil on older pages
	Cards []Card
	Pager Pager
	Boxes Boxes
}

// Kind implements Page.
func (*Section) Kind() Kind { return KindSection }

// Tag is a tag's page. A tag that is bound to a topic has the topic's own
// definition at its head.
type Tag struct {
	Site
	Title string
	Topic *TopicCard
	Count string // "14 stories", in the edition's words; may be empty
	Cards []Card
	Pager Pager
	Boxes Boxes
}

// Kind implements Page.
func (*Tag) Kind() Kind { return KindTag }

// Author is a person's page: who they are and what they wrote.
type Author struct {
	Site
	Name    string
	Role    string // "Correspondent in Brussels"
	About   string
	Picture *Picture
	Links   []Link
	Cards   []Card
	Pager   Pager
	Boxes   Boxes
}

// Kind implements Page.
func (*Author) Kind() Kind { return KindAuthor }

// Pager leads to the neighbouring pages of a list. Lists page by period or by
// a number counted from the oldest, so that a page's address keeps its
// stories. The zero Pager renders nothing.
type Pager struct {
	Newer *Link
	Older *Link
	Here  string // "Page 3 of 7"; may be empty
}
