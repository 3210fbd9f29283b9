package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"

	"dateline/internal/news"
)

// Fault is what an error says to a person: the one translation from kinds of
// error to HTTP.
type Fault struct {
	Status  int
	Kind    news.Kind
	Field   string
	Message string // a whole sentence; never the text of an internal error
	Request string // the request's id, for the person to name
}

var statuses = map[news.Kind]int{
	news.Invalid: http.StatusUnprocessableEntity, news.NotFound: http.StatusNotFound, news.Forbidden: http.StatusForbidden,
	news.Conflict: http.StatusConflict, news.Gone: http.StatusGone, news.TooLarge: http.StatusRequestEntityTooLarge,
	news.Unavailable: http.StatusServiceUnavailable, news.Internal: http.StatusInternalServerError,
}

// statusGone is logged when the reader went away before the answer; nobody
// receives it. The number is the one other servers use.
const statusGone = 499

// sentences are told where an error has no words for people.
var sentences = map[news.Kind]string{
	news.Internal:    "Something went wrong here. It has been noted; try again in a moment.",
	news.NotFound:    "There is nothing at this address.",
	news.TooLarge:    "This is larger than can be taken here.",
	news.Unavailable: "Too much is going on at the moment. Try again shortly.",
}

// FaultOf says what to answer to an error.
func FaultOf(r *http.Request, err error) Fault {
	f := Fault{Kind: kindOf(err), Request: RequestID(r.Context())}
	f.Status = statuses[f.Kind]
	var e *news.Error
	if f.Kind != news.Internal && errors.As(err, &e) {
		f.Field, f.Message = e.Field, e.Message
	}
	if f.Message == "" {
		f.Message = sentences[f.Kind]
	}
	return f
}

// kindOf adds to news.KindOf what the network knows.
func kindOf(err error) news.Kind {
	switch kind := news.KindOf(err); {
	case kind != news.Internal:
		return kind
	case IsTooLarge(err):
		return news.TooLarge
	case errors.Is(err, context.DeadlineExceeded):
		return news.Unavailable
	}
	return news.Internal
}

// IsTooLarge says whether a body was longer than its route takes.
func IsTooLarge(err error) bool {
	var e *http.MaxBytesError
	return errors.As(err, &e)
}

// trouble answers an error where that is still possible, and logs it where it
// is ours.
func (m *face) trouble(a *answer, r *http.Request, err error) {
	if errors.Is(err, context.Canceled) && r.Context().Err() != nil {
		if !a.begun() {
			a.status = statusGone
		}
		return
	}
	if kindOf(err) == news.Internal {
		m.house.Log.LogAttrs(r.Context(), slog.LevelError, "request failed", slog.String("face", m.Name),
			slog.String("route", routeOf(r)), slog.String("request", RequestID(r.Context())), slog.Any("error", err))
	}
	if a.begun() {
		return
	}
	a.Header().Set("Cache-Control", "no-store")
	a.Header().Set(requestIDHeader, RequestID(r.Context()))
	if kindOf(err) == news.Unavailable && a.Header().Get("Retry-After") == "" {
		a.Header().Set("Retry-After", retryAfter)
	}
	m.Trouble(a, r, err)
}

// retryAfter is how many seconds whoever meets a full lane should wait.
const retryAfter = "2"

// recover makes a panic an internal error of one request.
func (m *face) recover(a *answer, r *http.Request) {
	v := recover() //nolint:revive // it is deferred itself
	if v == nil {
		return
	}
	if v == http.ErrAbortHandler { //nolint:errorlint // the value that net/http compares with
		panic(v)
	}
	stack := debug.Stack()
	err := fmt.Errorf("panic: %v\n%s", v, stack[:min(len(stack), maxStack)])
	if a.begun() {
		m.trouble(a, r, err)
		panic(http.ErrAbortHandler) // the answer is broken: the connection says so
	}
	defer func() {
		if again := recover(); again != nil && !a.begun() { // the page of errors is what failed
			Plain(a, http.StatusInternalServerError, sentences[news.Internal])
		}
	}()
	m.trouble(a, r, err)
}

// maxStack bounds the stack in a log line.
const maxStack = 8 << 10

// routeOf names the route in logs: never the address itself, which may hold
// what nobody should know.
func routeOf(r *http.Request) string {
	if r.Pattern == "" {
		return "none"
	}
	return r.Pattern
}
