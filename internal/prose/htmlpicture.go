package prose

import "strconv"

// picture writes a picture of the library as a figure, nothing where the
// house does not know it.
func (r *renderer) picture(p Picture) {
	img, ok := r.house.Picture(p)
	if !ok {
		return
	}
	caption := p.Caption
	if len(caption) == 0 {
		caption = Words(img.Caption)
	}
	if p.Alt != "" {
		img.Alt = p.Alt
	}
	r.start("figure", p.Base, pictureClass(p.Layout))
	r.sources(img)
	r.caption(caption, img.Credit)
	r.out.close("figure")
}

func pictureClass(l Layout) string {
	if l == Measure {
		return "picture"
	}
	return "picture " + string(l)
}

func (r *renderer) sources(img Image) {
	if len(img.Sources) == 0 {
		r.img(img)
		return
	}
	r.out.open("picture")
	for _, s := range img.Sources {
		r.out.open("source", "type", s.Type, "srcset", s.SrcSet, "sizes", img.Sizes)
	}
	r.img(img)
	r.out.close("picture")
}

// img writes the alt attribute even where it is empty: without one a screen
// reader would read the file's name.
func (r *renderer) img(img Image) {
	loading := "lazy"
	if img.Eager {
		loading = ""
	}
	sizes := img.Sizes
	if img.SrcSet == "" {
		sizes = ""
	}
	r.out.void("img", img.Alt, "class", img.Class, "src", img.Src, "srcset", img.SrcSet, "sizes", sizes,
		"width", pixels(img.Width), "height", pixels(img.Height), "loading", loading)
}

func pixels(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}
