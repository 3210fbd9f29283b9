package press

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"sync"
	"time"
)

// Listen wraps a listener for plain HTTP/1.1 so that a kept page leaves in one
// write. net/http collects an answer in a buffer of 4 kB: of a larger one it
// sends the first 4 kB, then the rest, two system calls and two packets. The
// connections of this listener hold the first part back until the second comes
// and send both in one (writev). They do so only for an answer whose size
// Serve announced, and only when the part itself shows, by the end of its
// header, that more must follow. Server.ConnContext must be ConnContext.
func Listen(l net.Listener) net.Listener { return listener{l} }

// ConnContext is the http.Server.ConnContext that lets Serve find the
// connection of a request.
func ConnContext(ctx context.Context, c net.Conn) context.Context {
	if c, ok := c.(*conn); ok {
		return context.WithValue(ctx, connKey{}, c)
	}
	return ctx
}

type connKey struct{}

type listener struct{ net.Listener }

// Accept waits for the next connection.
func (l listener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	if tcp, ok := c.(*net.TCPConn); ok {
		return &conn{TCPConn: tcp}, nil
	}
	return c, nil
}

// conn is a TCP connection that can hold back the first part of an answer. Every
// way in which the server goes on without writing (waiting for the next request
// begins with a deadline, handing over a file, closing) lets it go first.
type conn struct {
	*net.TCPConn
	mu   sync.Mutex
	body int         // bytes of the announced body; 0: nothing announced
	held []byte      // the part held back, a copy
	pair [2][]byte   // what vec points into
	vec  net.Buffers // here so that writing allocates nothing
}

// announce tells that the next answer has a body of n bytes, written at once.
func (c *conn) announce(n int) {
	c.mu.Lock()
	c.body = n
	c.mu.Unlock()
}

// Write sends p, together with the part held back, or holds p back.
func (c *conn) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.held) > 0 {
		return c.writeBoth(p)
	}
	body := c.body
	c.body = 0
	if body > 0 && moreFollows(p, body) {
		c.held = append(c.held, p...)
		return len(p), nil
	}
	return c.TCPConn.Write(p)
}

// moreFollows tells whether p begins an answer that it does not hold whole.
func moreFollows(p []byte, body int) bool {
	end := bytes.Index(p, []byte("\r\n\r\n"))
	return end >= 0 && len(p) < end+4+body
}

func (c *conn) writeBoth(p []byte) (int, error) {
	first := len(c.held)
	c.pair = [2][]byte{c.held, p}
	c.vec = c.pair[:]
	n, err := c.vec.WriteTo(c.TCPConn)
	c.held, c.pair = c.held[:0], [2][]byte{}
	return max(int(n)-first, 0), err
}

// release sends the part held back. With the server of net/http there is none:
// the rest of the answer has followed by then. It is there so that no bytes stay
// behind whatever a handler or a later net/http does. It passes over a Write
// that is under way in another goroutine, since deadlines and Close exist to end
// just that.
func (c *conn) release() error {
	if !c.mu.TryLock() {
		return nil
	}
	defer c.mu.Unlock()
	c.body = 0
	if len(c.held) == 0 {
		return nil
	}
	_, err := c.TCPConn.Write(c.held)
	c.held = c.held[:0]
	return err
}

// ReadFrom sends a file without copying it (sendfile).
func (c *conn) ReadFrom(r io.Reader) (int64, error) {
	if err := c.release(); err != nil {
		return 0, err
	}
	return c.TCPConn.ReadFrom(r)
}

// SetReadDeadline comes before the server waits for the next request.
func (c *conn) SetReadDeadline(t time.Time) error {
	return errors.Join(c.release(), c.TCPConn.SetReadDeadline(t))
}

// SetWriteDeadline comes after each answer.
func (c *conn) SetWriteDeadline(t time.Time) error {
	return errors.Join(c.release(), c.TCPConn.SetWriteDeadline(t))
}

// SetDeadline is both of the above.
func (c *conn) SetDeadline(t time.Time) error {
	return errors.Join(c.release(), c.TCPConn.SetDeadline(t))
}

// CloseWrite ends what is sent.
func (c *conn) CloseWrite() error {
	return errors.Join(c.release(), c.TCPConn.CloseWrite())
}

// Close ends the connection. What is held back gets a second to leave.
func (c *conn) Close() error {
	_ = c.TCPConn.SetWriteDeadline(time.Now().Add(time.Second)) //nolint:forbidigo // a deadline of the network goes by the machine's clock
	_ = c.release()
	return c.TCPConn.Close()
}
