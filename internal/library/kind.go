package library

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"dateline/internal/news"
)

// kinds are the formats that are taken, by their first bytes; a dot stands for
// any byte. The name of a file is not believed.
var kinds = []struct{ head, mediaType string }{
	{"\xff\xd8\xff", "image/jpeg"},
	{"\x89PNG\r\n\x1a\n", "image/png"},
	{"GIF87a", "image/gif"},
	{"GIF89a", "image/gif"},
	{"RIFF....WEBP", "image/webp"},
}

// strangers are formats that people send as pictures, with what to do instead.
var strangers = []struct{ head, what string }{
	{"II*\x00", "a TIFF or raw camera file"}, {"MM\x00*", "a TIFF or raw camera file"},
	{"....ftyp", "a HEIC, AVIF or film file"}, {"BM", "a BMP file"}, {"8BPS", "a Photoshop file"},
	{"%PDF", "a PDF document"}, {"PK\x03\x04", "a ZIP archive"}, {"\x1f\x8b", "a gzip archive"}, {"%!PS", "a PostScript file"},
}

// markup are the words by which a file that pretends to be a picture can be
// read as a page or program; long enough never to stand in pixels by chance.
var markup = []string{"<script", "<!doctype", "<?php", "<iframe", "<foreignobject"}

const headLen = 512

// kind finds the format by content, and refuses everything else with a remedy.
func (s *spooled) kind(name string) (string, error) {
	head := make([]byte, headLen)
	n, err := s.file.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return "", fmt.Errorf("spool upload: %w", err)
	}
	head = head[:n]
	for _, k := range kinds {
		if begins(head, k.head) {
			return k.mediaType, s.checkHonest(name)
		}
	}
	return "", errStranger(head)
}

// checkHonest refuses a picture that is at the same time something to run.
func (s *spooled) checkHonest(name string) error {
	if slices.Contains([]string{".svg", ".svgz", ".html", ".htm", ".xhtml", ".js", ".php", ".xml"}, strings.ToLower(path.Ext(name))) {
		return news.Errorf(news.Invalid, "file", "The file is named like a page or a program, but it begins like a picture. Open it in a picture program and save it as JPEG or PNG.")
	}
	found, err := holdsMarkup(s.reader())
	if err != nil {
		return fmt.Errorf("spool upload: %w", err)
	}
	if found {
		return news.Errorf(news.Invalid, "file", "The file holds a web page or program beside its picture. Open it in a picture program and save it as JPEG or PNG.")
	}
	return nil
}

func errStranger(head []byte) error {
	const remedy = "Save it as JPEG, PNG, WebP or GIF, and send that."
	if len(head) == 0 {
		return news.Errorf(news.Invalid, "file", "The file is empty. Choose it again.")
	}
	for _, s := range strangers {
		if begins(head, s.head) {
			return news.Errorf(news.Invalid, "file", "This is %s, not a picture that can be shown. %s", s.what, remedy)
		}
	}
	lower := bytes.ToLower(head)
	if bytes.Contains(lower, []byte("<svg")) {
		return news.Errorf(news.Invalid, "file", "SVG drawings can hold programs and are not taken. Export the drawing as PNG, at least 1920 pixels wide, and send that.")
	}
	if bytes.Contains(lower, []byte("<html")) || bytes.Contains(lower, []byte("<!doctype")) {
		return news.Errorf(news.Invalid, "file", "This is a web page, not a picture. Save the picture itself from the page, and send that.")
	}
	return news.Errorf(news.Invalid, "file", "This is not a picture in a known format. %s", remedy)
}

func begins(b []byte, pattern string) bool {
	if len(b) < len(pattern) {
		return false
	}
	for i, c := range []byte(pattern) {
		if c != '.' && b[i] != c {
			return false
		}
	}
	return true
}

// holdsMarkup searches a file for markup in any case, a window at a time.
func holdsMarkup(r io.Reader) (bool, error) {
	const window, overlap = 64 << 10, 16
	buf := make([]byte, overlap+window)
	kept := 0
	for {
		n, err := io.ReadFull(r, buf[kept:])
		text := bytes.ToLower(buf[:kept+n])
		for _, m := range markup {
			if bytes.Contains(text, []byte(m)) {
				return true, nil
			}
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		kept = copy(buf, buf[kept+n-overlap:kept+n])
	}
}
