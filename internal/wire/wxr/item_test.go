package wxr

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestFieldsOfAnItem(t *testing.T) {
	x := readAll(t, wrap(`<item><title><![CDATA[Tom &amp; <i>Anna</i>]]></title><link>https://old.example/2011/02/tom/</link>
<pubDate>Thu, 03 Feb 2011 03:05:06 +0000</pubDate><dc:creator><![CDATA[anna]]></dc:creator>
<guid isPermaLink="false">https://old.example/?p=9</guid><description></description>
<content:encoded><![CDATA[body]]></content:encoded><excerpt:encoded><![CDATA[short]]></excerpt:encoded>
<wp:post_id>9</wp:post_id><wp:post_date>2011-02-03 04:05:06</wp:post_date><wp:post_date_gmt>2011-02-03 03:05:06</wp:post_date_gmt>
<wp:post_modified_gmt>2012-02-03 03:05:06</wp:post_modified_gmt><wp:comment_status>open</wp:comment_status>
<wp:post_name>%d8%a7</wp:post_name><wp:status>publish</wp:status><wp:post_parent>3</wp:post_parent><wp:menu_order>-2</wp:menu_order>
<wp:post_type>post</wp:post_type><wp:post_password>x</wp:post_password><wp:is_sticky>1</wp:is_sticky>
<category><![CDATA[News]]></category><category domain="category" nicename="news"><![CDATA[News]]></category>
<category domain='tag' nicename=a-b><![CDATA[A&B]]></category>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[44]]></wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value><![CDATA[thomas]]></wp:meta_value></wp:postmeta>
<wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_author><![CDATA[R]]></wp:comment_author><wp:comment_author_email>r@x.example</wp:comment_author_email>
<wp:comment_author_url>http://r.example</wp:comment_author_url><wp:comment_author_IP>203.0.113.9</wp:comment_author_IP>
<wp:comment_date>2011-02-04 04:05:06</wp:comment_date><wp:comment_date_gmt>2011-02-04 03:05:06</wp:comment_date_gmt>
<wp:comment_content><![CDATA[Hm]]></wp:comment_content><wp:comment_approved>spam</wp:comment_approved><wp:comment_type>pingback</wp:comment_type>
<wp:comment_parent>4</wp:comment_parent><wp:comment_user_id>1</wp:comment_user_id>
<wp:commentmeta><wp:meta_key>akismet</wp:meta_key><wp:meta_value>203.0.113.9</wp:meta_value></wp:commentmeta></wp:comment></item>`), Options{})
	if x.err != nil || len(x.items) != 1 {
		t.Fatal(x.err)
	}
	it := x.items[0]
	same(t, "title", PlainText(it.Title), "Tom & Anna")
	same(t, "slug", it.Slug, "ا")
	same(t, "published", it.Published, time.Date(2011, 2, 3, 3, 5, 6, 0, time.UTC))
	same(t, "modified", it.Modified, time.Date(2012, 2, 3, 3, 5, 6, 0, time.UTC))
	same(t, "sticky", it.Sticky, true)
	same(t, "password", it.Password, "x")
	same(t, "parent", it.Parent, 3)
	same(t, "menu order", it.MenuOrder, -2)
	same(t, "lead picture", it.LeadPicture(), 44)
	same(t, "excerpt", it.Excerpt, "short")
	if want := []TermRef{{"category", "news", "News"}, {"post_tag", "a-b", "A&B"}}; !slices.Equal(it.Terms, want) {
		t.Errorf("terms %v, want %v", it.Terms, want)
	}
	want := Comment{ID: 5, Parent: 4, UserID: 1, Author: "R", Email: "r@x.example", URL: "http://r.example",
		Date: time.Date(2011, 2, 4, 3, 5, 6, 0, time.UTC), Content: "Hm", State: CommentSpam, Type: "pingback"}
	if len(it.Comments) != 1 || it.Comments[0] != want {
		t.Errorf("comments %+v", it.Comments)
	}
	addresses := it.Addresses("https://old.example")
	if want := []string{"/2011/02/tom", "/?p=9", "/2011/02/thomas"}; !slices.Equal(addresses, want) {
		t.Errorf("addresses %q, want %q", addresses, want)
	}
	same(t, "notes", told(x.notes), "left out  1; left out  1")
}

func TestAddress(t *testing.T) {
	tests := []struct {
		raw, want string
		ok        bool
	}{
		{"https://old.example/2011/02/a/", "/2011/02/a", true},
		{"http://old.example/?p=12&utm_source=x", "/?p=12", true},
		{"/blog/?page_id=3", "/blog?page_id=3", true},
		{"https://old.example/%d8%a7%d9%84/", "/ال", true},
		{"https://old.example/cafe%cc%81", "/café", true},
		{"https://old.example/", "/", false},
		{"mailto:a@b.example", "", false},
		{"javascript:alert(1)", "", false},
		{"http://[broken", "", false},
		{"https://old.example/a%0d%0aSet-Cookie:x", "", false},
		{"https://old.example/" + strings.Repeat("x", maxAddress), "", false},
	}
	for _, test := range tests {
		got, ok := Address(test.raw)
		if got != test.want || ok != test.ok {
			t.Errorf("Address(%.40q) = %q, %v; want %q, %v", test.raw, got, ok, test.want, test.ok)
		}
	}
}

func TestMedia(t *testing.T) {
	const meta = `a:4:{s:5:"width";i:1200;s:6:"height";s:3:"800";s:4:"file";s:15:"2011/02/boat.jpg";s:10:"image_meta";a:2:{s:6:"credit";s:6:"Zoé";s:9:"copyright";s:0:"";}}`
	it := &Item{Type: "attachment", AttachmentURL: "https://old.example/boat.jpg", Excerpt: "A boat", Meta: []Meta{
		{"_wp_attachment_metadata", meta}, {"_wp_attachment_image_alt", "Boat"},
	}}
	got, ok := it.Media()
	want := Media{URL: "https://old.example/boat.jpg", File: "2011/02/boat.jpg", Alt: "Boat", Caption: "A boat", Width: 1200, Height: 800, Credit: "Zoé"}
	if !ok || got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for _, broken := range []string{"", "a:1:{", "a:99999999:{i:0;i:0;", "s:5:\"x", strings.Repeat("a:1:{i:0;", 50), "O:3:\"x\":", "i"} {
		if v, ok := parsePHP(broken); ok {
			t.Errorf("parsePHP(%q) = %v", broken, v)
		}
	}
}

func TestMenuEntry(t *testing.T) {
	it := &Item{Type: "nav_menu_item", Title: "About", Terms: []TermRef{{TaxonomyMenu, "main", "Main"}}, Meta: []Meta{
		{"_menu_item_type", "post_type"}, {"_menu_item_object", "page"}, {"_menu_item_object_id", "7"}, {"_menu_item_menu_item_parent", "3"},
	}}
	got, ok := it.MenuEntry()
	want := MenuEntry{Menu: "main", Title: "About", Kind: "post_type", Object: "page", ID: 7, Parent: 3}
	if !ok || got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
