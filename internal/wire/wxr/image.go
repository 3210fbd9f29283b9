package wxr

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

var (
	imageClass = regexp.MustCompile(`(?:^|\s)wp-image-(\d{1,18})(?:\s|$)`)
	sizeSuffix = regexp.MustCompile(`-(\d{1,5})x(\d{1,5})(\.(?i:jpe?g|png|gif|webp|avif|bmp|tiff?))$`)
	photon     = regexp.MustCompile(`^i\d\.wp\.com$`)
)

// imageOf reads an img element.
func imageOf(t html.Token) ImageRef {
	ref := ImageRef{Seen: strings.TrimSpace(firstAttr(t, "src", "data-src", "data-lazy-src")), Alt: attrOf(t, "alt")}
	if lazy := firstAttr(t, "data-src", "data-lazy-src"); strings.HasPrefix(ref.Seen, "data:") && lazy != "" {
		ref.Seen = lazy // the picture comes later, by a script
	}
	for _, name := range []string{"data-attachment", "data-attachment-id", "data-id"} {
		if ref.ID == 0 {
			ref.ID = wholeNumber(attrOf(t, name))
		}
	}
	if m := imageClass.FindStringSubmatch(attrOf(t, "class")); m != nil && ref.ID == 0 {
		ref.ID = wholeNumber(m[1])
	}
	if seen := attrOf(t, "data-seen"); seen != "" { // written by imgHTML
		ref.Src, ref.Seen = ref.Seen, seen
		return ref
	}
	ref.Src = original(ref.Seen, ref.ID > 0, !isOriginal(t, ref.Seen))
	if full := firstAttr(t, "data-orig-file", "data-full-url"); full != "" {
		ref.Src = full
	}
	if ref.Src == ref.Seen {
		ref.Seen = ""
	}
	return ref
}

func firstAttr(t html.Token, names ...string) string {
	for _, name := range names {
		if v := attrOf(t, name); v != "" {
			return v
		}
	}
	return ""
}

// isOriginal reports whether an image only looks as if it were a smaller one
// by its name: the class says that it is the full size, or the name's numbers
// have another proportion than the image.
func isOriginal(t html.Token, src string) bool {
	if strings.Contains(attrOf(t, "class"), "size-full") {
		return true
	}
	m := sizeSuffix.FindStringSubmatch(src)
	width, height := wholeNumber(attrOf(t, "width")), wholeNumber(attrOf(t, "height"))
	if m == nil || width == 0 || height == 0 {
		return false
	}
	named, shown := wholeNumber(m[1])*height, wholeNumber(m[2])*width
	return max(named, shown)*10 > min(named, shown)*11
}

// original returns the address of the picture that WordPress made a smaller
// one from: boat.jpg for boat-300x200.jpg. Only pictures of the library (known
// by id or address) have such names; others keep theirs. A picture may also
// have been named so by its owner: whoever looks for it tries the id first,
// then both addresses.
func original(src string, known, resized bool) string {
	u, err := url.Parse(src)
	if err != nil || u.Scheme == "data" {
		return src
	}
	if photon.MatchString(u.Host) { // a cache in front: i0.wp.com/host/path
		host, path, _ := strings.Cut(strings.TrimPrefix(u.Path, "/"), "/")
		u = &url.URL{Scheme: "https", Host: host, Path: "/" + path}
	}
	onWordPress := strings.HasSuffix(u.Host, ".files.wordpress.com")
	if onWordPress {
		u.RawQuery = "" // ?w=300
	}
	if resized && (known || onWordPress || strings.Contains(u.Path, "/wp-content/uploads/")) {
		u.Path = sizeSuffix.ReplaceAllString(u.Path, "$3")
		u.RawPath = ""
	}
	if s := u.String(); s != src {
		return s
	}
	return src
}

// imgHTML writes an image with its attachment, in the two ways that a reader
// of this HTML may look for it, and further attributes that are set.
func imgHTML(ref ImageRef, more ...html.Attribute) string {
	attrs := []html.Attribute{{Key: "src", Val: ref.Src}, {Key: "alt", Val: ref.Alt}}
	if ref.ID > 0 {
		attrs = append(attrs, html.Attribute{Key: "data-attachment", Val: itoa(ref.ID)}, html.Attribute{Key: "class", Val: "wp-image-" + itoa(ref.ID)})
	}
	attrs = append(append(attrs, html.Attribute{Key: "data-seen", Val: ref.Seen}), more...)
	var out strings.Builder
	out.WriteString("<img")
	for _, a := range attrs {
		if a.Val != "" || a.Key == "alt" {
			out.WriteString(" " + a.Key + `="` + html.EscapeString(a.Val) + `"`)
		}
	}
	out.WriteString(">")
	return out.String()
}
