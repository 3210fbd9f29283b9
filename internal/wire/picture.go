package wire

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"strconv"

	"dateline/internal/desk"
	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/store"
	"dateline/internal/wire/wxr"
)

// photo is what became of a picture of the old site: 0 where it was not found.
type photo struct{ id news.ID }

// print is a picture that was made for a batch and is entered with it.
type print struct {
	key  string
	id   news.ID
	made *library.Made // nil where the library had the file already
}

var imageClass = regexp.MustCompile(`(?:^|\s)wp-image-(\d{1,18})(?:\s|$)`)

// img finds the picture for an element of the text.
func (c *conversion) img(t prose.ImgTag, seen map[string]wxr.ImageRef) (news.ID, bool) {
	ref, ok := seen[t.Src]
	if !ok {
		ref = wxr.ImageRef{Src: t.Src}
	}
	if m := imageClass.FindStringSubmatch(t.Class); m != nil {
		ref.ID, _ = strconv.ParseInt(m[1], 10, 64) // 18 digits always fit
	}
	id := c.picture(ref)
	switch {
	case id != 0:
	case c.run.ours(ref):
		c.missing(ref.Src)
	default:
		c.tell(LeftOut, "A picture of another site was left out; a link to it was kept.", ref.Src, 1)
	}
	return id, id != 0
}

func (c *conversion) missing(address string) {
	what := "A picture was not found; a link to its old place was kept. Give --media a copy of wp-content/uploads."
	if c.run.Media != nil {
		what = "A picture was not found in the media folder; a link to its old place was kept."
	}
	c.tell(LeftOut, what, address, 1)
}

// ours says whether a picture belonged to the old site.
func (r *run) ours(ref wxr.ImageRef) bool {
	_, known := r.survey.files.at[ref.ID]
	return known || uploadPath("", ref.Src) != ""
}

// lead finds the picture over the story.
func (c *conversion) lead() news.LeadPicture {
	id := c.item.LeadPicture()
	if id == 0 {
		return news.LeadPicture{}
	}
	var a attachment
	ok, err := c.run.survey.files.read(id, &a)
	if err != nil {
		c.err = err
	}
	found := c.picture(wxr.ImageRef{ID: id})
	if found == 0 {
		why := a.URL
		if !ok {
			why = "attachment " + decimal(id) + " is not in the export"
		}
		c.missing(why)
		return news.LeadPicture{}
	}
	l := news.LeadPicture{Picture: found}
	l.Caption, _ = clip(a.Caption, desk.MaxCaption)
	l.Alt, _ = clip(a.Alt, desk.MaxCaption)
	return l
}

// picture returns the library's picture for one of the old site, making it
// where it is not there yet; 0 where its file is not found.
func (c *conversion) picture(ref wxr.ImageRef) news.ID {
	key, a, err := c.run.whose(ref)
	if err != nil {
		c.err = err
	}
	if key == "" || c.err != nil {
		return 0
	}
	p, met := c.run.photos[key]
	if !met {
		if p, err = c.develop(key, a); err != nil {
			c.err = err
			return 0
		}
		c.run.photos[key] = p
	}
	if p.id != 0 {
		c.seen = append(c.seen, key)
	}
	return p.id
}

// whose finds the attachment that a text means: by id, then by either address;
// a file of the uploads folder needs none. The key is "" for anything else.
func (r *run) whose(ref wxr.ImageRef) (key string, a attachment, err error) {
	for _, id := range []int64{ref.ID, r.survey.at(r.survey.media, bareAddress(ref.Seen)), r.survey.at(r.survey.media, bareAddress(ref.Src))} {
		ok, err := r.survey.files.read(id, &a)
		if err != nil || ok {
			return decimal(id), a, err
		}
	}
	for _, address := range []string{ref.Seen, ref.Src} {
		if file := uploadPath("", address); file != "" && isPictureFile(file) {
			return "file:" + file, attachment{File: file, URL: address, Picture: true}, nil
		}
	}
	return "", a, nil
}

// develop looks for a picture that this run has not met: an earlier run may
// have brought it, its file may lie in the media folder.
func (c *conversion) develop(key string, a attachment) (photo, error) {
	r := c.run
	var before store.Made
	err := r.Store.Read(c.ctx, func(tx *store.Tx) (err error) {
		before, err = tx.Imported().Find(c.ctx, r.source, kindPicture, key)
		return err
	})
	if err == nil {
		return photo{before.Subject.ID}, nil
	}
	if news.KindOf(err) != news.NotFound {
		return photo{}, err
	}
	if r.Media == nil || !a.Picture || !fs.ValidPath(a.File) {
		return photo{}, nil
	}
	p, err := r.make(c.ctx, key, a)
	if err != nil {
		if k := news.KindOf(err); k == news.Invalid || k == news.TooLarge {
			c.tell(LeftOut, "A picture's file could not be opened.", a.File+": "+plainly(err), 1)
			return photo{}, nil
		}
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
			return photo{}, nil
		}
		return photo{}, fmt.Errorf("picture %s: %w", a.File, err)
	}
	c.out.prints = append(c.out.prints, p)
	return photo{p.id}, nil
}

// make brings a file of the media folder into the library's files.
func (r *run) make(ctx context.Context, key string, a attachment) (print, error) {
	f, err := r.Media.Open(a.File)
	if err != nil {
		return print{}, err
	}
	defer f.Close()
	if r.DryRun {
		return print{key: key, id: r.ids.of(kindPicture, key)}, nil
	}
	file, err := io.ReadAll(io.LimitReader(f, library.MaxUpload+1))
	if err != nil {
		return print{}, err
	}
	sum := sha256.Sum256(file)
	if there, err := r.Library.Find(ctx, hex.EncodeToString(sum[:])); err == nil {
		return print{key: key, id: there.ID}, nil
	} else if news.KindOf(err) != news.NotFound {
		return print{}, err
	}
	made, err := r.Library.Make(ctx, news.System, r.upload(a, file))
	return print{key: key, id: made.Picture.ID, made: &made}, err
}

func (r *run) upload(a attachment, file []byte) library.Upload {
	w := news.PictureWords{}
	w.Caption, _ = clip(a.Caption, library.MaxCaption)
	w.Alt, _ = clip(a.Alt, library.MaxAlt)
	u := library.Upload{Name: a.File, Reader: bytes.NewReader(file), Words: map[string]news.PictureWords{r.edition.Language: w}}
	u.Credit, _ = clip(a.Credit, library.MaxLine)
	u.Copyright, _ = clip(a.Copyright, library.MaxLine)
	return u
}

// file converts an attachment: a picture comes into the library, whether a
// story shows it or not. Its page leads to the story that it belongs to.
func (c *conversion) file() {
	it := c.item
	m, _ := it.Media()
	switch id := c.picture(wxr.ImageRef{ID: it.ID, Src: m.URL}); {
	case id != 0:
	case isPictureFile(m.URL) || isPictureFile(m.File):
		c.missing(m.URL)
	default:
		c.tell(LeftOut, "A file was left out; links to it lead to where it was.", m.URL, 1)
	}
	if n := len(it.Comments); n > 0 {
		c.tell(LeftOut, "Comments below a picture or file were left out.", "", n)
	}
	if c.run.survey.items[it.Parent] {
		c.where()
		c.out.leadsTo = decimal(it.Parent)
	}
}
