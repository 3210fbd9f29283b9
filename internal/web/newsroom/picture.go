package newsroom

import (
	"net/http"
	"strconv"

	"dateline/internal/library"
	"dateline/internal/locale"
	"dateline/internal/news"
)

// picturePage is one picture with what is said of it.
type picturePage struct {
	frame
	Picture pictureFrame
	Form    settleForm
	MaySave bool
}

func (n *Newsroom) picture(w http.ResponseWriter, r *http.Request) error {
	h, err := n.pictureAt(r)
	if err != nil {
		return err
	}
	p, err := n.picturePage(r, h, nil)
	if err != nil {
		return err
	}
	return n.show(w, http.StatusOK, "picture", p)
}

func (n *Newsroom) pictureAt(r *http.Request) (library.Held, error) {
	id, err := idOf(r)
	if err != nil {
		return library.Held{}, err
	}
	return n.Library.Held(r.Context(), id)
}

func (n *Newsroom) picturePage(r *http.Request, h library.Held, t *trouble) (*picturePage, error) {
	home, err := n.home(r)
	if err != nil {
		return nil, err
	}
	spoken, err := n.spoken(r, news.Person{})
	if err != nil {
		return nil, err
	}
	p := &picturePage{frame: n.frame(r, picturesPath, "nav.pictures"), MaySave: actorOf(r).Role.May(news.ActPicture)}
	p.Trouble, p.Picture = t, p.voice.frameOf(h, home.Language, viewWidth)
	words := p.voice.phrases
	p.Form = settleForm{Heading: words.Text("picture.about"), Action: r.URL.Path, Do: words.Text("save"), Version: h.Version}
	for _, e := range spoken {
		said := h.Words[e.Language]
		p.Form.Fields = append(p.Form.Fields,
			field{Name: "alt." + e.Language, Label: words.Text("picture.altin", "language", e.Label), Value: said.Alt, Rows: 2, Dir: "auto", Lang: e.Language, Trouble: t},
			field{Name: "caption." + e.Language, Label: words.Text("picture.captionin", "language", e.Label), Value: said.Caption, Rows: 2, Dir: "auto", Lang: e.Language, Trouble: t})
	}
	line := func(name, value string) field {
		return field{Name: name, Label: words.Text("picture." + name), Value: value, Type: "text", Dir: "auto", Trouble: t}
	}
	ends := ""
	if h.RightsEnd != 0 {
		ends = h.RightsEnd.Time().In(n.clockOf(p.voice, home.Zone).Zone()).Format("2006-01-02")
	}
	p.Form.Fields = append(p.Form.Fields, line("credit", h.Credit), line("creator", h.Creator), line("copyright", h.Copyright), line("rights", h.Rights),
		line("ends", ends), n.sourceField(p.voice, h.SourceType, t), line("focusx", strconv.Itoa(h.FocusX)), line("focusy", strconv.Itoa(h.FocusY)))
	return p, nil
}

// sourceField offers the terms of the IPTC's digital source types by their
// own names.
func (n *Newsroom) sourceField(v *voice, chosen string, t *trouble) field {
	f := field{Name: "source", Label: v.phrases.Text("picture.source"), Trouble: t, Options: []option{{"", "–", chosen == "", ""}}}
	for _, s := range library.SourceTypes {
		f.Options = append(f.Options, option{s, s, s == chosen, english})
	}
	return f
}

// pictureDescribe writes what is said of a picture.
func (n *Newsroom) pictureDescribe(w http.ResponseWriter, r *http.Request) error {
	h, err := n.pictureAt(r)
	if err != nil {
		return err
	}
	f, err := formOf(r)
	if err != nil {
		return err
	}
	d, err := n.description(r, h, f)
	if err == nil {
		_, err = n.Library.Describe(r.Context(), actorOf(r), h.ID, f.number("version"), d)
	}
	if err == nil {
		return seeOther(w, r, r.URL.Path, "settle")
	}
	if k := news.KindOf(err); k != news.Invalid && k != news.Conflict && k != news.TooLarge {
		return err
	}
	t := troubleOf(r, err)
	p, pageErr := n.picturePage(r, h, t)
	if pageErr != nil {
		return pageErr
	}
	for i, shown := range p.Form.Fields {
		p.Form.Fields[i].Value = f.text(shown.Name)
		for j, o := range shown.Options {
			p.Form.Fields[i].Options[j].Chosen = o.Value == f.text(shown.Name)
		}
	}
	return n.show(w, t.Status, "picture", p)
}

// description reads what a form says of a picture. Words in languages that
// the form does not show are kept.
func (n *Newsroom) description(r *http.Request, h library.Held, f form) (library.Description, error) {
	d := library.DescriptionOf(h.Picture)
	spoken, err := n.spoken(r, news.Person{})
	if err != nil {
		return d, err
	}
	if d.Words == nil {
		d.Words = map[string]news.PictureWords{}
	}
	for _, e := range spoken {
		said := news.PictureWords{Alt: f.text("alt." + e.Language), Caption: f.text("caption." + e.Language)}
		if d.Words[e.Language] = said; said == (news.PictureWords{}) {
			delete(d.Words, e.Language)
		}
	}
	d.Credit, d.Creator, d.Copyright, d.Rights = f.text("credit"), f.text("creator"), f.text("copyright"), f.text("rights")
	d.SourceType, d.FocusX, d.FocusY, d.RightsEnd = f.word("source"), int(f.number("focusx")), int(f.number("focusy")), 0
	if day := locale.ParseDigits(f.word("ends")); day != "" {
		home, err := n.home(r)
		if err != nil {
			return d, err
		}
		if d.RightsEnd, err = readTime("ends", day, "00:00", home.Zone); err != nil {
			return d, err
		}
	}
	return d, nil
}
