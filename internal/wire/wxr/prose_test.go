package wxr

import (
	"fmt"
	"strings"
	"testing"

	"dateline/internal/news"
	"dateline/internal/prose"
)

// read reads converted HTML as the import does: pictures by WordPress's id.
func read(t *testing.T, html string) (prose.Doc, []prose.Note) {
	t.Helper()
	doc, notes, err := prose.FromHTML(strings.NewReader(html), prose.FromHTMLOptions{
		Picture: func(img prose.ImgTag) (news.ID, bool) {
			var id int64
			n, _ := fmt.Sscanf(img.Class, "wp-image-%d", &id)
			return news.ID(id), n == 1
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return doc, notes
}

// TestProseReadsTheVocabulary makes sure that what is written here is what the
// document's own import understands.
func TestProseReadsTheVocabulary(t *testing.T) {
	m := Markup{Footnotes: `[{"id":"f1","content":"A note"}]`}
	html, _, _ := m.HTML(`<!-- wp:paragraph --><p>a<sup data-fn="f1" class="fn"><a href="#f1" id="f1-link">1</a></sup></p><!-- /wp:paragraph -->
<!-- wp:image {"id":7,"align":"wide"} --><figure class="wp-block-image alignwide"><img src="b.jpg" class="wp-image-7"/><figcaption>d</figcaption></figure><!-- /wp:image -->
<!-- wp:embed {"url":"https://youtu.be/abcdefghijk"} --><figure><div>https://youtu.be/abcdefghijk</div><figcaption>e</figcaption></figure><!-- /wp:embed -->
<!-- wp:pullquote --><figure><blockquote><p>q</p><cite>c</cite></blockquote></figure><!-- /wp:pullquote -->
<blockquote>b
<cite>c</cite></blockquote>
<!-- wp:table --><figure class="wp-block-table"><table><tbody><tr><td>t</td><td>u</td></tr><tr><td>v</td><td>w</td></tr></tbody></table></figure><!-- /wp:table -->
<!-- wp:code --><pre class="wp-block-code"><code>x</code></pre><!-- /wp:code -->
<!-- wp:separator --><hr/><!-- /wp:separator -->
<!-- wp:footnotes /-->`)
	doc, notes := read(t, html)
	var got []string
	for _, b := range doc.Blocks {
		got = append(got, string(b.Kind()))
	}
	same(t, "blocks", strings.Join(got, " "), "paragraph picture embed pullquote quote table code rule")
	if len(notes) > 0 {
		t.Errorf("notes %+v", notes)
	}
	if t.Failed() {
		t.Log(html)
		return
	}
	picture, embed := doc.Blocks[1].(prose.Picture), doc.Blocks[2].(prose.Embed)
	same(t, "picture", picture.Picture, 7)
	same(t, "layout", picture.Layout, prose.Wide)
	same(t, "captions", len(picture.Caption)*10+len(embed.Caption), 11)
	_, isNote := doc.Blocks[0].(prose.Paragraph).Text[1].(prose.Footnote)
	same(t, "footnote", isNote, true)
}

// TestProseReadsPublicExports reads every item of the public exports to the end.
func TestProseReadsPublicExports(t *testing.T) {
	for name := range publicExports {
		for _, it := range readAll(t, testdata(t, name), Options{}).items {
			html, _, _ := Markup{Footnotes: it.Custom("footnotes")}.HTML(it.Content)
			doc, _ := read(t, html)
			if err := prose.Check(doc); err != nil {
				t.Errorf("%s, item %d: %v", name, it.ID, err)
			}
			if len(doc.Blocks) == 0 && strings.Contains(html, "<p>") && strings.Trim(PlainText(html), " \n\u00a0") != "" {
				t.Errorf("%s, item %d: nothing is left of %q", name, it.ID, html)
			}
		}
	}
}
