package newsroom

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/web"
)

const picturesPath = "/newsroom/pictures"

// UploadLane is the lane of uploads: each takes memory and a core for seconds.
const UploadLane = "upload"

const (
	pictureRows   = 60      // pictures on one contact sheet
	sheetWidth    = 320     // pixels of a frame's rendition
	viewWidth     = 960     // of a picture on its own page
	maxUploadForm = 1 << 20 // bytes of a form that are kept in memory
	maxUpload     = library.MaxUpload + maxUploadForm
)

// picturesPage is the contact sheet.
type picturesPage struct {
	frame
	MayAdd bool
	Upload settleForm
	Frames []pictureFrame
	More   string
}

// pictureFrame is one picture on the sheet.
type pictureFrame struct {
	Path, Mark    string
	Source        string // address of the rendition, "" once destroyed
	Width, Height int
	Alt, Caption  string
	Credit        string
	Missing       []string // what it lacks, in words
}

func (n *Newsroom) pictures(w http.ResponseWriter, r *http.Request) error {
	p, err := n.picturesPage(r, nil, form{})
	if err != nil {
		return err
	}
	return n.show(w, http.StatusOK, "pictures", p)
}

func (n *Newsroom) picturesPage(r *http.Request, t *trouble, typed form) (*picturesPage, error) {
	p := &picturesPage{frame: n.frame(r, picturesPath, "nav.pictures"), MayAdd: actorOf(r).Role.May(news.ActPicture)}
	p.Trouble = t
	before, _ := strconv.ParseInt(r.URL.Query().Get("before"), 10, 64)
	found, err := n.Library.Latest(r.Context(), news.Instant(max(0, before)), pictureRows+1)
	if err != nil {
		return nil, err
	}
	if len(found) > pictureRows {
		found = found[:pictureRows]
		p.More = picturesPath + "?before=" + strconv.FormatInt(int64(found[pictureRows-1].CreatedAt), 10)
	}
	language, err := n.home(r)
	if err != nil {
		return nil, err
	}
	for _, h := range found {
		p.Frames = append(p.Frames, p.voice.frameOf(h, language.Language, sheetWidth))
	}
	p.Upload = n.uploadForm(p.voice, language, t, typed)
	return p, nil
}

// home is the edition in whose language pictures are first described.
func (n *Newsroom) home(r *http.Request) (news.Edition, error) {
	all, err := n.Desk.Editions(r.Context())
	if err != nil || len(all) == 0 {
		return news.Edition{Language: english}, err
	}
	return all[0], nil
}

func (v *voice) frameOf(h library.Held, language string, width int) pictureFrame {
	said := h.Words[language]
	f := pictureFrame{Path: "/newsroom/picture/" + h.ID.String(), Mark: h.ID.String(), Alt: said.Alt, Caption: said.Caption, Credit: h.Credit}
	if r, ok := fitting(h.Renditions, width); ok {
		f.Source, f.Width, f.Height = mediaPath(r), r.Width, r.Height
	}
	if h.Credit == "" {
		f.Missing = append(f.Missing, v.phrases.Text("picture.nocredit"))
	}
	if said.Alt == "" {
		f.Missing = append(f.Missing, v.phrases.Text("picture.noalt"))
	}
	return f
}

// fitting chooses the narrowest rendition that is wide enough, in a format
// that every browser shows.
func fitting(all []news.Rendition, width int) (best news.Rendition, ok bool) {
	for _, r := range all {
		if r.MediaType != "image/jpeg" && r.MediaType != "image/png" {
			continue
		}
		if !ok || best.Width < width {
			best, ok = r, true
		}
	}
	return best, ok
}

// mediaPath is where the newsroom sees a rendition, whoever else may.
func mediaPath(r news.Rendition) string {
	return "/newsroom/media/" + r.Picture.String() + "/" + strconv.Itoa(r.Width) + "." + news.MediaExtension(r.MediaType)
}

func (n *Newsroom) uploadForm(v *voice, e news.Edition, t *trouble, typed form) settleForm {
	words := v.phrases
	line := func(name string) field {
		return field{Name: name, Label: words.Text("picture." + name), Value: lines(typed.Get(name)), Type: "text", Dir: "auto", Trouble: t}
	}
	file, alt, caption := line("file"), line("alt"), line("caption")
	file.Type, file.Value, file.Dir = "file", "", ""
	alt.Rows, alt.Lang, alt.Hint, caption.Rows, caption.Lang = 2, e.Language, words.Text("story.althint"), 2, e.Language
	return settleForm{Heading: words.Text("picture.add"), Action: picturesPath, Do: words.Text("picture.add"), Fields: []field{file, alt, caption, line("credit"), line("creator")}}
}

// pictureAdd takes an uploaded file into the library.
func (n *Newsroom) pictureAdd(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseMultipartForm(maxUploadForm); err != nil { //nolint:gosec // the route bounds the body
		return asTooLarge(err)
	}
	defer func() { _ = r.MultipartForm.RemoveAll() }() // what stays, the system's temporary folder loses
	f := form{r.PostForm}
	made, err := n.upload(r, f)
	if err != nil {
		return n.refusePicture(w, r, err, f)
	}
	return seeOther(w, r, "/newsroom/picture/"+made.ID.String(), "picture")
}

func (n *Newsroom) upload(r *http.Request, f form) (news.Picture, error) {
	file, head, err := r.FormFile("file")
	if err != nil {
		return news.Picture{}, news.Errorf(news.Invalid, "file", "Choose a file with a picture.")
	}
	defer func() { _ = file.Close() }() // it was only read
	e, err := n.home(r)
	if err != nil {
		return news.Picture{}, err
	}
	return n.Library.Add(r.Context(), actorOf(r), library.Upload{
		Name: head.Filename, Reader: file, Creator: f.text("creator"), Credit: f.text("credit"), Scrub: f.flag("scrub"),
		Words: map[string]news.PictureWords{e.Language: {Alt: f.text("alt"), Caption: f.text("caption")}},
	})
}

// asTooLarge tells a file over the limit from a form that cannot be read.
func asTooLarge(err error) error {
	if web.IsTooLarge(err) {
		return news.Errorf(news.TooLarge, "file", "The file is larger than %d megabytes. Send a smaller one.", library.MaxUpload>>20)
	}
	return news.Errorf(news.Invalid, "file", "The form did not arrive whole. Send it again: %w", err)
}

func (n *Newsroom) refusePicture(w http.ResponseWriter, r *http.Request, cause error, f form) error {
	switch news.KindOf(cause) {
	case news.Invalid, news.TooLarge, news.Conflict, news.Unavailable:
	default:
		return cause
	}
	t := troubleOf(r, cause)
	p, err := n.picturesPage(r, t, f)
	if err != nil {
		return err
	}
	return n.show(w, t.Status, "pictures", p)
}

// media shows a rendition to people who have signed in.
func (n *Newsroom) media(w http.ResponseWriter, r *http.Request) error {
	id, err := idOf(r)
	if err != nil {
		return err
	}
	number, extension, _ := strings.Cut(r.PathValue("file"), ".")
	width, err := strconv.Atoi(number)
	if err != nil {
		return news.Errorf(news.NotFound, "", "There is no such picture.")
	}
	f, err := n.Library.RenditionForDesk(r.Context(), id, width, extension)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // it was only read
	w.Header().Set("Content-Type", f.MediaType)
	w.Header().Set("Cache-Control", "private, no-cache")
	w.Header().Set("Etag", `"`+url.PathEscape(f.Blob)+`"`)
	http.ServeContent(w, r, "", time.Time{}, f.ReadSeekCloser)
	return nil
}
