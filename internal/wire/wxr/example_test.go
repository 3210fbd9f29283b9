package wxr_test

import (
	"context"
	"fmt"
	"strings"

	"dateline/internal/wire/wxr"
)

// An export is read record by record; notes tell what had to be mended.
func ExampleRead() {
	export := strings.NewReader(`<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Old Paper</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version>
<item><title>Fire & flood</title><link>https://old.example/2011/02/fire/</link><wp:post_id>7</wp:post_id><wp:post_type>page</wp:post_type>
<wp:status>draft</wp:status><content:encoded><![CDATA[One.

Two.]]></content:encoded></item></channel></rss>`)
	for record, err := range wxr.Read(context.Background(), export, wxr.Options{}) {
		if err != nil {
			fmt.Println("stopped:", err)
			return
		}
		switch r := record.(type) {
		case *wxr.Channel:
			fmt.Println("reading", r.Title)
		case wxr.Note:
			fmt.Println(r)
		case *wxr.Item:
			html, _, _ := wxr.HTML(r.Content)
			fmt.Println(html)
			fmt.Println(r.Addresses("https://old.example"))
		}
	}
	// Output:
	// reading The Old Paper
	// line 3: item 7 “Fire & flood”: title: Ampersands were kept as they stand. (they are not escaped)
	// line 3: item 7 “Fire & flood”: The item has no byline. (dc:creator is missing or empty)
	// <p>One.</p>
	// <p>Two.</p>
	// [/2011/02/fire /?page_id=7 /?p=7]
}

// Damage finds what filters did to a text, and leaves the decision to a person.
func ExampleDamage() {
	for _, mark := range wxr.Damage("the prophet`s u n i o n") {
		fmt.Printf("%s: %q, perhaps %q\n", mark.Kind, mark.Found, mark.Suggest)
	}
	// Output:
	// apostrophe: "`", perhaps "'"
	// spaced word: "u n i o n", perhaps "union"
}
