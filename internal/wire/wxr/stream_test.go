package wxr

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
)

// endless writes an export of any size without keeping it.
type endless struct {
	head, rest string
	item       func(n int) string
	n, items   int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.rest == "" {
		switch {
		case e.n == 0:
			e.rest = e.head
		case e.n <= e.items:
			e.rest = e.item(e.n)
		case e.n == e.items+1:
			e.rest = rssEnd
		default:
			return 0, io.EOF
		}
		e.n++
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

// newspaper is an export of ordinary posts with two comments each.
func newspaper(items int) *endless {
	body := strings.Repeat("<!-- wp:paragraph -->\n<p>The council met again on Tuesday, and “nothing” was decided — as before.</p>\n<!-- /wp:paragraph -->\n\n", 30)
	comment := "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author><![CDATA[R]]></wp:comment_author><wp:comment_date_gmt>2011-02-03 04:05:06</wp:comment_date_gmt><wp:comment_content><![CDATA[Indeed.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>\n"
	return &endless{head: rssStart, items: items, item: func(n int) string {
		return item(n, fmt.Sprintf("<title>Story %d</title><link>https://old.example/%d/</link><wp:post_name>story-%d</wp:post_name><content:encoded><![CDATA[%s]]></content:encoded>%s%s", n, n, n, body, comment, comment))
	}}
}

// TestMemory reads 200 MB and looks at the heap after every thousand items.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 200 MB")
	}
	runtime.GC() // what other tests left behind is not counted
	src := newspaper(50_000)
	items, worst := 0, uint64(0)
	for rec, err := range Read(context.Background(), src, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := rec.(*Item); !ok {
			continue
		}
		if items++; items%1000 == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			worst = max(worst, m.HeapInuse)
		}
	}
	same(t, "items", items, 50_000)
	if worst > 100<<20 {
		t.Errorf("the heap grew to %d MB", worst>>20)
	}
	t.Logf("heap at most %d MB", worst>>20)
}

// TestLargestItems reads items at the limits, one after the other.
func TestLargestItems(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 80 MB")
	}
	body := strings.Repeat("x", MaxField-1000)
	src := &endless{head: rssStart, items: 10, item: func(n int) string {
		return item(n, "<title>T</title><content:encoded><![CDATA["+body+"]]></content:encoded>")
	}}
	items := 0
	for rec, err := range Read(context.Background(), src, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if it, ok := rec.(*Item); ok && len(it.Content) == len(body) {
			items++
		}
	}
	same(t, "items", items, 10)
}

func TestStopAndCancel(t *testing.T) {
	n := 0
	for range Read(context.Background(), newspaper(1000), Options{}) {
		if n++; n == 5 {
			break
		}
	}
	same(t, "records before the break", n, 5)

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var last error
	for _, err := range Read(ctx, newspaper(1000), Options{}) {
		cancel()
		last = err
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("error %v", last)
	}
}

type failing struct{ src io.Reader }

var errDisk = errors.New("disk on fire")

func (f failing) Read(p []byte) (int, error) {
	n, err := f.src.Read(p)
	if err == io.EOF {
		err = errDisk
	}
	return n, err
}

func TestReadErrorIsTold(t *testing.T) {
	text := wrap(item(1, "<title>A</title>") + item(2, "<title>B</title>"))
	var last error
	for _, err := range Read(context.Background(), failing{strings.NewReader(text[:len(text)-100])}, Options{}) {
		last = err
	}
	if !errors.Is(last, errDisk) || !strings.Contains(last.Error(), "after item 1 “A”") {
		t.Errorf("error %v", last)
	}
}

func TestOptionsAreChecked(t *testing.T) {
	for _, opt := range []Options{{Legacy: "klingon"}, {Zone: "Mars/Olympus"}} {
		if x := readAll(t, wrap(""), opt); x.err == nil {
			t.Errorf("%+v: no error", opt)
		}
	}
	local := strings.Replace(wrap(item(1, "<title>A</title><wp:post_date>2011-07-01 12:00:00</wp:post_date>")), "_gmt>2011-02-03 04:05:06", "_gmt>0000-00-00 00:00:00", 1)
	x := readAll(t, local, Options{Zone: "Europe/Vienna"})
	same(t, "published", x.items[0].Published, time.Date(2011, 7, 1, 10, 0, 0, 0, time.UTC))
	same(t, "notes", len(x.notes), 0)
}

// hostile are inputs whose naive reading takes time with the square of their
// length.
var hostile = map[string]string{
	"unclosed sections":   "<title><![CDATA[a</title>",
	"ends of sections":    "<title><![CDATA[a]]>b",
	"ends inside":         "<title><![CDATA[a]]>b</title>c",
	"open tags":           "<item><title>",
	"fields in fields":    "<title><![CDATA[<link><![CDATA[",
	"open comments":       "<!-- ",
	"brackets":            "[a",
	"closed brackets":     "[a_b]",
	"audio":               "[audio src=a]",
	"angle":               "<",
	"quotes in tags":      `<a "`,
	"attributes":          `<a b="`,
	"open elements":       "<div><p>",
	"closed elements":     "</div></li>",
	"open blocks":         "<!-- wp:group -->",
	"blocks of galleries": "<!-- wp:gallery --><img src=a>",
	"images":              `<img src="a-1x1.jpg" class="wp-image-1">`,
	"letters":             "u n ",
	"backticks":           "a`",
	"mojibake":            "Ãƒ",
	"entities":            "&amp;",
	"line ends":           "\n",
	"spaces":              "]]> ",
}

// TestTimeIsLinear reads each in two sizes. Four times the length may take four
// times as long; a quadratic step takes sixteen times. A busy machine gets
// three attempts.
func TestTimeIsLinear(t *testing.T) {
	for name, piece := range hostile {
		t.Run(name, func(t *testing.T) {
			var small, large time.Duration
			for range 3 {
				small, large = timeOf(t, piece, 1<<16), timeOf(t, piece, 1<<18)
				if large < 100*time.Millisecond || large < 9*small {
					return
				}
			}
			t.Errorf("64 kB take %v, 256 kB take %v", small, large)
		})
	}
}

func timeOf(t *testing.T, piece string, size int) time.Duration {
	text := strings.Repeat(piece, size/len(piece))
	start := time.Now()
	readAll(t, rssStart+text+rssEnd, Options{})
	readAll(t, wrap(item(1, "<content:encoded><![CDATA["+text+"]]></content:encoded>")), Options{})
	readAll(t, wrap(item(1, "<content:encoded>"+text+"</content:encoded>")), Options{})
	HTML(text)
	HTML("<!-- wp:paragraph -->" + text)
	Damage(text)
	PlainText(text)
	return time.Since(start)
}

func BenchmarkRead(b *testing.B) {
	const items = 2000
	all, err := io.ReadAll(newspaper(items))
	if err != nil {
		b.Fatal(err)
	}
	text := string(all)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read(context.Background(), strings.NewReader(text), Options{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(items*b.N)/b.Elapsed().Seconds(), "posts/s")
}

func BenchmarkHTML(b *testing.B) {
	it := newspaper(1)
	x := readAllFrom(b, it)
	b.SetBytes(int64(len(x.Content)))
	for b.Loop() {
		HTML(x.Content)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "posts/s")
}

func BenchmarkDamage(b *testing.B) {
	x := readAllFrom(b, newspaper(1))
	b.SetBytes(int64(len(x.Content)))
	for b.Loop() {
		Damage(x.Content)
	}
}

// BenchmarkPublicExport reads a real export and converts every item in it.
func BenchmarkPublicExport(b *testing.B) {
	text := testdata(b, "themeunittestdata.wordpress.xml")
	b.SetBytes(int64(len(text)))
	items := 0
	for b.Loop() {
		for rec, err := range Read(context.Background(), strings.NewReader(text), Options{}) {
			if err != nil {
				b.Fatal(err)
			}
			if it, ok := rec.(*Item); ok {
				HTML(it.Content)
				items++
			}
		}
	}
	b.ReportMetric(float64(items)/b.Elapsed().Seconds(), "items/s")
}

func readAllFrom(b *testing.B, src io.Reader) *Item {
	b.Helper()
	for rec := range Read(context.Background(), src, Options{}) {
		if it, ok := rec.(*Item); ok {
			return it
		}
	}
	b.Fatal("no item")
	return nil
}
