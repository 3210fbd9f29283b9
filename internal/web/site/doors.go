package site

import (
	"context"
	"net/http"

	"dateline/internal/locale"
	"dateline/internal/makeup"
	"dateline/internal/news"
)

// door leads from the bare address to the edition whose language suits the
// reader best, else to the first. Systems that Dateline took over from named
// stories in the query; those addresses are answered too.
func (s *Site) door(w http.ResponseWriter, r *http.Request) error {
	if done, err := s.named(w, r); done || err != nil {
		return err
	}
	all, err := s.Makeup.Editions(r.Context())
	if err != nil {
		return err
	}
	if len(all) == 0 {
		http.Redirect(w, r, "/newsroom/", http.StatusFound)
		return nil
	}
	w.Header().Set("Vary", "Accept-Language")
	w.Header().Set("Cache-Control", "no-cache")
	http.Redirect(w, r, suited(all, r.Header.Get("Accept-Language")).FrontPath(), http.StatusFound)
	return nil
}

func suited(all []news.Edition, accept string) news.Edition {
	tags := make([]string, len(all))
	for i, e := range all {
		tags[i] = e.Language
	}
	choice, err := locale.NewChoice(tags...)
	if err != nil {
		return all[0]
	}
	if i, ok := choice.Best(accept); ok {
		return all[i]
	}
	return all[0]
}

// maxQueried is the longest query that is looked at for a former address, in
// bytes.
const maxQueried = 500

// named leads to what a query names after the manner of another system, if it
// names something that is here.
func (s *Site) named(w http.ResponseWriter, r *http.Request) (done bool, err error) {
	if r.URL.RawQuery == "" || len(r.URL.RawQuery) > maxQueried {
		return false, nil
	}
	query := r.URL.Query()
	if !news.FormerQuery(query) {
		return false, nil
	}
	to, err := s.Former(r.Context(), news.FormerAddress(r.URL.Path, query))
	if err != nil || to.To == "" {
		return false, err
	}
	http.Redirect(w, r, to.To, http.StatusMovedPermanently)
	return true, nil
}

// permalink leads from a story's short address to its page.
func (s *Site) permalink(w http.ResponseWriter, r *http.Request) error {
	id, ok := news.ParseID(r.PathValue("story"))
	path := r.URL.EscapedPath()
	return s.serve(w, r, func(ctx context.Context) (makeup.Made, error) {
		if !ok {
			return makeup.Made{}, notHere
		}
		return s.Makeup.Permalink(ctx, id, path)
	})
}

// elsewhere answers for every address that no other route knows: a former
// one, one that lacks its last slash, or nothing.
func (s *Site) elsewhere(w http.ResponseWriter, r *http.Request) error {
	if done, err := s.named(w, r); done || err != nil {
		return err
	}
	return s.serve(w, r, func(context.Context) (makeup.Made, error) { return makeup.Made{}, notHere })
}
