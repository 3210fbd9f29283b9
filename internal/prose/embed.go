package prose

import (
	"net/url"
	"regexp"
	"strings"
)

// Provider names a house whose posts and films can be embedded.
type Provider string

// The providers. The list is closed: an address of anybody else is a link.
const (
	YouTube    Provider = "youtube"
	Vimeo      Provider = "vimeo"
	X          Provider = "x"
	Mastodon   Provider = "mastodon"
	Bluesky    Provider = "bluesky"
	Instagram  Provider = "instagram"
	Facebook   Provider = "facebook"
	TikTok     Provider = "tiktok"
	SoundCloud Provider = "soundcloud"
	Telegram   Provider = "telegram"
	Wikimedia  Provider = "wikimedia"
)

// Label returns the provider's name as readers know it.
func (p Provider) Label() string {
	for _, e := range embedders {
		if e.provider == p {
			return e.label
		}
	}
	return string(p)
}

// embedder recognises the addresses of one provider. Each pattern is matched
// against host and path (and the query where it says so), without www., m.
// and mobile., and its one group is the thing's id. address makes the
// canonical address of an id, which must lead back to the same id.
type embedder struct {
	provider Provider
	label    string
	patterns []*regexp.Regexp
	address  func(ref string) string
}

func embedderOf(p Provider, label, prefix string, patterns ...string) embedder {
	e := embedder{provider: p, label: label, address: func(ref string) string { return prefix + ref }}
	for _, pattern := range patterns {
		e.patterns = append(e.patterns, regexp.MustCompile("^(?:"+pattern+")$"))
	}
	return e
}

// embedders is the closed list. Mastodon comes last, since its servers have
// any name and are known by the form of a post's path.
var embedders = []embedder{
	embedderOf(YouTube, "YouTube", "https://www.youtube.com/watch?v=",
		`(?:youtube|youtube-nocookie)\.com/watch\?(?:.*&)?v=([\w-]{11})(?:&.*)?`,
		`(?:youtube|youtube-nocookie)\.com/(?:embed|v|shorts|live)/([\w-]{11})(?:[/?].*)?`,
		`youtu\.be/([\w-]{11})(?:\?.*)?`),
	embedderOf(Vimeo, "Vimeo", "https://vimeo.com/",
		`vimeo\.com/(?:channels/\w+/)?(\d{1,12}(?:/[0-9a-f]{6,16})?)/?(?:\?.*)?`,
		`player\.vimeo\.com/video/(\d{1,12})(?:\?.*)?`),
	embedderOf(X, "X", "https://x.com/",
		`(?:x|twitter)\.com/(\w{1,20}/status/\d{1,20})(?:[/?].*)?`),
	embedderOf(Bluesky, "Bluesky", "https://bsky.app/profile/",
		`bsky\.app/profile/([\w.:-]{3,80}/post/[a-z0-9]{5,20})/?(?:\?.*)?`),
	embedderOf(Instagram, "Instagram", "https://www.instagram.com/",
		`instagram\.com/(?:[\w.]{1,30}/)?((?:p|reel|tv)/[\w-]{5,40})(?:[/?].*)?`),
	embedderOf(TikTok, "TikTok", "https://www.tiktok.com/",
		`tiktok\.com/(@[\w.]{1,30}/video/\d{5,25})(?:[/?].*)?`),
	embedderOf(SoundCloud, "SoundCloud", "https://soundcloud.com/",
		`soundcloud\.com/([\w-]{1,60}/(?:sets/)?[\w-]{1,100})/?(?:\?.*)?`),
	embedderOf(Telegram, "Telegram", "https://t.me/",
		`(?:t|telegram)\.me/(?:s/)?([A-Za-z]\w{3,40}/\d{1,12})/?(?:\?.*)?`),
	embedderOf(Wikimedia, "Wikimedia Commons", "https://commons.wikimedia.org/wiki/",
		`commons\.wikimedia\.org/wiki/(File:[^?#/\s]{1,240})(?:\?.*)?`),
	embedderOf(Facebook, "Facebook", "https://www.facebook.com/",
		`facebook\.com/([\w.]{1,60}/(?:posts|videos)/[\w-]{5,100})/?(?:\?.*)?`,
		`facebook\.com/((?:watch/\?v=|permalink\.php\?story_fbid=)[\w&=-]{5,120})`),
	embedderOf(Mastodon, "Mastodon", "https://",
		`([a-z0-9-]+(?:\.[a-z0-9-]+)+/@\w{1,40}(?:@[a-z0-9.-]{3,80})?/\d{8,22})/?(?:\?.*)?`),
}

// ParseEmbed recognises the address of a post or film of a known provider, in
// the forms that people copy and that embedding frames use. ok is false for
// anything else, which is to be kept as a link. The result has neither an id
// nor a caption.
func ParseEmbed(raw string) (e Embed, ok bool) {
	u, ok := embedURL(raw)
	if !ok {
		return Embed{}, false
	}
	if inner := framedURL(u); inner != "" {
		if u, ok = embedURL(inner); !ok {
			return Embed{}, false
		}
	}
	host := bareHost(u.Host)
	target := host + u.EscapedPath()
	if u.RawQuery != "" {
		target += "?" + u.RawQuery
	}
	for _, by := range embedders {
		for _, pattern := range by.patterns {
			if m := pattern.FindStringSubmatch(target); m != nil {
				return Embed{Provider: by.provider, Ref: m[1], URL: by.address(m[1])}, true
			}
		}
	}
	return Embed{}, false
}

// embedURL reads an address that may be embedded: https or http, a plain host.
func embedURL(raw string) (*url.URL, bool) {
	link, ok := CleanLink(raw)
	if !ok {
		return nil, false
	}
	u, err := url.Parse(link)
	if err != nil || u.User != nil || u.Port() != "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil, false
	}
	return u, true
}

// framedURL returns the address that a player's frame carries in its query.
func framedURL(u *url.URL) string {
	switch bareHost(u.Host) + u.Path {
	case "w.soundcloud.com/player/", "w.soundcloud.com/player":
		return u.Query().Get("url")
	case "facebook.com/plugins/post.php", "facebook.com/plugins/video.php":
		return u.Query().Get("href")
	}
	return ""
}

// bareHost lowers a host and cuts the prefixes that lead to the same site.
func bareHost(host string) string {
	host = strings.ToLower(host)
	for _, prefix := range []string{"www.", "m.", "mobile."} {
		if rest, ok := strings.CutPrefix(host, prefix); ok && strings.Contains(rest, ".") {
			return rest
		}
	}
	return host
}

// Frame returns the address of the provider's player or post for a frame that
// is loaded on the reader's wish, "" where the provider has none.
func (e Embed) Frame() string {
	last := e.Ref[strings.LastIndexByte(e.Ref, '/')+1:]
	switch e.Provider {
	case YouTube:
		return "https://www.youtube-nocookie.com/embed/" + e.Ref
	case Vimeo:
		id, key, _ := strings.Cut(e.Ref, "/")
		if key != "" {
			key = "&h=" + key
		}
		return "https://player.vimeo.com/video/" + id + "?dnt=1" + key
	case X:
		return "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=" + last
	case Mastodon, Instagram:
		return strings.TrimSuffix(e.URL, "/") + "/embed"
	case TikTok:
		return "https://www.tiktok.com/embed/v2/" + last
	case SoundCloud:
		return "https://w.soundcloud.com/player/?url=" + url.QueryEscape(e.URL)
	case Telegram:
		return e.URL + "?embed=1"
	case Facebook:
		return "https://www.facebook.com/plugins/post.php?href=" + url.QueryEscape(e.URL)
	}
	return ""
}
