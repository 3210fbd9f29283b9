package e2e

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/e2e/browser"
	"dateline/internal/app"
)

// stop ends the demo newsroom that the tests share, and waits for its end.
var stop = func() {}

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == app.BenchCommand { // a picture is opened by a child of this program
		os.Exit(app.Bench(os.Args[2:], os.Stdin, os.Stdout))
	}
	code := browser.Main(m)
	stop()
	os.Exit(code)
}

// openLimit is how long the demo newsroom may take until it answers, pictures
// included, on a machine that does other work too.
const openLimit = 3 * time.Minute

// opened opens the demo newsroom at the first call, and returns its address.
var opened = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "dateline-e2e-")
	if err != nil {
		return "", fmt.Errorf("folder of the demo: %w", err)
	}
	listen, err := freeAddress()
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	var said strings.Builder
	go func() {
		c := app.Server{Data: app.Data{Data: dir}, Listen: listen, CacheMB: 64, LogLevel: "error"}
		ended <- app.Demo(ctx, c, io.Discard, &said)
	}()
	stop = func() {
		cancel()
		<-ended
		_ = os.RemoveAll(dir) // the system clears its temporary folder otherwise
	}
	return "http://" + listen, awaitDemo("http://"+listen, ended)
})

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("free address: %w", err)
	}
	return l.Addr().String(), l.Close()
}

// awaitDemo returns when the demo answers.
func awaitDemo(base string, ended chan error) error {
	for deadline := time.Now().Add(openLimit); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		select {
		case err := <-ended:
			ended <- err
			return fmt.Errorf("the demo ended: %w", err)
		default:
		}
		if r, err := http.Get(base + "/healthz"); err == nil {
			_ = r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return nil
			}
		}
	}
	return errors.New("the demo does not answer")
}

// site returns the address of the demo newsroom.
func site(t *testing.T) string {
	t.Helper()
	base, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	return base
}

// fetch gets an address as it is sent over the wire, compressed.
func fetch(t *testing.T, address string) []byte {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "br, gzip")
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: status %d, %v", address, answer.StatusCode, err)
	}
	return body
}

// storyLink is a link to a story.
var storyLink = regexp.MustCompile(`href="(/[a-z]+/[0-9]{4}/[0-9]{2}/[^"]+-[a-z0-9]+)"`)

// leadStory is the address of the story that leads an edition's front page.
func leadStory(t *testing.T, edition string) string {
	t.Helper()
	answer, err := http.Get(site(t) + "/" + edition + "/")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	page, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	m := storyLink.FindSubmatch(page)
	if m == nil {
		t.Fatalf("the front page of %s links no story", edition)
	}
	return site(t) + string(m[1])
}
