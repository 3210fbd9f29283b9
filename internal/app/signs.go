package app

import (
	"io"
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"dateline/internal/web"
)

// signs are the routes by which machines see whether the house is well:
// /healthz answers 200 once pages can be served, /metrics in the format of
// Prometheus.
func (a *App) signs() []web.Route {
	metrics := promhttp.HandlerFor(a.gauges(), promhttp.HandlerOpts{})
	return []web.Route{
		{Method: http.MethodGet, Pattern: "/healthz", Who: web.Everybody, Handler: a.healthz},
		{Method: http.MethodGet, Pattern: "/metrics", Who: web.Everybody, Handler: func(w http.ResponseWriter, r *http.Request) error {
			metrics.ServeHTTP(w, r)
			return nil
		}},
	}
}

func (a *App) healthz(w http.ResponseWriter, r *http.Request) error {
	if err := a.store.Ping(r.Context()); err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = io.WriteString(w, "ok\n") // nobody listens when this fails
	return nil
}

// gauges registers what is counted. They hold numbers, never a reader.
func (a *App) gauges() *prometheus.Registry {
	reg := prometheus.NewRegistry()
	reg.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for name, value := range map[string]func() float64{
		"dateline_press_hits_total":      func() float64 { return float64(a.press.Counts().Hits) },
		"dateline_press_misses_total":    func() float64 { return float64(a.press.Counts().Misses) },
		"dateline_press_dropped_total":   func() float64 { return float64(a.press.Counts().Dropped) },
		"dateline_press_ledger_position": func() float64 { return float64(a.press.Position()) },
	} {
		reg.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: "See docs/operations.md."}, value))
	}
	return reg
}
