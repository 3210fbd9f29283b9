package web

import (
	"log/slog"
	"net/http"
	"time"
)

// note logs one line for a request: the route, never the address, so that no
// token, name or search stands in the log; and nothing of the client.
func (m *face) note(a *answer, r *http.Request, begun time.Time) {
	status := a.status
	if status == 0 {
		status = http.StatusOK
	}
	level := m.level(r.Method, status)
	if !m.house.Log.Enabled(r.Context(), level) {
		return
	}
	m.house.Log.LogAttrs(r.Context(), level, "request",
		slog.String("face", m.Name), slog.String("method", methodOf(r)), slog.String("route", routeOf(r)),
		slog.Int("status", status), slog.Int64("bytes", a.bytes),
		slog.Duration("took", m.house.Now().Sub(begun)), slog.String("request", RequestID(r.Context())))
}

// level is Debug for what a quiet face answered as it should, else Info.
func (m *face) level(method string, status int) slog.Level {
	if m.Quiet && reads(method) && status < http.StatusBadRequest {
		return slog.LevelDebug
	}
	return slog.LevelInfo
}

// reads says whether a method only asks.
func reads(method string) bool { return method == http.MethodGet || method == http.MethodHead }

// methodOf returns the method where it is one that HTTP knows.
func methodOf(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return r.Method
	}
	return "other"
}
