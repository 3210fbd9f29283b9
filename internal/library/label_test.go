package library

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/bep/imagemeta"

	"dateline/internal/news"
)

// traces stand in tracedFile and must stand in no rendition.
var traces = []string{
	"SpyCam", "SERIAL-0815", "XMPSERIAL99", "MakerNoteSecret", "N48.20849", "GPS", "48,12.5094N", "1815:06:18",
	"Exif", "8BIM", "ICC_PROFILE", "c2pa", "SIGNERNAME", "THUMBNAIL", "SecretDesk",
}

// tracedFile is a photograph that carries all that a camera and a desk write.
func tracedFile(t testing.TB, held uint32) []byte {
	return withSegments(photoFile(t, 900, 600),
		exifSegment(held), xmpSegment(deskXMP),
		iptcSegment(map[byte]string{80: "IIM By-line", 110: "IIM Credit", 120: "IIM caption", 122: "SecretDesk"}),
		segment(0xE2, "ICC_PROFILE\x00\x01\x01profile"),
		segment(0xEB, "JP\x00\x00jumbc2paSIGNERNAME"), segment(0xE0, "JFXX\x00\x10THUMBNAIL"))
}

func (h *house) bytesOf(t testing.TB, r news.Rendition) []byte {
	t.Helper()
	f, size, err := h.blobs.Open(t.Context(), r.Blob)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	b, err := io.ReadAll(f)
	if err != nil || int64(len(b)) != size || size != r.Bytes {
		t.Fatalf("read %d bytes of %d, %d: %v", len(b), size, r.Bytes, err)
	}
	return b
}

func TestFileTellsWhoAndWhat(t *testing.T) {
	h := newHouse(t)
	p := h.add(t, tracedFile(t, 1))
	for _, c := range []struct{ what, got, want string }{
		{"creator", p.Creator, "Élise Hartmann, Jonas Weber"}, {"credit", p.Credit, "Courier/Agency"},
		{"copyright", p.Copyright, "© 1815 Courier"}, {"rights", p.Rights, "https://example.org/rights?a=1&b=2"},
		{"source", p.SourceType, "digitalCapture"}, {"caption", p.Words["en"].Caption, "The bridge <at dawn>"},
		{"alt", p.Words["en"].Alt, "A stone bridge"}, {"Arabic caption", p.Words["ar"].Caption, "الجسر عند الفجر"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
}

func TestXMPBeforeIPTCBeforeExif(t *testing.T) {
	jpg := photoFile(t, 400, 300)
	iptc := iptcSegment(map[byte]string{80: "Zoë IIM", 120: "IIM caption"})
	for _, c := range []struct {
		segments           []string
		creator, copyright string
	}{
		{[]string{exifSegment(1)}, "Exif Artist", "Exif Copyright"},
		{[]string{exifSegment(1), iptc}, "Zoë IIM", "Exif Copyright"},
		{[]string{iptc, exifSegment(1), xmpSegment(deskXMP)}, "Élise Hartmann, Jonas Weber", "© 1815 Courier"},
	} {
		got := tell(withSegments(jpg, c.segments...), "image/jpeg")
		if got.Creator != c.creator || got.Copyright != c.copyright {
			t.Errorf("%q, %q; want %q, %q", got.Creator, got.Copyright, c.creator, c.copyright)
		}
	}
}

func TestPNGTellsInXMP(t *testing.T) {
	file := []byte("\x89PNG\r\n\x1a\n" + pngChunk("IHDR", strings.Repeat("\x00", 13)) + pngChunk("iTXt", pngLabel+deskXMP) + pngChunk("IEND", ""))
	if got := tell(file, "image/png"); got.Credit != "Courier/Agency" || got.SourceType != "digitalCapture" {
		t.Errorf("%+v", got)
	}
	for n := range file { // a PNG cut anywhere tells less, and harms nothing
		tell(file[:n], "image/png")
	}
}

func TestSenderBeforeFile(t *testing.T) {
	h := newHouse(t)
	p, err := h.Add(t.Context(), reporter, Upload{
		Reader: bytes.NewReader(tracedFile(t, 1)), Credit: "Photo: Reuters", SourceType: "print", FocusX: 30, FocusY: 10,
		Words: map[string]news.PictureWords{"en": {Alt: "Ours"}}, RightsEnd: 99,
	})
	if err != nil {
		t.Fatal(err)
	}
	if p.Credit != "Photo: Reuters" || p.SourceType != "print" || p.FocusX != 30 || p.RightsEnd != 99 || p.Creator == "" ||
		p.Words["en"] != (news.PictureWords{Caption: "The bridge <at dawn>", Alt: "Ours"}) {
		t.Errorf("%+v", p)
	}
}

// A rendition says who made it, and nothing that could find or harm anybody.
func TestRenditionsCarryTheWhitelistAlone(t *testing.T) {
	original := tracedFile(t, 1)
	for _, trace := range traces {
		if !bytes.Contains(original, []byte(trace)) {
			t.Fatalf("the original does not hold %q: the test proves nothing", trace)
		}
	}
	h := newHouse(t)
	all := h.renditions(t, h.add(t, original).ID)
	if len(all) != 2*4 {
		t.Fatalf("%d renditions", len(all))
	}
	for _, r := range all {
		checkWhitelist(t, r.MediaType, h.bytesOf(t, r))
	}
}

func checkWhitelist(t *testing.T, mediaType string, file []byte) {
	t.Helper()
	for _, trace := range traces {
		if bytes.Contains(file, []byte(trace)) {
			t.Errorf("%s holds %q", mediaType, trace)
		}
	}
	tags := map[string]any{}
	_, err := imagemeta.Decode(imagemeta.Options{
		R: bytes.NewReader(file), ImageFormat: metaFormats[mediaType], Sources: imagemeta.EXIF | imagemeta.IPTC | imagemeta.XMP,
		ShouldHandleTag: func(imagemeta.TagInfo) bool { return true },
		HandleTag:       func(i imagemeta.TagInfo) error { tags[i.Tag] = i.Value; return nil },
	})
	if err != nil {
		t.Errorf("%s: %v", mediaType, err)
	}
	delete(tags, "About")
	for _, wanted := range []string{"Creator", "Credit", "Rights", "WebStatement", "Description", "DigitalSourceType"} {
		if tags[wanted] == nil {
			t.Errorf("%s lacks %s", mediaType, wanted)
		}
		delete(tags, wanted)
	}
	if len(tags) > 0 {
		t.Errorf("%s carries more than the whitelist: %v", mediaType, tags)
	}
}

// A label is read back as it was written, whatever stands in it, and put in
// place of another without a trace.
func TestLabelsRoundTrip(t *testing.T) {
	p := news.Picture{
		Creator: `<script>"&'`, Credit: "é\tü", Copyright: "© ٣", Rights: "CC BY 4.0", SourceType: "digitalCapture",
		Words: map[string]news.PictureWords{"en": {Caption: "a\nb ]]> c"}, "fa": {Caption: "پل"}},
	}
	for _, m := range []study{{}, {alpha: true}, {flat: true}} {
		files, err := m.encode(scale(shrink(photo(64, 48), 64), 33, 25))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range files {
			checkRoundTrip(t, d, p)
		}
	}
}

func checkRoundTrip(t *testing.T, d drawn, p news.Picture) {
	t.Helper()
	labelled, err := attach(d, labelOf(p, "en"))
	if err != nil {
		t.Fatal(err)
	}
	got := tell(labelled, d.MediaType)
	if got.Creator != p.Creator || got.Credit != p.Credit || got.Copyright != p.Copyright || got.Rights != p.Rights ||
		got.in("").Caption != p.Words["en"].Caption || got.in("fa").Caption != "پل" {
		t.Errorf("%s: %+v", d.MediaType, got.Facts)
	}
	m, err := decode(bytes.NewReader(labelled), d.MediaType)
	if err != nil || m.Bounds().Dx() != 33 || m.Bounds().Dy() != 25 {
		t.Errorf("%s is no picture any more: %v", d.MediaType, err)
	}
	again := d
	again.Bytes = labelled
	bare, err := attach(again, nil)
	if err != nil || bytes.Contains(bare, []byte("rdf:")) {
		t.Errorf("%s keeps its label: %v", d.MediaType, err)
	}
	again.Bytes = bare
	if twice, err := attach(again, labelOf(p, "en")); err != nil || !bytes.Equal(twice, labelled) {
		t.Errorf("%s: labelled twice, it differs: %v", d.MediaType, err)
	}
}

func TestLabelFitsItsSegment(t *testing.T) {
	p := news.Picture{Words: map[string]news.PictureWords{}}
	for _, l := range []string{"en", "ar", "fa", "de", "fr", "it", "es", "tr", "ru", "uk", "pl", "nl", "ku", "he"} {
		p.Words[l] = news.PictureWords{Caption: strings.Repeat("&", MaxCaption)}
	}
	for _, s := range []*string{&p.Creator, &p.Credit, &p.Copyright, &p.Rights} {
		*s = strings.Repeat("&", MaxLine)
	}
	label := labelOf(p, "en")
	if len(label) > maxLabel {
		t.Errorf("a label of %d bytes", len(label))
	}
	if got := factsOfXMP(bytes.NewReader(label)); got.in("").Caption != p.Words["en"].Caption {
		t.Error("the caption of the first language was left out")
	}
}

func TestNothingSaidNoLabel(t *testing.T) {
	if label := labelOf(news.Picture{Words: map[string]news.PictureWords{"en": {Alt: "for the page alone"}}}, "en"); label != nil {
		t.Errorf("%s", label)
	}
}
