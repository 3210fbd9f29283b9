package wire

import (
	"context"
	"hash/maphash"
	"io"
	"slices"
	"strings"

	"dateline/internal/news"
	"dateline/internal/wire/wxr"
)

// survey is what the first pass over an export learns: little things that the
// second pass must know before it meets them. What grows with the export is
// kept as numbers, or on disk.
type survey struct {
	channel    wxr.Channel
	authors    map[string]*wxr.Author // by login
	categories map[string]*category   // by slug
	items      map[int64]bool         // ids of what becomes a story
	addresses  map[uint64]int64       // hash of an old address → id of what stood there
	media      map[uint64]int64       // hash of a file's address → id of the attachment
	attached   map[int64][]int64      // pictures by the item that they are attached to
	files      *spill                 // attachment: by id
	blocks     *spill                 // contents of reusable blocks by id
	seed       maphash.Seed
	types      []string // what becomes a story beside posts and pages
	found      int64    // items in all
	damage     error    // what the file ended with before its end
}

// attachment is what is kept of an attachment until somebody shows it.
type attachment struct {
	File, URL, Alt, Caption, Credit, Copyright, Title string
	Picture                                           bool
}

// category is a category of the old site, with the number of posts that stand
// in it first of all.
type category struct {
	slug, name, parent, about string
	id                        int64
	posts                     int
}

// Limits of what the survey keeps in memory. Beyond them an import goes on
// without: links keep their old addresses, categories become tags.
const (
	maxAuthors    = 20_000
	maxCategories = 10_000
	maxAddresses  = 2_000_000
	maxAttached   = 1_000_000
)

func newSurvey(o Options) (*survey, error) {
	files, err := newSpill(o.Scratch)
	if err != nil {
		return nil, err
	}
	blocks, err := newSpill(o.Scratch)
	if err != nil {
		files.close()
		return nil, err
	}
	return &survey{
		authors: map[string]*wxr.Author{}, categories: map[string]*category{}, items: map[int64]bool{},
		addresses: map[uint64]int64{}, media: map[uint64]int64{}, attached: map[int64][]int64{},
		files: files, blocks: blocks, seed: maphash.MakeSeed(), types: append([]string{"post", "page"}, o.Types...),
	}, nil
}

func (s *survey) close() {
	s.files.close()
	s.blocks.close()
}

// take reads an export to its end. Damage that ends it early is kept for the
// second pass, which meets it again after all that stands before it.
func (s *survey) take(ctx context.Context, src io.Reader, o wxr.Options) error {
	known := false
	for record, err := range wxr.Read(ctx, src, o) {
		if err != nil {
			if !known || news.KindOf(err) != news.Invalid {
				return err
			}
			s.damage = err
			return nil
		}
		switch v := record.(type) {
		case *wxr.Channel:
			s.channel, known = *v, true
		case *wxr.Author:
			if len(s.authors) < maxAuthors {
				s.authors[v.Login] = v
			}
		case *wxr.Term:
			s.term(v)
		case *wxr.Item:
			if err := s.item(v); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *survey) term(t *wxr.Term) {
	if t.Taxonomy != wxr.TaxonomyCategory || len(s.categories) >= maxCategories {
		return
	}
	c := s.category(t.Slug)
	c.name, c.parent, c.id = wxr.PlainText(t.Name), t.Parent, t.ID
	c.about = wxr.PlainText(t.Description)
}

func (s *survey) category(slug string) *category {
	c := s.categories[slug]
	if c == nil {
		c = &category{slug: slug}
		s.categories[slug] = c
	}
	return c
}

func (s *survey) item(it *wxr.Item) error {
	s.found++
	switch {
	case it.Type == "attachment":
		return s.attachment(it)
	case it.Type == "wp_block":
		return s.blocks.put(it.ID, it.Content)
	case !s.becomesStory(it):
		return nil
	}
	s.items[it.ID] = true
	s.count(it)
	if a, ok := wxr.Address(it.Link); ok && !it.RepeatsID {
		s.stands(s.addresses, a, it.ID)
	}
	return nil
}

// becomesStory says whether an item is one that is taken over as a story.
func (s *survey) becomesStory(it *wxr.Item) bool {
	return slices.Contains(s.types, it.Type) && !slices.Contains([]string{"trash", "auto-draft", "inherit"}, it.Status)
}

// count counts a post for the category that it stands in first of all.
func (s *survey) count(it *wxr.Item) {
	for _, t := range it.Terms {
		if isCategory(t) && (s.categories[t.Slug] != nil || len(s.categories) < maxCategories) {
			if c := s.category(t.Slug); c.name == "" {
				c.name = wxr.PlainText(t.Name)
			}
		}
	}
	if c := s.categories[s.primary(it)]; c != nil && it.Type != "page" {
		c.posts++
	}
}

// primary is the slug of the category that an item stands in first of all: the
// one that its editors marked so, else the first.
func (s *survey) primary(it *wxr.Item) string {
	marked := it.Custom("_yoast_wpseo_primary_category")
	first := ""
	for _, t := range it.Terms {
		if !isCategory(t) {
			continue
		}
		if first == "" {
			first = t.Slug
		}
		if c := s.categories[t.Slug]; c != nil && c.id != 0 && marked == decimal(c.id) {
			return t.Slug
		}
	}
	return first
}

func isCategory(t wxr.TermRef) bool { return t.Taxonomy == wxr.TaxonomyCategory && t.Slug != "" }

func (s *survey) attachment(it *wxr.Item) error {
	m, ok := it.Media()
	if !ok || it.ID == 0 {
		return nil
	}
	a := attachment{
		File: uploadPath(m.File, m.URL), URL: m.URL, Alt: oneLine(m.Alt), Caption: oneLine(wxr.PlainText(m.Caption)),
		Credit: oneLine(m.Credit), Copyright: oneLine(m.Copyright), Title: oneLine(wxr.PlainText(it.Title)), Picture: isPictureFile(m.URL) || isPictureFile(m.File),
	}
	if err := s.files.put(it.ID, a); err != nil {
		return err
	}
	s.stands(s.media, bareAddress(m.URL), it.ID)
	if a.Picture && it.Parent != 0 && len(s.media) < maxAttached {
		s.attached[it.Parent] = append(s.attached[it.Parent], it.ID)
	}
	return nil
}

// stands remembers what stands at an address. The first word holds.
func (s *survey) stands(in map[uint64]int64, address string, id int64) {
	key := maphash.String(s.seed, address)
	if _, there := in[key]; !there && id != 0 && len(in) < maxAddresses {
		in[key] = id
	}
}

// at returns what stands at an address, 0 for nothing.
func (s *survey) at(in map[uint64]int64, address string) int64 {
	return in[maphash.String(s.seed, address)]
}

// reusable returns the content of a reusable block.
func (s *survey) reusable(id int64) string {
	content := ""
	_, _ = s.blocks.read(id, &content) // what cannot be read again is marked as missing in the text
	return content
}

// site is the old site's address.
func (s *survey) site() string {
	for _, address := range []string{s.channel.BlogURL, s.channel.Link, s.channel.SiteURL} {
		if strings.TrimSpace(address) != "" {
			return strings.TrimSpace(address)
		}
	}
	return ""
}
