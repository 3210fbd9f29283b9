package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"dateline/internal/config"
	"dateline/internal/news"
	"dateline/internal/press"
)

// Time limits of the servers. A header that takes longer, or a reader who
// takes an answer slower than this, is let go.
const (
	headerTimeout = 10 * time.Second
	readTimeout   = 2 * time.Minute
	writeTimeout  = 5 * time.Minute
	idleTimeout   = 2 * time.Minute
	stopTimeout   = 15 * time.Second
	maxHeader     = 64 << 10
)

// Serve runs a newsroom until ctx ends, then stops gracefully: requests under
// way are answered.
func Serve(ctx context.Context, c config.Server, out, errs io.Writer) error {
	a, err := New(ctx, c, newLog(errs, c.LogLevel))
	if err != nil {
		return err
	}
	err = a.Run(ctx, func(addresses []Address) { tell(out, addresses) })
	return errors.Join(err, a.Close())
}

// Address is one address under which a part of the house can be reached.
type Address struct{ What, URL string }

func tell(out io.Writer, addresses []Address) {
	for _, a := range addresses {
		_, _ = fmt.Fprintf(out, "%-10s %s\n", a.What, a.URL) // a closed terminal stops nobody's reading
	}
}

func newLog(w io.Writer, level string) *slog.Logger {
	var l slog.Level
	_ = l.UnmarshalText([]byte(level)) // the command line admits only levels
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: l}))
}

// Run serves until ctx ends. ready is told once, when all listeners are open.
func (a *App) Run(ctx context.Context, ready func([]Address)) error {
	doors, err := a.Doors()
	if err != nil {
		return err
	}
	servers, listeners, err := a.listen(ctx, doors)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var work sync.WaitGroup
	work.Go(a.boundMemory)
	work.Go(func() { a.Work(ctx) })
	failed := make(chan error, len(servers))
	for i, s := range servers {
		work.Go(func() {
			if err := s.Serve(press.Listen(listeners[i])); !errors.Is(err, http.ErrServerClosed) {
				failed <- fmt.Errorf("serve %s: %w", s.Addr, err)
			}
		})
	}
	ready(a.addresses(ctx))
	select {
	case <-ctx.Done():
		err = nil
	case err = <-failed:
	}
	stop()
	err = errors.Join(err, shutDown(servers))
	work.Wait()
	return err
}

func (a *App) listen(ctx context.Context, doors []*Door) ([]*http.Server, []net.Listener, error) {
	var opener net.ListenConfig
	var servers []*http.Server
	var listeners []net.Listener
	for _, d := range doors {
		l, err := opener.Listen(ctx, "tcp", d.Listen)
		if err != nil {
			for _, open := range listeners {
				err = errors.Join(err, open.Close())
			}
			return nil, nil, news.Errorf(news.Unavailable, "listen", "Cannot listen on %s: choose another address with --listen, or stop what listens there (%w).", d.Listen, err)
		}
		listeners = append(listeners, l)
		servers = append(servers, &http.Server{
			Addr: d.Listen, Handler: d, ConnContext: press.ConnContext, MaxHeaderBytes: maxHeader,
			ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
			ErrorLog: slog.NewLogLogger(a.log.Handler(), slog.LevelDebug),
		})
	}
	return servers, listeners, nil
}

func shutDown(servers []*http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), stopTimeout)
	defer cancel()
	var all error
	for _, s := range servers {
		if err := s.Shutdown(ctx); err != nil {
			all = errors.Join(all, fmt.Errorf("requests at %s took longer than %s to answer and were cut off: %w", s.Addr, stopTimeout, err), s.Close())
		}
	}
	return all
}

// addresses lists where the editions and the newsroom stand.
func (a *App) addresses(ctx context.Context) []Address {
	all, err := a.makeup.Editions(ctx)
	if err != nil {
		a.log.Error("cannot list the editions", "err", err)
	}
	var lines []Address
	for _, e := range all {
		lines = append(lines, Address{e.Label, a.config.Base() + e.FrontPath()})
	}
	room := a.config.Base()
	if a.config.NewsroomListen != "" {
		room = "http://" + a.config.NewsroomListen
	}
	return append(lines, Address{"Newsroom", room + "/newsroom/"})
}
