package app_test

import (
	"bufio"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"testing"
	"time"

	"go.uber.org/goleak"

	"dateline/internal/app"
	"dateline/internal/config"
)

// slowly sends a request's head and part of its body, so that it is under way.
func slowly(t *testing.T, address string) net.Conn {
	t.Helper()
	conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if _, err := io.WriteString(conn, "POST /newsroom/sign-in HTTP/1.1\r\nHost: "+address+"\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 20\r\n\r\nlogin=anna"); err != nil {
		t.Fatal(err)
	}
	return conn
}

// open starts a house and returns its address; end has it stopped, and stopped
// is closed when it has.
func openHouse(t *testing.T) (address string, end context.CancelFunc, stopped chan error) {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address = l.Addr().String()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(t.Context())
	a, err := app.New(ctx, config.Server{Data: config.Data{Data: t.TempDir()}, Listen: address, CacheMB: 8}, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	ready := make(chan struct{})
	stopped = make(chan error, 1)
	go func() {
		err := a.Run(ctx, func([]app.Address) { close(ready) })
		if e := a.Close(); err == nil {
			err = e
		}
		stopped <- err
	}()
	select {
	case <-ready:
	case err := <-stopped:
		t.Fatal(err)
	}
	return address, end, stopped
}

// TestStopAnswersWhatIsUnderWay tells a house to stop while a request is half
// sent: it is answered, nobody new is let in, and no goroutine stays.
func TestStopAnswersWhatIsUnderWay(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	address, end, stopped := openHouse(t)
	conn := slowly(t, address)
	awaitBusy(t, address)
	end()
	awaitClosed(t, address)
	if _, err := io.WriteString(conn, "&password=x"[:10]); err != nil {
		t.Fatal(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatalf("the request under way was not answered: %v", err)
	}
	_ = answer.Body.Close()
	if answer.StatusCode >= 500 {
		t.Errorf("it was answered with %s", answer.Status)
	}
	if err := <-stopped; err != nil {
		t.Errorf("the house stopped with %v", err)
	}
	_ = conn.Close()
	http.DefaultClient.CloseIdleConnections()
}

// awaitBusy asks for a page: a request that was sent before is under way when
// it is answered.
func awaitBusy(t *testing.T, address string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+address+"/healthz", nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
}

// awaitClosed returns when nobody is let in any more.
func awaitClosed(t *testing.T, address string) {
	t.Helper()
	for {
		conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", address)
		if err != nil {
			return
		}
		_ = conn.Close()
		time.Sleep(5 * time.Millisecond)
	}
}
