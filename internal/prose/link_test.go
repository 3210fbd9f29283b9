package prose

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestLinks(t *testing.T) {
	for _, c := range []struct{ in, want string }{ // "" is refused
		{"https://example.org/a?b=c#d", "https://example.org/a?b=c#d"},
		{"HTTPS://example.org", "https://example.org"},
		{" https://example.org/a b\n", "https://example.org/a%20b"},
		{"https://example.org/100%", "https://example.org/100%25"},
		{"https://example.org/\"><b>", "https://example.org/%22%3E%3Cb%3E"},
		{"//example.org/x", "https://example.org/x"},
		{"/en/2026/11/x", "/en/2026/11/x"},
		{"#top", "#top"},
		{"mailto:a@example.org", "mailto:a@example.org"},
		{"Tel:+43 1 23", "tel:+43%201%2023"},
		{"https://مثال.إيران/الصفحة", "https://مثال.إيران/الصفحة"},
		{"", ""}, {" ", ""}, {"x", ""}, {"a/b", ""}, {"?q=1", ""},
		{"javascript:alert(1)", ""}, {"JaVaScRiPt:alert(1)", ""}, {"java\nscript:alert(1)", ""}, {"\x01javascript:alert(1)", ""},
		{"data:text/html,x", ""}, {"vbscript:x", ""}, {"file:///etc/passwd", ""}, {"ftp://example.org", ""}, {"blob:https://example.org", ""},
		{`/\example.org`, ""}, {`\\example.org`, ""}, {`https:\\example.org`, ""}, {"https:example.org", ""}, {"https://", ""}, {"https:///x", ""},
		{"http://[::1", ""}, {"https://example.org/\x00a", ""}, {"/\t/example.org", "https://example.org"},
		{"https://example.org/" + strings.Repeat("a", MaxURL), ""},
	} {
		got, ok := CleanLink(c.in)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("CleanLink(%q) is %q, %v; not %q", c.in, got, ok, c.want)
		}
	}
}

func TestCleanLinkIsValidAndStable(t *testing.T) {
	part := rapid.SampledFrom([]string{"http", "https", "javascript", ":", "//", "/", "\\", "example.org", "@", "?", "#", "%", "%41", " ", "\t", "\n", "\"", "<", "é", "\u2028", "[", "]", "a", "data", "&", "="})
	rapid.Check(t, func(t *rapid.T) {
		in := strings.Join(rapid.SliceOf(part).Draw(t, "parts"), "")
		link, ok := CleanLink(in)
		if !ok {
			return
		}
		if !ValidLink(link) {
			t.Fatalf("CleanLink(%q) is %q, which is not valid", in, link)
		}
		if again, ok := CleanLink(link); !ok || again != link {
			t.Fatalf("CleanLink(%q) is %q and then %q", in, link, again)
		}
	})
}

func TestParseEmbed(t *testing.T) {
	for _, c := range []struct {
		in       string
		provider Provider
		ref      string
	}{
		{"https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10s", YouTube, "dQw4w9WgXcQ"},
		{"http://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ", YouTube, "dQw4w9WgXcQ"},
		{"https://youtu.be/dQw4w9WgXcQ?si=abc", YouTube, "dQw4w9WgXcQ"},
		{"https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0", YouTube, "dQw4w9WgXcQ"},
		{"//www.youtube.com/shorts/dQw4w9WgXcQ", YouTube, "dQw4w9WgXcQ"},
		{"https://player.vimeo.com/video/76979871?h=8272103f6e", Vimeo, "76979871"},
		{"https://vimeo.com/76979871/8272103f6e", Vimeo, "76979871/8272103f6e"},
		{"https://twitter.com/unicef/status/1234567890?s=20", X, "unicef/status/1234567890"},
		{"https://mastodon.social/@Gargron/109252217911223344", Mastodon, "mastodon.social/@Gargron/109252217911223344"},
		{"https://bsky.app/profile/bsky.app/post/3k43tv4rft22g", Bluesky, "bsky.app/post/3k43tv4rft22g"},
		{"https://www.instagram.com/unicef/reel/Cabcdefghij/?igsh=x", Instagram, "reel/Cabcdefghij"},
		{"https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Funicef%2Fposts%2F10158&width=500", Facebook, "unicef/posts/10158"},
		{"https://www.tiktok.com/@a.b/video/7123456789012345678?lang=en", TikTok, "@a.b/video/7123456789012345678"},
		{"https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/artist/track-1&color=x", SoundCloud, "artist/track-1"},
		{"https://t.me/s/durov/42", Telegram, "durov/42"},
		{"https://commons.wikimedia.org/wiki/File:Congress_of_Vienna.PNG", Wikimedia, "File:Congress_of_Vienna.PNG"},
		{"https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", "", ""},
		{"https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ", "", ""},
		{"https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ", "", ""},
		{"https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ", "", ""},
		{"https://www.youtube.com/@channel", "", ""},
		{"javascript:https://www.youtube.com/watch?v=dQw4w9WgXcQ", "", ""},
		{"https://vimeo.com/about", "", ""}, {"https://x.com/unicef", "", ""}, {"https://example.org/", "", ""}, {"", "", ""},
	} {
		e, ok := ParseEmbed(c.in)
		if e.Provider != c.provider || e.Ref != c.ref || ok != (c.provider != "") {
			t.Errorf("ParseEmbed(%q) is %+v, %v", c.in, e, ok)
			continue
		}
		if !ok {
			continue
		}
		if again, ok := ParseEmbed(e.URL); !ok || again.URL != e.URL || again.Ref != e.Ref || again.Provider != e.Provider {
			t.Errorf("the canonical address of %q leads to %+v", c.in, again)
		}
		if frame := e.Frame(); frame != "" && !ValidLink(frame) {
			t.Errorf("the frame of %q is %q", c.in, frame)
		}
	}
}

func TestEmbedsOfEveryProvider(t *testing.T) {
	seen := map[Provider]bool{}
	for _, address := range embedAddresses {
		e, ok := ParseEmbed(address)
		if !ok {
			t.Errorf("%s is not recognised", address)
		}
		seen[e.Provider] = true
		if e.Provider.Label() == string(e.Provider) {
			t.Errorf("%s has no name", e.Provider)
		}
	}
	if len(seen) != len(embedders) {
		t.Errorf("%d providers of %d have an address here", len(seen), len(embedders))
	}
}
