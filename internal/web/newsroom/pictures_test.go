package newsroom_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"dateline/internal/library"
	"dateline/internal/news"
)

// drawing is the file of a picture.
func drawing(t *testing.T) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 640, 400))
	for x := range 640 {
		for y := range 400 {
			m.Set(x, y, color.RGBA{uint8(x / 3), uint8(y / 2), 90, 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// photograph puts a picture into the library.
func (h *house) photograph(alt string) news.Picture {
	h.t.Helper()
	p, err := h.library.Add(h.t.Context(), h.as(news.Owner), library.Upload{
		Name: "bridge.jpg", Reader: bytes.NewReader(drawing(h.t)), Proof: true, Words: map[string]news.PictureWords{"en": {Alt: alt, Caption: "The bridge at Mainz"}},
	})
	h.must(err)
	return p
}

// rendition is the address of the photo's first rendition at the desk.
func (h *house) rendition() string {
	h.t.Helper()
	id, _ := news.ParseID(h.photo)
	held, err := h.library.Held(h.t.Context(), id)
	h.must(err)
	return strings.Replace(news.MediaPath(held.Renditions[0]), "/-/", "/newsroom/", 1)
}

// upload sends the form of an upload.
func (h *house) upload(role news.Role, file []byte, fields map[string]string) answer {
	h.t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for name, value := range fields {
		h.must(m.WriteField(name, value))
	}
	if file != nil {
		part, err := m.CreateFormFile("file", "x.jpg")
		h.must(err)
		_, err = part.Write(file)
		h.must(err)
	}
	h.must(m.Close())
	r := httptest.NewRequest(http.MethodPost, "/newsroom/pictures", &b)
	r.Header.Set("Content-Type", m.FormDataContentType())
	return h.do(role, r)
}

func TestPictureFromUploadToStory(t *testing.T) {
	h := open(t)
	said := map[string]string{"alt": `A "bridge" <of> boats`, "caption": "قوارب & 'UNION'", "credit": `O'Neil`}
	path, _, _ := strings.Cut(h.upload(news.Reporter, drawing(t), said).want(http.StatusSeeOther).header.Get("Location"), "?")
	a := h.get(news.Reporter, path).want(http.StatusOK)
	form := a.form(".settle")
	for typed, field := range map[string]string{"alt": "alt.en", "caption": "caption.en", "credit": "credit"} {
		if form.Get(field) != said[typed] {
			t.Errorf("%s came back as %q", field, form.Get(field))
		}
	}
	source := attr(a.all("figure img")[0], "src")
	if m := h.get(news.Contributor, source).want(http.StatusOK); m.header.Get("Content-Type") != "image/jpeg" || !strings.HasPrefix(m.header.Get("Cache-Control"), "private") {
		t.Errorf("the rendition comes as %v", m.header)
	}
	form.Set("ends", "۲۰۹۹-01-02")
	form.Set("alt.fa", "پلی از قایق‌ها")
	h.post(news.Reporter, path, form).want(http.StatusSeeOther)
	if again := h.get(news.Reporter, path).form(".settle"); again.Get("ends") != "2099-01-02" || again.Get("alt.fa") != "پلی از قایق‌ها" {
		t.Errorf("the description came back as %v", again)
	}
	h.post(news.Reporter, path, form).want(http.StatusConflict)
	story := withTags(thirteen(h.sections["en"].ID), "")
	story.Set("lead.picture", strings.TrimPrefix(path, "/newsroom/picture/"))
	made := h.begin(news.Owner, story)
	if shown := h.get(news.Owner, made).all(".thumb img"); len(shown) != 1 || attr(shown[0], "alt") != said["alt"] {
		t.Errorf("the form shows %d lead pictures", len(shown))
	}
	h.act(news.Owner, made, "publish", nil).want(http.StatusSeeOther)
	if frames := h.get(news.Contributor, "/newsroom/pictures").all(".sheetof li"); len(frames) != 1 || strings.Contains(textOf(frames[0]), "No credit") {
		t.Errorf("the sheet has %d frames", len(frames))
	}
}

func TestRefusedUpload(t *testing.T) {
	h := open(t)
	for name, file := range map[string][]byte{"nothing": nil, "no picture": []byte("MZ this is no picture"), "cut short": drawing(t)[:200]} {
		a := h.upload(news.Reporter, file, map[string]string{"alt": "kept <words>", "credit": "kept"}).want(http.StatusUnprocessableEntity)
		if got := a.form("#add form"); got.Get("alt") != "kept <words>" || got.Get("credit") != "kept" {
			t.Errorf("%s: the form came back as %v", name, got)
		}
		if a.text(".fault") == "" {
			t.Errorf("%s: no word of what is wrong", name)
		}
	}
	h.upload(news.Contributor, drawing(t), nil).want(http.StatusForbidden)
	path := "/newsroom/picture/" + h.photograph("").ID.String()
	form := h.get(news.Reporter, path).form(".settle")
	form.Set("ends", "never")
	form.Set("credit", "kept")
	if a := h.post(news.Reporter, path, form).want(http.StatusUnprocessableEntity); a.form(".settle").Get("ends") != "never" || a.form(".settle").Get("credit") != "kept" || a.text("#ends-wrong") == "" {
		t.Errorf("a refused description came back as %v", a.form(".settle"))
	}
}
