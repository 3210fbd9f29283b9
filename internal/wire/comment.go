package wire

import (
	"crypto/sha256"
	"encoding/json"
	"net/mail"
	"strings"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/wire/wxr"
)

// remark is a comment, ready to be admitted below its story.
type remark struct {
	key     string
	comment news.Comment
}

var commentStates = map[wxr.CommentState]news.CommentState{wxr.CommentApproved: news.CommentApproved, wxr.CommentHeld: news.CommentHeld}

// remarks converts the comments of the item, threads and states kept. Spam,
// what lay in the bin and words of machines are left out.
func (c *conversion) remarks() {
	byID := map[int64]*wxr.Comment{}
	for i := range c.item.Comments {
		byID[c.item.Comments[i].ID] = &c.item.Comments[i]
	}
	taken := map[string]bool{}
	for i := range c.item.Comments {
		o := &c.item.Comments[i]
		if why := unwanted(o); why != "" {
			c.tell(LeftOut, "Comments were left out: "+why+".", "", 1)
			continue
		}
		key := c.out.key + ":" + decimal(o.ID)
		if taken[key] || o.ID == 0 {
			key += "#" + decimal(int64(i))
		}
		taken[key] = true
		c.out.remarks = append(c.out.remarks, remark{key, c.comment(o, key, byID)})
	}
	b, err := json.Marshal(c.item.Comments)
	if err != nil { // texts and times always encode
		c.err = err
	}
	c.out.remarked = sha256.Sum256(b)
}

// unwanted says why a comment is not taken over, "" if it is.
func unwanted(o *wxr.Comment) string {
	switch {
	case o.Type == "pingback" || o.Type == "trackback":
		return "they are " + o.Type + "s, written by machines"
	case o.Type != "" && o.Type != "comment":
		return "they are no comments but “" + o.Type + "”"
	case commentStates[o.State] == "":
		return "they are " + string(o.State)
	}
	return ""
}

func (c *conversion) comment(o *wxr.Comment, key string, byID map[int64]*wxr.Comment) news.Comment {
	out := news.Comment{ID: c.run.ids.of(kindComment, key), State: commentStates[o.State], At: news.InstantOf(o.Date), Text: remarkText(o.Content, key)}
	if out.At == 0 {
		out.At = news.InstantOf(c.item.Published)
	}
	if out.State == news.CommentApproved {
		out.Decided = out.At
	}
	out.Name, _ = clip(oneLine(wxr.PlainText(o.Author)), desk.MaxName)
	if a, err := mail.ParseAddress(o.Email); err == nil {
		out.Email = a.Address
	}
	if up := above(o, byID); up != 0 {
		out.Parent = c.run.ids.of(kindComment, c.out.key+":"+decimal(up))
	}
	return out
}

// above is the nearest comment that this one answers and that is taken over, 0
// at the top. Exports hold circles.
func above(o *wxr.Comment, byID map[int64]*wxr.Comment) int64 {
	for range len(byID) {
		up := byID[o.Parent]
		if o.Parent == 0 || up == nil || up.ID == 0 {
			return 0
		}
		if unwanted(up) == "" {
			return up.ID
		}
		o = up
	}
	return 0
}

// remarkText makes the plain paragraphs of a comment. Where a link said another
// thing than its address, the address follows.
func remarkText(content, key string) string {
	text := content
	if strings.ContainsAny(content, "<&[") {
		text = withoutMarkup(content)
	}
	ids := prose.SeededIDs(key)
	var doc prose.Doc
	for part := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		var line []prose.Inline
		for l := range strings.SplitSeq(strings.TrimSpace(part), "\n") {
			if l = oneLine(l); l == "" {
				continue
			}
			if len(line) > 0 {
				line = append(line, prose.Break{})
			}
			line = append(line, prose.Run{Text: l})
		}
		if len(line) > 0 {
			doc.Blocks = append(doc.Blocks, prose.Paragraph{Base: prose.Base{ID: ids()}, Text: line})
		}
	}
	return string(prose.Canonical(doc))
}

func withoutMarkup(content string) string {
	doc, _, err := prose.FromHTML(strings.NewReader(content), prose.FromHTMLOptions{LineEnds: true})
	if err != nil {
		return wxr.PlainText(content)
	}
	text := prose.Text(doc)
	for _, link := range prose.Links(doc) {
		if !strings.Contains(text, link) {
			text += "\n" + link
		}
	}
	return text
}
