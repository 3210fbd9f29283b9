package press

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

// serve starts a server behind Listen and returns its address.
func serve(t testing.TB, handler http.HandlerFunc) (addr string) {
	t.Helper()
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	srv := &http.Server{Handler: handler, ConnContext: ConnContext, ReadTimeout: time.Minute, IdleTimeout: time.Minute}
	var wg sync.WaitGroup
	wg.Go(func() { _ = srv.Serve(Listen(inner)) })
	t.Cleanup(func() { srv.Close(); wg.Wait() })
	return inner.Addr().String()
}

// pipe returns a connection of Listen and the client's end of it.
func pipe(t *testing.T) (server *conn, client net.Conn) {
	t.Helper()
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer inner.Close()
	client, err = net.Dial("tcp", inner.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	c, err := Listen(inner).Accept()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close(); client.Close() })
	return c.(*conn), client
}

func (c *conn) holds() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.held)
}

func TestTheFirstPartWaitsForTheSecond(t *testing.T) {
	head := "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"
	for _, c := range []struct {
		name     string
		announce int
		writes   []string
		held     int // after the first write
	}{
		{"in two parts", 10, []string{head + "01234", "56789"}, len(head) + 5},
		{"only the header", 10, []string{head, "0123456789"}, len(head)},
		{"in three parts", 10, []string{head + "01", "23", "456789"}, len(head) + 2},
		{"whole", 10, []string{head + "0123456789"}, 0},
		{"not announced", 0, []string{head + "01234", "56789"}, 0},
		{"header in two parts", 10, []string{head[:20], head[20:] + "0123456789"}, 0},
	} {
		server, client := pipe(t)
		server.announce(c.announce)
		for i, part := range c.writes {
			if n, err := io.WriteString(server, part); n != len(part) || err != nil {
				t.Errorf("%s: Write = %d, %v", c.name, n, err)
			}
			if i == 0 && server.holds() != c.held {
				t.Errorf("%s: %d bytes held back, want %d", c.name, server.holds(), c.held)
			}
			if i > 0 && server.holds() != 0 {
				t.Errorf("%s: bytes still held back after write %d", c.name, i)
			}
		}
		server.Close()
		if got, _ := io.ReadAll(client); string(got) != strings.Join(c.writes, "") {
			t.Errorf("%s: received %q", c.name, got)
		}
	}
}

func TestNothingStaysBehind(t *testing.T) {
	begun := "HTTP/1.1 200 OK\r\n\r\nbegun"
	for _, c := range []struct {
		name string
		act  func(*conn) error
	}{
		{"read deadline", func(c *conn) error { return c.SetReadDeadline(time.Time{}) }},
		{"write deadline", func(c *conn) error { return c.SetWriteDeadline(time.Time{}) }},
		{"deadline", func(c *conn) error { return c.SetDeadline(time.Time{}) }},
		{"end of writing", (*conn).CloseWrite},
		{"end", (*conn).Close},
		{"file", func(c *conn) error { _, err := c.ReadFrom(strings.NewReader("")); return err }},
	} {
		server, client := pipe(t)
		server.announce(100)
		io.WriteString(server, begun)
		if server.holds() == 0 {
			t.Fatal("nothing was held back")
		}
		if err := c.act(server); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		got := make([]byte, len(begun))
		client.SetReadDeadline(time.Now().Add(10 * time.Second))
		if _, err := io.ReadFull(client, got); err != nil || string(got) != begun {
			t.Errorf("%s: received %q, %v", c.name, got, err)
		}
		if server.holds() != 0 {
			t.Errorf("%s: still held back", c.name)
		}
	}
}

func TestWriteToAReaderWhoLeft(t *testing.T) {
	server, client := pipe(t)
	client.(*net.TCPConn).SetLinger(0)
	client.Close()
	for range 100 {
		server.announce(1 << 20)
		io.WriteString(server, "HTTP/1.1 200 OK\r\n\r\n")
		n, err := server.Write(make([]byte, 1<<16))
		if err != nil {
			if n < 0 || n > 1<<16 {
				t.Errorf("Write = %d", n)
			}
			return
		}
	}
	t.Error("no write failed")
}

func TestAWriteUnderWayCanBeEnded(t *testing.T) {
	for name, end := range map[string]func(*conn) error{
		"Close":            (*conn).Close,
		"SetWriteDeadline": func(c *conn) error { return c.SetWriteDeadline(time.Unix(1, 0)) },
		"SetDeadline":      func(c *conn) error { return c.SetDeadline(time.Unix(1, 0)) },
	} {
		t.Run(name, func(t *testing.T) { endWrite(t, end) })
	}
}

func endWrite(t *testing.T, end func(*conn) error) {
	server, _ := pipe(t)
	written := make(chan error, 1)
	go func() {
		var err error
		for err == nil { // until the buffers of the system are full, and then blocked
			_, err = server.Write(make([]byte, 1<<20))
		}
		written <- err
	}()
	for server.mu.TryLock() { // wait until the write is under way
		server.mu.Unlock()
		time.Sleep(time.Millisecond) //nolint:forbidigo // between two looks at the lock; nothing tells when it is taken
	}
	if err := end(server); err != nil {
		t.Error(err)
	}
	<-written // or the test never ends
}

// TestPagesOverRealConnections asks for pages of every size around the buffers
// of net/http, on one connection, pipelined, and compares each byte.
func TestPagesOverRealConnections(t *testing.T) {
	h := newHouse(t)
	addr := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var size int
		fmt.Sscanf(r.URL.Path, "/%d", &size)
		_ = h.Serve(w, r, r.URL.Path, func(context.Context) (Page, error) {
			return Page{Body: bytes.Repeat([]byte("x"), size), ContentType: "image/webp"}, nil
		})
	})
	sizes := []int{0, 1, 100, 2047, 2048, 2049, 8191, 8192, 14000, 50000, 1 << 20}
	for size := 3600; size <= 4200; size += 7 {
		sizes = append(sizes, size)
	}
	c, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(30 * time.Second))
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Go(func() {
		for _, size := range sizes {
			for _, method := range []string{"GET", "HEAD", "GET"} {
				fmt.Fprintf(c, "%s /%d HTTP/1.1\r\nHost: a\r\n\r\n", method, size)
			}
		}
	})
	r := bufio.NewReader(c)
	for _, size := range sizes {
		for _, method := range []string{"GET", "HEAD", "GET"} {
			resp, err := http.ReadResponse(r, &http.Request{Method: method})
			if err != nil {
				t.Fatalf("%s of %d bytes: %v", method, size, err)
			}
			body, err := io.ReadAll(resp.Body)
			want := size
			if method == "HEAD" {
				want = 0
			}
			if err != nil || len(body) != want || resp.ContentLength != int64(size) {
				t.Fatalf("%s of %d bytes: %d bytes, Content-Length %d, %v", method, size, len(body), resp.ContentLength, err)
			}
		}
	}
}

func TestOtherAnswersOnTheSameConnection(t *testing.T) {
	h := newHouse(t)
	step := make(chan struct{})
	addr := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/kept" {
			_ = h.Serve(w, r, "k", longFill)
			return
		}
		// A stream's first part must not wait for its second.
		w.Header().Set("Content-Length", "9000")
		w.Write(make([]byte, 1000))
		http.NewResponseController(w).Flush()
		<-step
		w.Write(make([]byte, 8000))
	})
	client := &http.Client{Transport: &http.Transport{MaxConnsPerHost: 1}}
	defer client.CloseIdleConnections()
	for range 3 {
		resp, err := client.Get("http://" + addr + "/kept")
		if err != nil {
			t.Fatal(err)
		}
		if body, _ := io.ReadAll(resp.Body); !bytes.Equal(body, long) {
			t.Error("a kept page arrived changed")
		}
		resp, err = client.Get("http://" + addr + "/stream")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(resp.Body, make([]byte, 1000)); err != nil {
			t.Fatal(err)
		}
		step <- struct{}{}
		if rest, err := io.ReadAll(resp.Body); len(rest) != 8000 || err != nil {
			t.Errorf("the rest of the stream: %d bytes, %v", len(rest), err)
		}
	}
}

func TestAShorterBodyThanAnnounced(t *testing.T) {
	addr := serve(t, func(w http.ResponseWriter, r *http.Request) {
		r.Context().Value(connKey{}).(*conn).announce(1 << 20)
		w.Write(bytes.Repeat([]byte("x"), 5000)) // middleware that shortened the page
	})
	client := &http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{}}
	defer client.CloseIdleConnections()
	for range 3 {
		resp, err := client.Get("http://" + addr + "/")
		if err != nil {
			t.Fatal(err)
		}
		if body, err := io.ReadAll(resp.Body); len(body) != 5000 || err != nil {
			t.Errorf("%d bytes, %v", len(body), err)
		}
		resp.Body.Close()
	}
}
