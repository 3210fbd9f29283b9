package web

import (
	"fmt"
	"html"
	"net/http"
)

// plainPage needs no theme, no words and no database, so that it can be sent
// when all of them fail.
const plainPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>%[1]s</title></head>
<body><main><h1>%[1]s</h1><p>%[2]s</p>%[3]s</main></body></html>
`

// Plain answers with a bare page that says one sentence.
func Plain(w http.ResponseWriter, status int, sentence string) {
	request := w.Header().Get(requestIDHeader)
	note := ""
	if request != "" {
		note = "<p>" + html.EscapeString(request) + "</p>"
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = fmt.Fprintf(w, plainPage, http.StatusText(status), html.EscapeString(sentence), note) // the reader may be gone
}

func plainTrouble(w http.ResponseWriter, r *http.Request, err error) {
	f := FaultOf(r, err)
	Plain(w, f.Status, f.Message)
}
