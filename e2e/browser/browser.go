// Package browser opens pages in Debian's chromium and says what is wrong with
// them: errors on the console, violations of the content security policy,
// requests that failed, accessibility (axe-core), layout shift, bytes.
//
// Start reading at Visit in visit.go when writing a test, at Start here
// otherwise. Every page is opened in a profile of its own, so that no page
// knows another's cookies or cache, and no page reaches beyond this machine.
// The package knows nothing of Dateline: it is given addresses.
package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/chromedp/chromedp"
)

// ErrMissing says that the machine has no chromium.
var ErrMissing = errors.New("chromium is not on this machine: apt-get install chromium")

// Program is the name of the browser's program.
const Program = "chromium"

// closeLimit bounds how long closing waits for the browser to tidy up.
const closeLimit = 10 * time.Second

// Browser is a running chromium without a window.
type Browser struct {
	ctx     context.Context // of chromedp: holds the process
	stop    context.CancelFunc
	profile string
}

// flags keep chromium from talking to anybody but the pages under test, and
// let it run as root in a container.
var flags = []chromedp.ExecAllocatorOption{
	chromedp.NoSandbox,
	chromedp.DisableGPU,
	chromedp.Flag("disable-quic", true),
	chromedp.Flag("disable-component-update", true),
	chromedp.Flag("disable-domain-reliability", true),
	chromedp.Flag("no-pings", true),
	chromedp.Flag("hide-scrollbars", true),
	chromedp.Flag("force-prefers-reduced-motion", true),
	chromedp.Flag("font-render-hinting", "none"),
	chromedp.Flag("lang", "en"),
	chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"),
	// Maps draw with WebGL, here in software.
	chromedp.Flag("use-angle", "swiftshader"),
	chromedp.Flag("enable-unsafe-swiftshader", true),
}

// Start starts the browser with a fresh profile. The error is ErrMissing where
// there is none.
func Start(ctx context.Context) (*Browser, error) {
	program, err := exec.LookPath(Program)
	if err != nil {
		return nil, ErrMissing
	}
	profile, err := os.MkdirTemp("", "dateline-browser-")
	if err != nil {
		return nil, fmt.Errorf("browser: %w", err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], flags...)
	options = append(options, chromedp.ExecPath(program), chromedp.UserDataDir(profile))
	allocator, stopAllocator := chromedp.NewExecAllocator(ctx, options...)
	browser, stopBrowser := chromedp.NewContext(allocator)
	b := &Browser{ctx: browser, stop: func() { stopBrowser(); stopAllocator() }, profile: profile}
	if err := chromedp.Do(browser); err != nil {
		b.Close()
		return nil, fmt.Errorf("browser: start: %w", err)
	}
	return b, nil
}

// Close ends the browser and removes its profile.
func (b *Browser) Close() {
	ctx, cancel := context.WithTimeout(b.ctx, closeLimit)
	defer cancel()
	_ = chromedp.Cancel(ctx)
	b.stop()
	b.removeProfile()
}

// removeProfile tries more than once: the browser's children may still be
// writing when it has ended.
func (b *Browser) removeProfile() {
	for deadline := time.Now().Add(closeLimit); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if os.RemoveAll(b.profile) == nil {
			return
		}
	}
}
