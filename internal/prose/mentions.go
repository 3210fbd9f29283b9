package prose

import (
	"cmp"
	"slices"
	"strings"

	"dateline/internal/news"
)

// Mention is a place where the text names a topic.
type Mention struct {
	Topic news.ID
	Block string // id of the block that holds the words
	Words string // as they stand in the text
}

// Mentions returns every mention of a topic in reading order.
func Mentions(d Doc) (mentions []Mention) {
	WalkLines(d, func(b Block, line []Inline) {
		var open *Mention // the mention that the next run may go on
		for _, in := range line {
			run, ok := in.(Run)
			switch {
			case !ok || run.Topic == 0:
				open = nil
			case open != nil && open.Topic == run.Topic:
				open.Words += run.Text
			default:
				mentions = append(mentions, Mention{Topic: run.Topic, Block: b.Common().ID, Words: run.Text})
				open = &mentions[len(mentions)-1]
			}
		}
	})
	return mentions
}

// Topics returns the topics that the text names, once each, in the order of
// their first mention.
func Topics(d Doc) []news.ID {
	var ids []news.ID
	for _, m := range Mentions(d) {
		ids = append(ids, m.Topic)
	}
	return once(ids)
}

// Links returns the addresses to which the text leads, once each, in order.
func Links(d Doc) []string {
	var links []string
	WalkLines(d, func(_ Block, line []Inline) {
		for _, in := range line {
			if run, ok := in.(Run); ok && run.Link != "" {
				links = append(links, run.Link)
			}
		}
	})
	return once(links)
}

// Shown is what lives elsewhere and is shown in a text, each once, in order.
type Shown struct {
	Pictures, Galleries, Videos, Maps, Timelines []news.ID
	Embeds                                       []Embed
}

// ShownIn returns what is shown in a text.
func ShownIn(d Doc) Shown {
	var s Shown
	Walk(d, func(b Block) bool {
		switch b := b.(type) {
		case Picture:
			s.Pictures = append(s.Pictures, b.Picture)
		case Gallery:
			s.Galleries = append(s.Galleries, b.Gallery)
		case Video:
			s.Videos = append(s.Videos, b.Video)
		case Map:
			s.Maps = append(s.Maps, b.Map)
		case Timeline:
			s.Timelines = append(s.Timelines, b.Timeline)
		case Embed:
			s.Embeds = append(s.Embeds, b)
		}
		return true
	})
	s.Pictures, s.Galleries, s.Videos = once(s.Pictures), once(s.Galleries), once(s.Videos)
	s.Maps, s.Timelines = once(s.Maps), once(s.Timelines)
	return s
}

// FrameOrigins returns the origins whose frames the embeds of a text load on
// the reader's wish, in alphabetical order: the page's frame-src.
func FrameOrigins(d Doc) []string {
	var origins []string
	for _, e := range ShownIn(d).Embeds {
		if frame := e.Frame(); frame != "" {
			scheme, rest, _ := strings.Cut(frame, "://")
			host, _, _ := strings.Cut(rest, "/")
			origins = append(origins, scheme+"://"+host)
		}
	}
	slices.SortFunc(origins, cmp.Compare[string])
	return slices.Compact(origins)
}

// once drops repetitions and keeps the order.
func once[T comparable](all []T) []T {
	seen := make(map[T]bool, len(all))
	return slices.DeleteFunc(all, func(v T) bool {
		if seen[v] {
			return true
		}
		seen[v] = true
		return false
	})
}
