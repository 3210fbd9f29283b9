package makeup

import (
	"context"
	"strconv"
	"strings"

	"dateline/internal/news"
	"dateline/internal/page"
)

// album is the pictures that a page shows.
type album struct {
	language   string
	pictures   map[news.ID]news.Picture
	renditions map[news.ID][]news.Rendition
}

// album reads pictures with their renditions and notes them as shown. A
// picture whose rights have ended is left out; one whose rights will end ends
// the page's life.
func (k *making) album(ctx context.Context, ids []news.ID, away bool) (album, error) {
	a := album{language: k.edition.Language}
	var err error
	if a.pictures, err = k.tx.Pictures().Some(ctx, ids); err != nil {
		return a, err
	}
	if a.renditions, err = k.tx.Pictures().Shown(ctx, ids); err != nil {
		return a, err
	}
	for id, p := range a.pictures {
		if tag := news.TagOf(news.NounPicture, id); away {
			k.soft(tag)
		} else {
			k.hard(tag)
		}
		if p.RightsEnd == 0 {
			continue
		}
		if p.RightsEnd <= k.tx.Now() {
			delete(a.pictures, id)
		} else {
			k.until(p.RightsEnd)
		}
	}
	return a, nil
}

// best are the formats of renditions in the order in which browsers should
// try them; the last two are what every browser shows.
var best = []string{"image/avif", "image/webp", "image/jpeg", "image/png"}

// picture makes a page's picture; nil where there is none to show.
func (a album) picture(id news.ID) *page.Picture {
	p, known := a.pictures[id]
	all := a.renditions[id]
	if !known || len(all) == 0 {
		return nil
	}
	words := p.Words[a.language]
	out := &page.Picture{
		Alt: words.Alt, Caption: words.Caption, Credit: p.Credit,
		FocusX: p.FocusX * page.FocusSteps / 100, FocusY: p.FocusY * page.FocusSteps / 100,
	}
	if words.Credit != "" {
		out.Credit = words.Credit
	}
	for _, format := range best {
		set, largest := srcset(all, format)
		if set == "" {
			continue
		}
		if format == "image/avif" || format == "image/webp" {
			out.Sources = append(out.Sources, page.Source{Type: format, Srcset: set})
			continue
		}
		out.Src, out.Srcset, out.Width, out.Height = news.MediaPath(largest), set, largest.Width, largest.Height
		break
	}
	if out.Src == "" {
		return nil
	}
	return out
}

func srcset(all []news.Rendition, format string) (set string, largest news.Rendition) {
	var b strings.Builder
	for _, r := range all {
		if r.MediaType != format {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(", ")
		}
		b.WriteString(news.MediaPath(r))
		b.WriteByte(' ')
		b.WriteString(strconv.Itoa(r.Width))
		b.WriteByte('w')
		if r.Width > largest.Width {
			largest = r
		}
	}
	return b.String(), largest
}

// lead is a story's lead picture with the story's own words over it.
func (a album) lead(l news.LeadPicture) *page.Picture {
	out := a.picture(l.Picture)
	if out == nil {
		return nil
	}
	if l.Caption != "" {
		out.Caption = l.Caption
	}
	if l.Alt != "" {
		out.Alt = l.Alt
	}
	return out
}
