package newsroom

import (
	"net/http"

	"dateline/internal/news"
)

// preview shows what a story's working revision would look like to readers.
func (n *Newsroom) preview(w http.ResponseWriter, r *http.Request) error {
	id, err := idOf(r)
	if err != nil {
		return err
	}
	p, err := n.Desk.Working(r.Context(), actorOf(r), id)
	if err != nil {
		return err
	}
	if p.Standing == news.Withdrawn {
		return news.Errorf(news.Gone, "", "The story was withdrawn; nothing of it is left to show.")
	}
	body, policy, err := n.Preview(r.Context(), p, storyPath(id), mediaPath)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", policy)
	h.Set("Cache-Control", "no-store")
	h.Set("Referrer-Policy", "same-origin")
	_, _ = w.Write(body) // whoever went away needs no answer
	return nil
}
