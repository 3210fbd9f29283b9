package wxr

import "strings"

// to makes a setter for a string.
func to(field func(*reader) *string) setter {
	return func(r *reader, text string, _ *tag) { *field(r) = text }
}

// toNumber makes a setter for an id or another whole number.
func toNumber(field func(*reader) *int64) setter {
	return func(r *reader, text string, _ *tag) { *field(r) = r.number(text) }
}

func ignore(*reader, string, *tag) {}

var channelFields = map[string]setter{
	"title":            to(func(r *reader) *string { return &r.channel.Title }),
	"link":             to(func(r *reader) *string { return &r.channel.Link }),
	"description":      to(func(r *reader) *string { return &r.channel.Description }),
	"language":         to(func(r *reader) *string { return &r.channel.Language }),
	"pubdate":          to(func(r *reader) *string { return &r.channel.PubDate }),
	"wp:wxr_version":   to(func(r *reader) *string { return &r.channel.Version }),
	"wp:base_site_url": to(func(r *reader) *string { return &r.channel.SiteURL }),
	"wp:base_blog_url": to(func(r *reader) *string { return &r.channel.BlogURL }),
	"generator":        ignore, "lastbuilddate": ignore, "docs": ignore, "cloud": ignore, "ttl": ignore,
	"copyright": ignore, "managingeditor": ignore, "webmaster": ignore, "category": ignore, "atom:link": ignore,
}

// The site's icon is chosen anew.
var imageFields = map[string]setter{
	"url": ignore, "title": ignore, "link": ignore, "width": ignore, "height": ignore, "description": ignore,
}

var authorFields = map[string]setter{
	"wp:author_id":           toNumber(func(r *reader) *int64 { return &r.author.ID }),
	"wp:author_login":        to(func(r *reader) *string { return &r.author.Login }),
	"wp:author_email":        to(func(r *reader) *string { return &r.author.Email }),
	"wp:author_display_name": to(func(r *reader) *string { return &r.author.Name }),
	"wp:author_first_name":   to(func(r *reader) *string { return &r.author.First }),
	"wp:author_last_name":    to(func(r *reader) *string { return &r.author.Last }),
	"wp:author_description":  to(func(r *reader) *string { return &r.author.Description }),
}

// announce delivers the channel, once, and says if its version is a new one.
func (r *reader) announce() {
	if r.announced {
		return
	}
	r.announced = true
	head := *r.channel // what is written later, in a second export behind the first, must not change it
	r.deliver(&head)
	switch r.channel.Version {
	case "1.0", "1.1", "1.2":
	case "":
		r.note(NoteVersion, "The export was read as WXR 1.2.", "it names no version", 1)
	default:
		r.note(NoteVersion, "The export was read as WXR 1.2.", "it is of the unknown version "+excerpt(r.channel.Version), 1)
	}
}

func beginAuthor(r *reader) {
	r.announce()
	r.author = &Author{}
}

func endAuthor(r *reader) {
	a := r.author
	r.author = nil
	r.check.author(a)
	r.flush()
	r.deliver(a)
}

// number reads a whole number. WordPress counts from 0 and never below.
func (r *reader) number(text string) int64 {
	text = strings.TrimSpace(text)
	n := int64(0)
	for _, c := range []byte(text) {
		if c < '0' || c > '9' || n > maxNumber {
			r.note(NoteNumber, "The field was read as 0.", "“"+excerpt(text)+"” is no whole number", 1)
			return 0
		}
		n = n*10 + int64(c-'0')
	}
	return n
}

const maxNumber = 1 << 59
