package press_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"time"

	"dateline/internal/news"
	"dateline/internal/press"
)

// A page is made once, served from its bytes, and made again after an act.
func Example() {
	p := press.New(press.Options{Now: time.Now, Logger: slog.Default(), Position: 41})
	defer p.Close()

	headline := "Harbour reopens"
	fill := func(context.Context) (press.Page, error) {
		fmt.Println("(made)")
		return press.Page{
			Body:        []byte(headline),
			ContentType: "text/plain; charset=utf-8",
			Tags:        []news.PageTag{{Name: "story:7"}, {Name: "list:latest", Soft: true}},
		}, nil
	}
	read := func() {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodGet, "/en/2026/11/harbour-reopens-7", nil)
		if err := p.Serve(w, r, r.URL.Path, fill); err != nil {
			fmt.Println(err)
		}
		fmt.Println(w.Body)
	}
	read()
	read()

	headline = "Harbour reopens after a year" // the act, committed as row 42
	if err := p.Apply([]news.LedgerRow{{Seq: 42, Act: "update", Tags: []string{"story:7"}}}); err != nil {
		fmt.Println(err)
	}
	read()
	// Output:
	// (made)
	// Harbour reopens
	// Harbour reopens
	// (made)
	// Harbour reopens after a year
}
