package library

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"dateline/internal/news"
)

// hostile are files that must not come in: what they are, how they are
// refused, and a word of the remedy.
func hostile(t testing.TB) map[string]struct {
	name   string
	file   []byte
	kind   news.Kind
	remedy string
} {
	jpg := photoFile(t, 400, 300)
	type refused = struct {
		name   string
		file   []byte
		kind   news.Kind
		remedy string
	}
	return map[string]refused{
		"png claims 50k by 50k":      {"x.png", claimedPNG(50_000, 50_000, 8, 2, deflated(1000)), news.TooLarge, "Save it smaller"},
		"png of 300 megapixels":      {"x.png", claimedPNG(20_000, 15_000, 8, 0, deflated(1000)), news.TooLarge, "Save it smaller"},
		"jpeg of 300 megapixels":     {"x.jpg", claimedJPEG(jpg, 20_000, 15_000), news.TooLarge, "Save it smaller"},
		"png too deep for memory":    {"x.png", claimedPNG(9_900, 9_900, 16, 6, deflated(1000)), news.TooLarge, "8-bit"},
		"png with too few pixels":    {"x.png", claimedPNG(9_000, 9_000, 8, 2, deflated(1000)), news.Invalid, "damaged"},
		"png whose pixels burst":     {"x.png", claimedPNG(100, 100, 8, 2, deflated(300<<20)), news.Invalid, "damaged"},
		"png as a ribbon":            {"x.png", claimedPNG(20, 20_000, 8, 2, deflated(1000)), news.Invalid, "Crop it"},
		"png without width":          {"x.png", claimedPNG(0, 100, 8, 2, deflated(1000)), news.Invalid, "anew"},
		"truncated jpeg":             {"x.jpg", jpg[:len(jpg)/2], news.Invalid, "not whole"},
		"only a head":                {"x.jpg", jpg[:3], news.Invalid, "not whole"},
		"png signature, jpeg body":   {"x.png", append([]byte("\x89PNG\r\n\x1a\n"), jpg...), news.Invalid, "damaged"},
		"gif and javascript":         {"x.gif", []byte("GIF89a/*\x00\x00\x00\x00*/=1;alert(document.cookie)//"), news.Invalid, "anew"},
		"jpeg and page":              {"x.jpg", append(bytes.Clone(jpg), "<SCRIPT>alert(1)</SCRIPT>"...), news.Invalid, "beside its picture"},
		"page in a comment":          {"x.jpg", withSegments(jpg, segment(0xFE, "<!DOCTYPE html><body onload=x>")), news.Invalid, "beside its picture"},
		"jpeg named as svg":          {"x.svg", jpg, news.Invalid, "named like a page"},
		"svg with script":            {"x.png", []byte(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), news.Invalid, "Export the drawing as PNG"},
		"page named as a picture":    {"x.jpg", []byte("<!doctype html><title>x</title>"), news.Invalid, "web page"},
		"pdf":                        {"x.jpg", []byte("%PDF-1.7 ..."), news.Invalid, "PDF"},
		"heic":                       {"x.jpg", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), news.Invalid, "Save it as JPEG"},
		"tiff":                       {"x.tif", []byte("II*\x00\x08\x00\x00\x00"), news.Invalid, "Save it as JPEG"},
		"text":                       {"x.jpg", []byte("once upon a time"), news.Invalid, "known format"},
		"nothing":                    {"x.jpg", nil, news.Invalid, "empty"},
		"webp without content":       {"x.webp", []byte("RIFF\x04\x00\x00\x00WEBP"), news.Invalid, "not whole"},
		"more than the upload holds": {"x.jpg", append(bytes.Clone(jpg), make([]byte, MaxUpload)...), news.TooLarge, "60 MB"},
	}
}

func TestHostileFilesAreRefusedWithARemedy(t *testing.T) {
	h := newHouse(t)
	for what, c := range hostile(t) {
		t.Run(what, func(t *testing.T) {
			_, err := h.Add(t.Context(), reporter, Upload{Name: c.name, Reader: bytes.NewReader(c.file)})
			var e *news.Error
			if !errors.As(err, &e) || e.Kind != c.kind || e.Field != "file" {
				t.Fatalf("got %v, want %v of the file", err, c.kind)
			}
			if !strings.Contains(e.Message, c.remedy) {
				t.Errorf("%q does not say %q", e.Message, c.remedy)
			}
		})
	}
	if err := h.blobs.Walk(t.Context(), "", func(b Blob) error { return errors.New(b.Key) }); err != nil {
		t.Errorf("a refused file was kept: %v", err)
	}
}

// Files that are odd, but pictures: they come in.
func TestOddFilesComeIn(t *testing.T) {
	h := newHouse(t)
	jpg := photoFile(t, 400, 300)
	loop := ifd(8, 8, ifdEntry{tag: 0x8769, kind: tiffLong, number: 8}, ifdEntry{tag: 0x8825, kind: tiffLong, number: 8})
	big := segment(0xE2, "ICC_PROFILE\x00\x01\x01"+strings.Repeat("x", 65_000))
	for what, file := range map[string][]byte{
		"exif in circles":      withSegments(jpg, segment(0xE1, "Exif\x00\x00II*\x00\x08\x00\x00\x00"+string(loop))),
		"exif cut short":       withSegments(jpg, segment(0xE1, "Exif\x00\x00II*\x00\x08")),
		"exif held at 99":      withSegments(jpg, exifSegment(99)),
		"a hundred profiles":   withSegments(jpg, strings.Repeat(big, 100)),
		"xmp without end":      withSegments(jpg, xmpSegment(deskXMP[:900])),
		"xmp nested too deep":  withSegments(jpg, xmpSegment(strings.Repeat("<a>", 20_000))),
		"xmp of entities":      withSegments(jpg, xmpSegment(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>`[9:]+deskXMP)),
		"iptc cut short":       withSegments(jpg, segment(0xED, "Photoshop 3.0\x008BIM\x04\x04\x00\x00\xFF\xFF\xFF\xFF\x1c\x02")),
		"something behind end": append(bytes.Clone(jpg), "ftypmp42 film of a phone"...),
	} {
		t.Run(what, func(t *testing.T) {
			if p := h.add(t, file); p.Width != 400 || p.Height != 300 {
				t.Errorf("%d × %d", p.Width, p.Height)
			}
		})
	}
}

// Whatever the file: the child stays within its memory.
func TestChildStaysWithinItsMemory(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux bounds a process's address space")
	}
	const program = 300 << 20 // the runtime and its code, beside MaxMemory
	for what, c := range hostile(t) {
		if len(c.file) > MaxUpload || len(c.file) == 0 {
			continue
		}
		for _, mediaType := range []string{"image/png", "image/jpeg", "image/gif", "image/webp"} {
			child := childFor(t, c.file, mediaType)
			if err := child.Run(); err != nil {
				t.Errorf("%s as %s: %v", what, mediaType, err)
			}
			if used := child.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10; used > MaxMemory+program {
				t.Errorf("%s as %s: the child took %d MB", what, mediaType, used>>20)
			}
		}
	}
}

// A decoder that would take more than its share is ended by the wall.
func TestWallHoldsGreed(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux bounds a process's address space")
	}
	child := exec.Command(executable(t), "be-greedy")
	out, err := child.CombinedOutput()
	if err == nil || !bytes.Contains(out, []byte("out of memory")) {
		t.Errorf("a process took twice its share: %v, %.300s", err, out)
	}
}

// beGreedy is the greedy child.
func beGreedy([]string) error {
	if err := confine(); err != nil {
		return err
	}
	var kept [][]byte
	for range 2 * MaxMemory >> 24 {
		kept = append(kept, bytes.Repeat([]byte{1}, 1<<24))
	}
	return fmt.Errorf("kept %d pieces", len(kept))
}

func executable(t testing.TB) string {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return program
}

func childFor(t testing.TB, file []byte, mediaType string) *exec.Cmd {
	child := exec.Command(executable(t), BenchCommand, mediaType)
	child.Stdin = bytes.NewReader(file)
	return child
}

func TestChildTakesNoOtherOrders(t *testing.T) {
	for _, args := range [][]string{nil, {"image/jpeg", "more"}} {
		if status := Bench(args, nil, nil); status != 2 {
			t.Errorf("Bench(%q) = %d, want 2", args, status)
		}
	}
}

// A child that dies, hangs up or lies leaves an error, never a picture.
func TestAnswersAreNotBelieved(t *testing.T) {
	lie := work{Renditions: []drawn{{MediaType: "image/jpeg"}}}
	var whole bytes.Buffer
	if err := lie.send(&whole); err != nil {
		t.Fatal(err)
	}
	for what, answer := range map[string]string{
		"nothing":           "",
		"half a length":     "\x00\x00",
		"a huge head":       "\xff\xff\xff\xff{}",
		"no JSON":           "\x00\x00\x00\x02xx",
		"less than it says": strings.Replace(whole.String(), `"Length":0`, `"Length":9`, 1),
		"negative":          "\x00\x00\x00\x21" + `{"Renditions":[{"Length":-100}]} `,
		"huge":              "\x00\x00\x00\x2a" + `{"Renditions":[{"Length":999999999999999}]}`[:42],
	} {
		if w, err := receive(strings.NewReader(answer)); err == nil {
			t.Errorf("%s: believed %+v", what, w)
		}
	}
	if _, err := receive(bytes.NewReader(whole.Bytes())); err != nil {
		t.Errorf("the whole answer: %v", err)
	}
}
