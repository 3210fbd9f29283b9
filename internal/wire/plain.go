package wire

import (
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// oneLine makes text that fits a field of one line: no control characters,
// single spaces.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// clip cuts a text to at most n runes, at a space where there is one near.
// whole is false where something was cut.
func clip(s string, n int) (cut string, whole bool) {
	if utf8.RuneCountInString(s) <= n {
		return s, true
	}
	runes := []rune(s)[:n-1]
	cut = string(runes)
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)*3/4 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ") + "…", false
}

func decimal(n int64) string { return strconv.FormatInt(n, 10) }

// uploads is the folder of WordPress in which uploaded files lie.
const uploads = "/wp-content/uploads/"

// uploadPath is where a file lies below the uploads folder, "" when unknown.
func uploadPath(file, address string) string {
	if file == "" {
		u, err := url.Parse(address)
		if err != nil {
			return ""
		}
		i := strings.LastIndex(u.Path, uploads)
		if i < 0 {
			return ""
		}
		file = u.Path[i+len(uploads):]
	}
	return strings.TrimPrefix(path.Clean("/"+file), "/")
}

// pictureEndings are the endings of files that may become pictures.
var pictureEndings = []string{".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp", ".avif", ".tif", ".tiff", ".bmp", ".heic"}

func isPictureFile(address string) bool {
	if u, err := url.Parse(address); err == nil {
		address = u.Path
	}
	return slices.Contains(pictureEndings, strings.ToLower(path.Ext(address)))
}

// bareAddress is an address without scheme, www and query, by which the same
// file is found however it is written.
func bareAddress(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil {
		return raw
	}
	return bareHost(u.Host) + u.Path
}

func bareHost(host string) string { return strings.TrimPrefix(strings.ToLower(host), "www.") }

// sourceOf names a site as the memory of imports does: host and path.
func sourceOf(site string) string {
	u, err := url.Parse(site)
	if err != nil || u.Host == "" {
		return ""
	}
	return bareHost(u.Host) + strings.TrimRight(u.Path, "/")
}
