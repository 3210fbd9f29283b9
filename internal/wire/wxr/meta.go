package wxr

import (
	"strconv"
	"strings"
)

// Custom returns the first custom field with a key, "" when there is none.
func (it *Item) Custom(key string) string {
	for _, m := range it.Meta {
		if m.Key == key {
			return m.Value
		}
	}
	return ""
}

// Media is what WordPress knows of an attachment's file.
type Media struct {
	URL           string // address of the original
	File          string // path below wp-content/uploads, "" when unknown
	Alt           string // text for those who do not see it
	Caption       string // HTML
	Description   string // HTML
	Width, Height int    // pixels, 0 when unknown
	Credit        string // from the picture's own metadata
	Copyright     string
}

// Media returns the file of an attachment. It reports false for other items.
func (it *Item) Media() (Media, bool) {
	if it.Type != "attachment" {
		return Media{}, false
	}
	m := Media{
		URL:         it.AttachmentURL,
		File:        it.Custom("_wp_attached_file"),
		Alt:         it.Custom("_wp_attachment_image_alt"),
		Caption:     it.Excerpt,
		Description: it.Content,
	}
	if m.URL == "" {
		m.URL = it.GUID
	}
	if data, ok := parsePHP(it.Custom("_wp_attachment_metadata")); ok {
		m.Width, m.Height = data.number("width"), data.number("height")
		if file, found := data.at("file"); found && m.File == "" {
			m.File = file.text
		}
		image, _ := data.at("image_meta")
		credit, _ := image.at("credit")
		copyright, _ := image.at("copyright")
		m.Credit, m.Copyright = credit.text, copyright.text
	}
	return m, true
}

// LeadPicture returns the id of the attachment that is the item's featured
// image, 0 when it has none.
func (it *Item) LeadPicture() int64 {
	return wholeNumber(it.Custom("_thumbnail_id"))
}

// MenuEntry is one line of a menu.
type MenuEntry struct {
	Menu   string // slug of the menu
	Title  string // "" when the target's own title is shown
	Kind   string // "post_type", "taxonomy", "custom", "post_type_archive"
	Object string // "page", "category", …
	ID     int64  // of the page or term
	URL    string // of a custom entry
	Parent int64  // id of the menu entry above, 0 at the root
}

// MenuEntry returns the line of a menu that an item is. It reports false for
// other items.
func (it *Item) MenuEntry() (MenuEntry, bool) {
	if it.Type != "nav_menu_item" {
		return MenuEntry{}, false
	}
	e := MenuEntry{
		Title:  it.Title,
		Kind:   it.Custom("_menu_item_type"),
		Object: it.Custom("_menu_item_object"),
		ID:     wholeNumber(it.Custom("_menu_item_object_id")),
		URL:    it.Custom("_menu_item_url"),
		Parent: wholeNumber(it.Custom("_menu_item_menu_item_parent")),
	}
	for _, t := range it.Terms {
		if t.Taxonomy == TaxonomyMenu {
			e.Menu = t.Slug
		}
	}
	return e, true
}

// wholeNumber reads an id, 0 for anything else.
func wholeNumber(s string) int64 {
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}
