package browser

import (
	"context"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// openLimit bounds how long a page may take until it is quiet.
const openLimit = 30 * time.Second

// View is how a reader looks at a page.
type View struct {
	Width, Height int64 // in CSS pixels; 0: 1280 by 800
	Dark          bool  // prefers a dark page
	Print         bool  // prints it
	NoScript      bool  // runs no scripts
}

// The widths of the screens that every page is looked at.
var (
	Phone  = View{Width: 360, Height: 780}
	Tablet = View{Width: 768, Height: 1024}
	Laptop = View{Width: 1440, Height: 900}
)

// Page is an open page. Actions of chromedp run on Context.
type Page struct {
	Address string
	Status  int64 // of the document: 200, 404 …
	view    View
	ctx     context.Context
	close   context.CancelFunc
	log     *journal
}

// Open opens a page in a profile of its own and returns when it is quiet:
// loaded, no request under way, fonts there. The caller closes it.
func (b *Browser) Open(ctx context.Context, address string, view View) (*Page, error) {
	log := newJournal()
	tab, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(log.note))
	unhook := context.AfterFunc(ctx, cancel)
	p := &Page{Address: address, view: view, ctx: tab, log: log, close: func() { unhook(); cancel() }}
	if err := p.load(); err != nil {
		p.Close()
		return nil, fmt.Errorf("browser: open %s: %w", address, err)
	}
	return p, nil
}

// Context is what actions of chromedp run on: chromedp.Do(p.Context(), …).
func (p *Page) Context() context.Context { return p.ctx }

// Close closes the page and forgets its profile.
func (p *Page) Close() { p.close() }

// load sets the view up and goes to the address.
func (p *Page) load() error {
	if err := chromedp.Do(p.ctx); err != nil { // makes the tab, which must outlive the limit below
		return err
	}
	ctx, cancel := context.WithTimeout(p.ctx, openLimit)
	defer cancel()
	if err := p.emulate(ctx); err != nil {
		return err
	}
	response, err := chromedp.Run(ctx, chromedp.NavigateResponse(p.Address))
	if err != nil {
		return err
	}
	if response != nil {
		p.Status = response.Status
	}
	return p.settle(ctx)
}

// emulate makes the tab look at pages as the view says.
func (p *Page) emulate(ctx context.Context) error {
	width, height := p.view.Width, p.view.Height
	if width == 0 || height == 0 {
		width, height = 1280, 800
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, height)); err != nil {
		return err
	}
	scheme, medium := "light", ""
	if p.view.Dark {
		scheme = "dark"
	}
	if p.view.Print {
		medium = "print"
	}
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media:    medium,
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	if err != nil || !p.view.NoScript {
		return err
	}
	_, err = chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	return err
}

// settle returns when nothing is under way any more.
func (p *Page) settle(ctx context.Context) error {
	if err := p.log.awaitQuiet(ctx); err != nil {
		return err
	}
	if p.view.NoScript { // nothing answers in the page
		return nil
	}
	_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`document.fonts.ready.then(() => true)`, chromedp.EvalAwaitPromise))
	if err != nil {
		return err
	}
	return p.log.awaitQuiet(ctx)
}

// Settle waits until a page on which something was done is quiet again.
func (p *Page) Settle() error {
	ctx, cancel := context.WithTimeout(p.ctx, openLimit)
	defer cancel()
	return p.settle(ctx)
}

// Problems returns what has gone wrong on the page so far: errors on the
// console, exceptions, violations of the security policy, failed requests.
func (p *Page) Problems() []string { return p.log.found() }

// Transferred returns the bytes that came over the network so far, headers
// included, as they were compressed.
func (p *Page) Transferred() int64 { return p.log.transferred() }

// Requests returns the addresses that the page asked for so far.
func (p *Page) Requests() []string { return p.log.addresses() }
