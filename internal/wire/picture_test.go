package wire

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/store"
)

// jpegFile is a small photograph; shade makes one unlike the others.
func jpegFile(t testing.TB, shade uint8) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 400, 300))
	for i := range m.Pix {
		m.Pix[i] = uint8(i)
	}
	m.Set(0, 0, color.RGBA{shade, shade, shade, 255})
	m.Set(9, 9, color.RGBA{shade, 0, shade, 255})
	for x := range 20 {
		m.Set(x, 50, color.RGBA{shade, shade, 0, 255})
	}
	var b bytes.Buffer
	must(t, jpeg.Encode(&b, m, nil))
	return b.Bytes()
}

const uploaded = "https://old.example/wp-content/uploads/2011/02/"

func attached(id, parent int, file string, more ...string) string {
	return item(id, "File "+file, append([]string{field("wp:post_type", "attachment"), field("wp:status", "inherit"), field("wp:post_parent", decimal(int64(parent))),
		field("wp:attachment_url", uploaded+file), meta("_wp_attached_file", "2011/02/"+file)}, more...)...)
}

// album is an export with pictures in every way that WordPress has.
func album() string {
	return export(
		item(1, "Lead", meta("_thumbnail_id", "10"), field("content:encoded", `<!-- wp:image {"id":11} --><figure class="wp-block-image"><img src="`+uploaded+`b-300x200.jpg" alt="Seen" class="wp-image-11"/><figcaption>Said</figcaption></figure><!-- /wp:image -->`)),
		item(2, "Gallery", field("content:encoded", `<p>Before</p>[gallery ids="11,10"]`)),
		item(3, "Attached", field("content:encoded", `[gallery]`)),
		item(4, "Without attachment", field("content:encoded", `<p><img src="`+uploaded+`c.jpg" alt="C"></p>`)),
		item(5, "Elsewhere", field("content:encoded", `<p>x <img src="https://other.example/d.jpg" alt="D"></p>`)),
		attached(10, 0, "a.jpg", field("excerpt:encoded", "The caption"), meta("_wp_attachment_image_alt", "The alt")),
		attached(11, 0, "b.jpg"), attached(12, 3, "c.jpg"), attached(13, 3, "broken.jpg"), attached(14, 3, "paper.pdf"), attached(15, 3, "../../../secret.jpg"))
}

func shelfOf(t testing.TB) fs.FS {
	return fstest.MapFS{
		"2011/02/a.jpg": {Data: jpegFile(t, 1)}, "2011/02/b.jpg": {Data: jpegFile(t, 90)}, "2011/02/c.jpg": {Data: jpegFile(t, 200)},
		"2011/02/broken.jpg": {Data: []byte("\xff\xd8\xff no picture")},
	}
}

// kinds lists the blocks of a story's text, two alike as one.
func (n *newsroom) kinds(key string) (kinds []string) {
	n.t.Helper()
	doc, err := prose.Parse([]byte(n.working(key).Revision.Text))
	must(n.t, err)
	for _, b := range doc.Blocks {
		kind := string(b.Kind())
		if last := len(kinds) - 1; last >= 0 && kinds[last] == kind {
			kinds[last] = "2×" + kind
			continue
		}
		kinds = append(kinds, kind)
	}
	return kinds
}

func TestPictures(t *testing.T) {
	n := sqlite(t)
	media := func(o *Options) { o.Media = shelfOf(t) }
	r := n.imports(album(), media)
	same(t, "pictures", r.tally("pictures").New, 3)
	lead := n.working("1").Revision.Lead
	same(t, "caption", lead.Caption, "The caption")
	same(t, "alt", lead.Alt, "The alt")
	for key, want := range map[string]string{"1": "picture", "2": "paragraph 2×picture", "3": "picture 2×paragraph", "4": "picture", "5": "paragraph"} {
		if got := strings.Join(n.kinds(key), " "); got != want {
			t.Errorf("item %s: %s, want %s", key, got, want)
		}
	}
	same(t, "broken", heap(r, LeftOut, "A picture's file could not be opened."), 1)
	same(t, "paper", heap(r, LeftOut, "A file was left out; links to it"), 1)
	same(t, "elsewhere", heap(r, LeftOut, "A picture of another site"), 1)
	same(t, "readers see it", n.shows(lead.Picture), true)
	n.sound()
	at := n.head()
	n.imports(album(), media)
	same(t, "a second run", n.head(), at)
}

func (n *newsroom) shows(id news.ID) (shown bool) {
	n.t.Helper()
	n.read(func(tx *store.Tx) (err error) {
		shown, err = tx.Public().Shows(n.t.Context(), id)
		return err
	})
	return shown
}

// TestPicturesLater imports without pictures first, then with them.
func TestPicturesLater(t *testing.T) {
	n := sqlite(t)
	r := n.imports(album())
	same(t, "lead", n.working("1").Revision.Lead.Picture, 0)
	if heap(r, LeftOut, "A picture was not found; a link to its old place was kept. Give --media") < 5 {
		t.Errorf("missing pictures are not named: %+v", r.Heaps)
	}
	same(t, "a link and the caption", strings.Join(n.kinds("1"), " "), "2×paragraph")
	r = n.imports(album(), func(o *Options) { o.Media = shelfOf(t) })
	same(t, "changed", r.tally("stories").Changed, 4)
	same(t, "unchanged", r.tally("stories").Unchanged, 1)
	same(t, "blocks", strings.Join(n.kinds("2"), " "), "paragraph 2×picture")
	n.sound()
}

func TestDryRunWithPictures(t *testing.T) {
	n := sqlite(t)
	n.imports(export(item(9, "Something")))
	before := n.bytes()
	r := n.imports(album(), func(o *Options) { o.Media, o.DryRun = shelfOf(t), true })
	same(t, "pictures", r.tally("pictures").New, 4) // the broken one is not opened
	after := n.bytes()
	same(t, "files", len(after), len(before))
	for path, b := range before {
		if after[path] != b {
			t.Errorf("%s changed", path)
		}
	}
}
