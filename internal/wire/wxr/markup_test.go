package wxr

import (
	"reflect"
	"strings"
	"testing"
)

// kinds lists notes as "kind: why".
func kinds(notes []Note) string {
	var out []string
	for _, n := range notes {
		out = append(out, string(n.Kind)+": "+n.Why)
	}
	return strings.Join(out, "; ")
}

// oneLine takes the line ends out, which mean nothing outside of pre.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "") }

type markupCase struct{ name, in, want, notes string }

func testMarkup(t *testing.T, tests []markupCase) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, _, notes := Markup{Site: "https://old.example"}.HTML(test.in)
			same(t, "HTML", oneLine(got), test.want)
			same(t, "notes", kinds(notes), test.notes)
		})
	}
}

func TestClassicMarkup(t *testing.T) {
	testMarkup(t, []markupCase{
		{"paragraphs", "a\n\nb\nc\n\n\n\nd\r\n", "<p>a</p><p>b<br>c</p><p>d</p>", ""},
		{"inline tags", "<b>a</b> c\n\n<em>b\n\nc</em>", "<p><b>a</b> c</p><p><em>b</p><p>c</em></p>", ""},
		{"blocks between", "a\n<h2>b</h2>\nc\n<ul>\n<li>d\ne</li>\n</ul>\nf", "<p>a</p><h2>b</h2><p>c</p><ul><li>d<br>e</li></ul><p>f</p>", ""},
		{"inside a div", "<div>a\n\nb</div>", "<div>a<br><br>b</div>", ""},
		{"quote", "<blockquote>a\n\nb</blockquote>", "<blockquote><p>a</p><p>b</p></blockquote>", ""},
		{"break and line end", "a<br />\nb", "<p>a<br>b</p>", ""},
		{"own paragraphs", "<p>a\nb</p>\n\n<p>c</p>", "<p>a<br>b</p><p>c</p>", ""},
		{"table", "<table>\n<tr>\n<td>a</td>\n</tr>\n</table>", "<table><tr><td>a</td></tr></table>", ""},
		{"more and next page", "a\n\n<!--more-->\n\nb\n\n<!--nextpage-->\n\nc", "<p>a</p><p>b</p><p>c</p>", "conversion: the text was divided by <!--nextpage-->"},
		{"address alone", "a\nhttps://youtu.be/abcdefghijk\nb", "<p>a</p><p>https://youtu.be/abcdefghijk</p><p>b</p>", ""},
		{"address in a line", "a https://x.example b", "<p>a https://x.example b</p>", ""},
		{"script", "a <script>b\n\nc</script>", "<p>a </p>", "conversion: it is program and no text"},
		{"script without end", "a <script>b", "<p>a </p>", "conversion: it is program and no text; conversion: it does not end"},
		{"frame", `<iframe src="//www.youtube.com/embed/abcdefghijk" width="1"></iframe>`,
			`<figure class="embed" data-embed="https://www.youtube.com/embed/abcdefghijk"><p><a href="https://www.youtube.com/embed/abcdefghijk">https://www.youtube.com/embed/abcdefghijk</a></p></figure>`, ""},
		{"image in its sizes", `<a href="x"><img class="size-medium wp-image-7" src="https://old.example/wp-content/uploads/2011/02/boat-300x200.jpg" alt="A &quot;boat&quot;" width="300"></a>`,
			`<p><a href="x"><img src="https://old.example/wp-content/uploads/2011/02/boat.jpg" alt="A &#34;boat&#34;" data-attachment="7" class="wp-image-7" data-seen="https://old.example/wp-content/uploads/2011/02/boat-300x200.jpg"></a></p>`, ""},
		{"image whose own name has a size", `<img class="size-full wp-image-8" src="a-300x200.jpg"><img class="wp-image-9" src="b-1200x4002.jpg" width="1200" height="400">`,
			`<p><img src="a-300x200.jpg" alt="" data-attachment="8" class="wp-image-8"><img src="b-1200x4002.jpg" alt="" data-attachment="9" class="wp-image-9"></p>`, ""},
		{"image behind a cache", `<img src="https://i0.wp.com/old.example/wp-content/uploads/a-150x150.jpg?resize=3">`,
			`<p><img src="https://old.example/wp-content/uploads/a.jpg" alt="" data-seen="https://i0.wp.com/old.example/wp-content/uploads/a-150x150.jpg?resize=3"></p>`, ""},
		{"image loaded by a script", `<img src="data:image/gif;base64,R0" data-src="https://x.example/a.jpg">`, `<p><img src="https://x.example/a.jpg" alt=""></p>`, ""},
		{"image elsewhere", `<img src="https://other.example/a-300x200.jpg">`, `<p><img src="https://other.example/a-300x200.jpg" alt=""></p>`, ""},
		{"pixel", `<img src="https://count.example/" width="1" height="1">`, `<p></p>`, "conversion: it shows nothing and tells its owner who reads"},
		{"quote with its source", "<blockquote>a\n\nb\n<cite>c</cite></blockquote>", "<blockquote><p>a</p><p>b</p><cite>c</cite></blockquote>", ""},
		{"work cited", "<blockquote>a <cite>b</cite> c</blockquote>", "<blockquote><p>a <cite>b</cite> c</p></blockquote>", ""},
		{"emoji", `a <img class="emoji" alt="🙂" src="https://s.w.org/1.svg">`, "<p>a 🙂</p>", ""},
		{"audio", `<audio controls><source src="https://old.example/a.mp3">no</audio>`, `<p><a href="https://old.example/a.mp3">a.mp3</a></p>`, ""},
		{"style and classes", `<p class="x" style="direction: rtl" onclick="y()">a</p>`, `<p style="direction: rtl">a</p>`, ""},
	})
	got := HTMLOf(t, "<pre>a\n\n b\n</pre>\nc")
	same(t, "pre", got, "<pre>a\n\n b\n</pre><p>c</p>")
}

// HTMLOf converts and forgets the rest.
func HTMLOf(t *testing.T, content string) string {
	t.Helper()
	out, _, _ := HTML(content)
	return out
}

func TestShortcodes(t *testing.T) {
	testMarkup(t, []markupCase{
		{"caption", `[caption id="attachment_12" align="left" width="300"]<a href="b"><img src="c.jpg" alt="d" /></a> The <em>boat</em>[/caption]`,
			`<figure><a href="b"><img src="c.jpg" alt="d" data-attachment="12" class="wp-image-12"></a><figcaption>The <em>boat</em></figcaption></figure>`, ""},
		{"old caption", `[caption id='attachment_12' caption='Old <b>words</b>']<img src="c.jpg">[/caption]`,
			`<figure><img src="c.jpg" alt="" data-attachment="12" class="wp-image-12"><figcaption>Old <b>words</b></figcaption></figure>`, ""},
		{"gallery", "a\n\n[gallery ids=”3,1,2″ columns=2]\n\nb", `<p>a</p><figure data-gallery="0"></figure><p>b</p>`, ""},
		{"embed", "[embed width='9']https://vimeo.com/1?a=b&amp;c=d[/embed]",
			`<figure class="embed" data-embed="https://vimeo.com/1?a=b&amp;c=d"><p><a href="https://vimeo.com/1?a=b&amp;c=d">https://vimeo.com/1?a=b&amp;c=d</a></p></figure>`, ""},
		{"youtube with =", "[youtube=https://youtu.be/abcdefghijk]",
			`<figure class="embed" data-embed="https://youtu.be/abcdefghijk"><p><a href="https://youtu.be/abcdefghijk">https://youtu.be/abcdefghijk</a></p></figure>`, ""},
		{"audio", `[audio mp3="https://old.example/a%20b.mp3"][/audio]`, `<p><a href="https://old.example/a%20b.mp3">a%20b.mp3</a></p>`, ""},
		{"two without end", `[audio src="https://old.example/a.mp3"] x [audio src="https://old.example/b.mp3"][/audio]`,
			`<p><a href="https://old.example/a.mp3">a.mp3</a></p><p>x </p><p><a href="https://old.example/b.mp3">b.mp3</a></p>`, ""},
		{"video", `[video width=1 mp4=https://old.example/a.mp4 /]`, `<figure><video src="https://old.example/a.mp4"></video></figure>`, ""},
		{"playlist", `[playlist ids="5,6"]`, ``, "shortcode: [playlist] of 5,6"},
		{"code", "[code language=\"go\"]if a < b {}[/code]", `<pre><code class="language-go">if a &lt; b {}</code></pre>`, ""},
		{"escaped", `[[gallery ids="1"]] [[wiki]]`, `<p>[gallery ids="1"] [[wiki]]</p>`, ""},
		{"unknown", `[contact-form-7 id="3"] [sic] [1] [dropcap]A[/dropcap] [`, `<p>[contact-form-7 id="3"] [sic] [1] [dropcap]A[/dropcap] [</p>`,
			"shortcode: nobody knows [contact-form-7]; shortcode: nobody knows [dropcap]"},
		{"in code and attributes", `<code>[gallery]</code> <a href="x" title="[gallery]">y</a>`, `<p><code>[gallery]</code> <a href="x" title="[gallery]">y</a></p>`, ""},
		{"embed of nothing", `[embed][/embed]`, "", "block: it has no address: “”"},
	})
}

func TestBlockMarkup(t *testing.T) {
	w := func(name, html string) string {
		plain, _, _ := strings.Cut(name, " ")
		return "<!-- wp:" + name + " -->\n" + html + "\n<!-- /wp:" + plain + " -->\n\n"
	}
	testMarkup(t, []markupCase{
		{"paragraph and heading", w(`paragraph {"align":"center"}`, `<p class="has-text-align-center">a<br>b</p>`) + w("heading", `<h2 class="wp-block-heading">c</h2>`), "<p>a<br>b</p><h2>c</h2>", ""},
		{"list", w("list", "<ul>"+w("list-item", "<li>a</li>")+"</ul>"), "<ul><li>a</li></ul>", ""},
		{"group in columns", w("columns", `<div class="wp-block-columns">`+w("column", `<div class="wp-block-column">`+w("paragraph", "<p>a</p>")+"</div>")+"</div>"), "<div><div><p>a</p></div></div>", ""},
		{"image", w(`image {"id":7}`, `<figure class="wp-block-image"><img src="b.jpg" alt="c" class="wp-image-7"/><figcaption>d</figcaption></figure>`),
			`<figure><img src="b.jpg" alt="c" data-attachment="7" class="wp-image-7"><figcaption>d</figcaption></figure>`, ""},
		{"gallery of blocks", w(`gallery {"columns":2}`, `<figure class="wp-block-gallery">`+w(`image {"id":7}`, `<figure><img src="a.jpg" alt="" class="wp-image-7"/><figcaption>d</figcaption></figure>`)+
			`<figcaption class="blocks-gallery-caption">e</figcaption></figure>`),
			`<figure data-gallery="0"><figure><img src="a.jpg" alt="" data-attachment="7" class="wp-image-7"><figcaption>d</figcaption></figure><figcaption>e</figcaption></figure>`, ""},
		{"old gallery", w(`gallery {"ids":[3,"4"]}`, `<ul class="wp-block-gallery"><li><figure><img src="a.jpg" data-id="3"/></figure></li></ul>`),
			`<figure data-gallery="0"><figure><img src="a.jpg" alt="" data-attachment="3" class="wp-image-3"></figure></figure>`, ""},
		{"cover", w(`cover {"url":"a.jpg","id":4}`, `<div class="wp-block-cover" style="background-image:url(a.jpg)">`+w("paragraph", "<p>b</p>")+"</div>"),
			`<figure><img src="a.jpg" alt="" data-attachment="4" class="wp-image-4"></figure><div style="background-image:url(a.jpg)"><p>b</p></div>`, ""},
		{"embed", w(`core-embed/youtube {"url":"https://youtu.be/abcdefghijk"}`, `<figure><div>https://youtu.be/abcdefghijk</div><figcaption>e</figcaption></figure>`),
			`<figure class="embed" data-embed="https://youtu.be/abcdefghijk"><p><a href="https://youtu.be/abcdefghijk">https://youtu.be/abcdefghijk</a></p><figcaption>e</figcaption></figure>`, ""},
		{"file", w(`file {"id":9,"href":"https://old.example/a.pdf"}`, `<div><a href="https://old.example/a.pdf">A &amp; B</a><a href="https://old.example/a.pdf" download>Download</a></div>`),
			`<p><a href="https://old.example/a.pdf">A &amp; B</a></p>`, ""},
		{"pull quote", w("pullquote", `<figure class="wp-block-pullquote"><blockquote><p>a</p><cite>b</cite></blockquote></figure>`), `<blockquote class="pull"><p>a</p><cite>b</cite></blockquote>`, ""},
		{"verse", w("verse", "<pre class=\"wp-block-verse\">a\nb</pre>"), "<p>a<br>b</p>", ""},
		{"code", w("code", "<pre><code>[gallery]</code></pre>"), "<pre><code>[gallery]</code></pre>", ""},
		{"separator and spacer", w("separator", "<hr class='x'/>") + w("spacer", "<div></div>"), "<hr>", ""},
		{"more and next page", w("more", "<!--more-->") + w("nextpage", "<!--nextpage-->"), "", "conversion: the text was divided by <!--nextpage-->"},
		{"shortcode", w("shortcode", "[gallery ids=1]"), `<figure data-gallery="0"></figure>`, ""},
		{"reusable", `<!-- wp:block {"ref":55} /-->`, `<div data-block="55"></div>`, ""},
		{"dynamic", `<!-- wp:latest-posts {"n":1} /--><!-- wp:latest-posts /-->`, "", "block: wp:latest-posts is put together by WordPress for each reader"},
		{"plugin", w("acme/box", "<p>a</p>") + "<!-- wp:acme/form /-->", "<p>a</p>", "block: wp:acme/box belongs to a plugin; block: wp:acme/form belongs to a plugin and holds no text"},
		{"classic between blocks", w("paragraph", "<p>a</p>") + "b\n\nc\n" + w("paragraph", "<p>d</p>"), "<p>a</p><p>b</p><p>c</p><p>d</p>", ""},
		{"block without end", "<!-- wp:paragraph --><p>a</p>", "<p>a</p>", "block: a block does not end or does not begin"},
		{"end without block", "<p>a</p><!-- /wp:paragraph --><!-- wp:x -->b<!-- /wp:x -->", "<p>a</p>b", "block: a block does not end or does not begin"},
		{"broken attributes", `<!-- wp:paragraph {"a -->` + "<p>a</p><!-- /wp:paragraph -->", "<p>a</p>", "block: a block does not end or does not begin"},
		{"footnotes without notes", "<!-- wp:footnotes /-->", "", "block: wp:footnotes has no notes in the export"},
	})
}

func TestReusableBlocks(t *testing.T) {
	m := Markup{Reusable: func(id int64) string {
		switch id {
		case 1:
			return `<!-- wp:paragraph --><p>shared</p><!-- /wp:paragraph -->`
		case 2: // holds itself
			return `<!-- wp:block {"ref":2} /-->x`
		}
		return ""
	}}
	got, _, notes := m.HTML(`<!-- wp:block {"ref":1} /--><!-- wp:block {"ref":3} /-->`)
	same(t, "HTML", oneLine(got), `<p>shared</p><div data-block="3"></div>`)
	same(t, "notes", kinds(notes), "block: the reusable block 3 is not there or too large")
	got, _, _ = m.HTML(`<!-- wp:block {"ref":2} /-->`)
	same(t, "depth", strings.Count(got, "x"), maxReusableDepth)
	m.Reusable = func(int64) string { return strings.Repeat("y", maxReusableBytes/2+1) }
	_, _, notes = m.HTML(`<!-- wp:block {"ref":1} /--><!-- wp:block {"ref":1} /-->`)
	same(t, "notes", kinds(notes), "block: the reusable block 1 is not there or too large")
}

func TestFootnotes(t *testing.T) {
	m := Markup{Footnotes: `[{"id":"f1","content":"A <em>note<\/em>"}]`}
	got, _, notes := m.HTML(`<!-- wp:paragraph --><p>a<sup data-fn="f1" class="fn"><a href="#f1" id="f1-link">1</a></sup></p><!-- /wp:paragraph --><!-- wp:footnotes /-->`)
	same(t, "HTML", got, `<p>a<sup data-fn="f1" class="fn"><a href="#f1" id="f1-link">1</a></sup></p><ol class="footnotes"><li id="f1">A <em>note</em> <a href="#f1-link">↩</a></li></ol>`)
	same(t, "notes", len(notes), 0)
}

func TestRefs(t *testing.T) {
	_, got, _ := Markup{Site: "https://www.old.example/"}.HTML(`<img src="/a.jpg" class="wp-image-7"> <a href="http://old.example/2011/02/b/">b</a>
<a href="https://new.example/c">c</a> <a href="#d">d</a> <a href="/e">e</a>
[gallery include="7,8"] [gallery exclude="9"]<!--more-->
<!-- no block --> [audio src="https://old.example/f.mp3"]
https://youtu.be/abcdefghijk
`)
	want := Refs{
		Attachments: []int64{7, 8},
		Images:      []ImageRef{{ID: 7, Src: "/a.jpg"}},
		Galleries:   []Gallery{{IDs: []int64{7, 8}}, {Attached: true, Exclude: []int64{9}}},
		Links: []Link{{"http://old.example/2011/02/b/", "/2011/02/b"}, {"https://new.example/c", ""}, {"/e", "/e"},
			{"https://old.example/f.mp3", "/f.mp3"}},
		Embeds: []string{"https://youtu.be/abcdefghijk"},
		Files:  []string{"https://old.example/f.mp3"},
		More:   true,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}
