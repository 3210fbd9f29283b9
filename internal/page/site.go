package page

// Site is what stands around every page's own content: masthead, navigation,
// footer and the head of the document.
type Site struct {
	Head     Head
	Edition  Edition
	Editions []EditionLink // every edition of the publication, this one included; fewer than two show no switch
	Sections []Link        // the sections' navigation, in the newsroom's order
	Tools    []Link        // map, timeline, In Focus, gallery: what is open in this edition
	Today    Moment        // the day on which the page was made up
	Places   []Link        // places of today's datelines; URL may be empty
	Search   string        // address of the search form's action; empty while there is none
	Breaking *Breaking
	Notice   *Notice
	Footer   Footer
}

// Frame implements Page for every struct that embeds Site.
func (s *Site) Frame() *Site { return s }

// Edition is the edition that a page belongs to.
type Edition struct {
	Name    string // the nameplate, "The Vienna Courier"
	Tagline string
	Lang    string // BCP 47 tag, "en", "ar", "fa"
	Dir     string // "ltr" or "rtl"
	Digits  string // "latin", "arabic-indic" or "persian": also the name of the CSS counter style
	URL     string // its front page
}

// RightToLeft says whether the edition is written from right to left.
func (e Edition) RightToLeft() bool { return e.Dir == "rtl" }

// EditionLink is one name in the edition switch, in its own language. URL
// leads to this page's translation where there is one, else to that
// edition's front page.
type EditionLink struct {
	Name    string
	Lang    string
	Dir     string
	URL     string
	Current bool
}

// Link is a name with an address. Current marks where the reader is; an empty
// URL is a name only.
type Link struct {
	Text    string
	URL     string
	Current bool
}

// LinkList is a titled list of links.
type LinkList struct {
	Title string
	Links []Link
}

// Breaking is the bar under the masthead while something breaks.
type Breaking struct {
	When     string // place and time, "Paris, 22 June"
	Headline string
	URL      string
}

// Notice is one plain sentence over the page that is not news: that this is
// a preview, or a mirror of the site.
type Notice struct {
	Text  string
	Links []Link
}

// Footer is the end of every page.
type Footer struct {
	Promise []string   // sentences under the name, one a line
	Lists   []LinkList // at most two in the default theme, which adds the editions
}
