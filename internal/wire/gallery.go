package wire

import (
	"html"
	"slices"
	"strconv"
	"strings"

	"dateline/internal/wire/wxr"
)

// maxGallery is how many pictures of one gallery are shown in a text.
const maxGallery = 500

// galleries writes the pictures of galleries that only name them into the
// text, one after the other.
func (c *conversion) galleries(text string, refs wxr.Refs) string {
	for i, g := range refs.Galleries {
		c.tell(Altered, "A gallery became pictures one after the other.", "", 1)
		if len(g.Pictures) > 0 {
			continue // they stand in the text
		}
		ids := g.IDs
		if len(ids) == 0 && g.Attached {
			ids = slices.DeleteFunc(slices.Clone(c.run.survey.attached[c.item.ID]), func(id int64) bool { return slices.Contains(g.Exclude, id) })
		}
		if len(ids) == 0 {
			c.tell(LeftOut, "A gallery was left out: the export names none of its pictures.", "", 1)
		}
		mark := `<figure data-gallery="` + strconv.Itoa(i) + `">`
		text = strings.Replace(text, mark, mark+c.frames(ids[:min(len(ids), maxGallery)]), 1)
	}
	return text
}

// frames writes attachments as figures with their captions.
func (c *conversion) frames(ids []int64) string {
	var b strings.Builder
	for _, id := range ids {
		var a attachment
		if ok, err := c.run.survey.files.read(id, &a); err != nil || !ok {
			c.tell(LeftOut, "A picture of a gallery was left out: the export does not know it.", decimal(id), 1)
			continue
		}
		b.WriteString(`<figure><img class="wp-image-` + decimal(id) + `" src="` + html.EscapeString(a.URL) + `" alt="` + html.EscapeString(a.Alt) + `">`)
		if a.Caption != "" {
			b.WriteString("<figcaption>" + html.EscapeString(a.Caption) + "</figcaption>")
		}
		b.WriteString("</figure>")
	}
	return b.String()
}
