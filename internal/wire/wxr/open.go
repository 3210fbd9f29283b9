package wxr

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"

	"dateline/internal/news"
)

const headSize = 256 << 10 // bytes looked at to recognise the file

// open recognises what a stream is and returns a reader that stands at the
// beginning of its document.
func open(src io.Reader, opt Options) (*reader, error) {
	o := &opener{src: bufio.NewReaderSize(src, headSize)}
	if err := o.unpack(); err != nil {
		return nil, err
	}
	o.byteOrder()
	if err := o.recognise(); err != nil {
		return nil, err
	}
	if err := o.encoding(opt.Legacy); err != nil {
		return nil, err
	}
	z, err := loadZone(opt.Zone)
	if err != nil {
		return nil, err
	}
	r := newReader(&capped{src: o.src, left: MaxExport})
	r.zone, r.legacy, r.legacyName = z, o.legacy, o.legacyName
	r.win.base, r.win.line = o.skipped, o.line+1
	for _, n := range o.notes {
		r.pad.add(n)
	}
	return r, nil
}

// opener peels off what lies around the document.
type opener struct {
	src        *bufio.Reader
	notes      []Note
	skipped    int64 // bytes before the document
	line       int   // lines before it
	decoded    bool  // to UTF-8, because of a byte order mark or a declaration
	legacy     encoding.Encoding
	legacyName string
}

func (o *opener) note(kind NoteKind, what, why string) {
	o.notes = append(o.notes, Note{Where: Where{Line: 1}, Kind: kind, What: what, Why: why, Count: 1})
}

func (o *opener) head() []byte {
	b, _ := o.src.Peek(headSize) // a short or failing stream shows what it has; reading meets the error again
	return b
}

// unpack reads through gzip.
func (o *opener) unpack() error {
	if !bytes.HasPrefix(o.head(), []byte("\x1f\x8b")) {
		return nil
	}
	z, err := gzip.NewReader(o.src)
	if err != nil {
		return &news.Error{Kind: news.Invalid, Field: "export", Message: "The file begins as gzip but is damaged; download it again.", Err: err}
	}
	o.src = bufio.NewReaderSize(z, headSize)
	o.note(NoteCompressed, "The file was decompressed.", "it is compressed with gzip")
	return nil
}

// byteOrder handles Unicode's byte order marks, and UTF-16 without one.
func (o *opener) byteOrder() {
	head := o.head()
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		o.discard(3)
		o.note(NoteEncoding, "The byte order mark was passed over.", "the file begins with one")
	case bytes.HasPrefix(head, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(head, []byte("\x00\x00\xfe\xff")):
		o.decode(utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "UTF-32")
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("<\x00")):
		o.decode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "UTF-16")
	case bytes.HasPrefix(head, []byte("\xfe\xff")), bytes.HasPrefix(head, []byte("\x00<")):
		o.decode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "UTF-16")
	}
}

func (o *opener) decode(enc encoding.Encoding, name string) {
	o.src = bufio.NewReaderSize(transform.NewReader(o.src, enc.NewDecoder()), headSize)
	o.decoded = true
	o.note(NoteEncoding, "The file was read as "+name+".", "it is written in "+name)
}

func (o *opener) discard(n int) {
	head := o.head()[:n]
	o.line += bytes.Count(head, newline)
	o.skipped += int64(n)
	_, _ = o.src.Discard(n) // n bytes have been peeked at
}

var (
	documentStart = regexp.MustCompile(`(?i)<\?xml\s|<rss[\s>]|<channel[\s>]|<!--\s*(this is a wordpress|generator=)`)
	wordpressSign = regexp.MustCompile(`(?i)wordpress\.org/export/|wxr_version|wordpress extended rss|<(wp:)?post_(type|id)>|generator="wordpress|<wp:\w`)
	rootElement   = regexp.MustCompile(`<([A-Za-z][\w:.-]*)`)
	declaration   = regexp.MustCompile(`(?i)^<\?xml\s[^>]*encoding\s*=\s*["']?([\w.:-]+)`)
)

// recognise makes sure that the stream is an export, and passes over what PHP
// and others wrote before it begins.
func (o *opener) recognise() error {
	head := o.head()
	start := documentStart.FindIndex(head)
	if start == nil || start[0] > maxPreamble || !wordpressSign.Match(head[start[0]:]) {
		return unrecognised(head, start != nil)
	}
	if start[0] == 0 {
		return nil
	}
	text := quote(head[:start[0]])
	why := "the document begins after blank lines"
	if text != "" {
		why = "text stands before the document: “" + text + "”"
	}
	o.discard(start[0])
	o.note(NoteStray, "The text before the document was passed over.", why)
	return nil
}

// encoding obeys the encoding that the document declares or the caller names,
// unless the document is plainly UTF-8 all the same.
func (o *opener) encoding(named string) error {
	if o.decoded {
		return nil
	}
	head := o.head()
	declared := declaration.FindSubmatch(head[:min(len(head), 256)])
	name := named
	if declared != nil && !isUTF8Name(string(declared[1])) {
		name = string(declared[1])
	}
	if name == "" || isUTF8Name(name) {
		return nil
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		if name == named {
			return &news.Error{Kind: news.Invalid, Field: "legacy", Message: "There is no encoding “" + excerpt(name) + "”; use a name such as windows-1256.", Err: err}
		}
		o.note(NoteEncoding, "The declared encoding was ignored.", "“"+excerpt(name)+"” is unknown")
		return nil
	}
	canonical, _ := htmlindex.Name(enc) // it came from the same index
	if _, single := enc.(*charmap.Charmap); single {
		o.legacy, o.legacyName = enc, canonical
		return nil
	}
	return o.multibyte(enc, canonical, head)
}

// multibyte decodes the whole stream: in such encodings a byte that looks like
// a bracket can be half of a character.
func (o *opener) multibyte(enc encoding.Encoding, name string, head []byte) error {
	cut := len(head)
	for cut > 0 && cut > len(head)-utf8.UTFMax && !utf8.Valid(head[:cut]) {
		cut--
	}
	if utf8.Valid(head[:cut]) && !isASCII(head) {
		o.note(NoteEncoding, "The file was read as UTF-8.", "it declares "+name+" but is UTF-8")
		return nil
	}
	o.decode(enc, name)
	return nil
}

func isUTF8Name(name string) bool {
	name = strings.ToLower(name)
	return name == "utf-8" || name == "utf8"
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// capped ends a stream with an error when it is longer than it may be, as a
// compressed stream can be that was made to fill the memory of its reader.
type capped struct {
	src  io.Reader
	left int64
}

func (c *capped) Read(p []byte) (int, error) {
	if c.left <= 0 {
		return 0, news.Errorf(news.TooLarge, "export", "The export is larger than 64 GB; split it.")
	}
	n, err := c.src.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	return n, err
}
