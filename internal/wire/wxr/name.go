package wxr

import "strings"

// The prefixes that WordPress uses, by a part of the namespace's address that
// no other one has. The excerpt's comes first: its address contains the other.
var namespaces = []struct{ part, prefix string }{
	{"/excerpt/", "excerpt"},
	{"wordpress.org/export/", "wp"},
	{"rss/1.0/modules/content", "content"},
	{"purl.org/dc/elements", "dc"},
	{"commentapi", "wfw"},
}

// bare holds the elements of RSS, which have no prefix.
var bare = set("rss channel item title link description pubdate language guid category " +
	"generator image url width height ttl docs cloud copyright lastbuilddate managingeditor webmaster comments enclosure source")

// wpNames holds WordPress's own elements without their prefix: where the
// prefix is missing or wrong, the name alone says what is meant.
var wpNames = set("wxr_version base_site_url base_blog_url " +
	"author author_id author_login author_email author_display_name author_first_name author_last_name author_description wp_author " +
	"tag tag_slug tag_name tag_description cat_name category_nicename category_parent category_description " +
	"term term_id term_taxonomy term_slug term_parent term_name term_description termmeta authormeta " +
	"post_id post_date post_date_gmt post_modified post_modified_gmt comment_status ping_status post_name status " +
	"post_parent menu_order post_type post_password is_sticky attachment_url postmeta meta_key meta_value " +
	"comment comment_id comment_author comment_author_email comment_author_url comment_author_ip comment_date " +
	"comment_date_gmt comment_content comment_approved comment_type comment_parent comment_user_id commentmeta")

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// names maps the names of elements as written to the ones that this package
// knows them by: lower case, with WordPress's own prefix.
type names struct {
	declared map[string]string // prefix in the file -> usual prefix, "" for a foreign namespace
	known    map[string]string // name in the file -> canonical name
	guessed  map[string]string // name in the file -> why it had to be guessed, until told
}

func newNames() *names {
	return &names{declared: map[string]string{}, known: map[string]string{}, guessed: map[string]string{}}
}

// declare learns the namespaces of the root element.
func (n *names) declare(attrs []attr) {
	for _, a := range attrs {
		if prefix, ok := strings.CutPrefix(strings.ToLower(a.name), "xmlns:"); ok {
			n.declared[prefix] = usualPrefix(prefix, strings.ToLower(a.value))
		}
	}
	clear(n.known)
}

func usualPrefix(prefix, address string) string {
	for _, ns := range namespaces {
		if strings.Contains(address, ns.part) {
			return ns.prefix
		}
	}
	if isUsual(prefix) {
		return prefix // WordPress's prefix with a mistaken address
	}
	return ""
}

func isUsual(prefix string) bool {
	for _, ns := range namespaces {
		if ns.prefix == prefix {
			return true
		}
	}
	return false
}

// of returns the canonical name of an element.
func (n *names) of(raw []byte) string {
	if name, ok := n.known[string(raw)]; ok {
		return name
	}
	name, why := n.guess(strings.ToLower(string(raw)))
	if len(n.known) < maxNames {
		n.known[string(raw)] = name
		if why != "" {
			n.guessed[string(raw)] = why
		}
	}
	return name
}

func (n *names) guess(raw string) (name, why string) {
	prefix, local, found := strings.Cut(raw, ":")
	if !found {
		return guessBare(raw)
	}
	usual, declared := n.declared[prefix]
	switch {
	case declared && usual != "":
		return usual + ":" + local, ""
	case declared:
		return raw, "" // a plugin's own namespace
	case isUsual(prefix):
		return raw, "the prefix " + prefix + " is not declared"
	case wpNames[local]:
		return "wp:" + local, "the prefix " + prefix + " is unknown"
	case local == "creator":
		return "dc:creator", "the prefix " + prefix + " is unknown"
	case local == "encoded":
		return encoded, "the prefix " + prefix + " is unknown"
	}
	return raw, ""
}

// encoded stands for content:encoded or excerpt:encoded where the prefix does
// not tell: WordPress writes the content first.
const encoded = "encoded"

func guessBare(raw string) (name, why string) {
	const missing = "the prefix is missing"
	switch {
	case bare[raw]:
		return raw, ""
	case wpNames[raw]:
		return "wp:" + raw, missing
	case raw == "creator":
		return "dc:creator", missing
	case raw == "encoded":
		return encoded, missing
	}
	return raw, ""
}
