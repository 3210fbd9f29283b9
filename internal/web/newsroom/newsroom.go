package newsroom

import (
	"context"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"dateline/internal/accounts"
	"dateline/internal/desk"
	"dateline/internal/library"
	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/theme"
	"dateline/internal/web"
)

// Options are what the newsroom works with.
type Options struct {
	Desk     *desk.Desk
	Accounts *accounts.Accounts
	Sessions *web.Sessions
	Library  *library.Library
	// Fonts finds the type families' files by the names that style/fonts.css
	// gives them: the theme's Asset.
	Fonts web.Finder
	// Preview renders what a story would look like to readers; back is where
	// the page leads back to, media where pictures are found.
	Preview func(ctx context.Context, p news.Piece, back string, media func(news.Rendition) string) (page []byte, policy string, err error)
	// Destroy removes the blobs that a withdrawn story left behind.
	Destroy func(ctx context.Context, blobs []string) error
	Log     *slog.Logger
	Now     func() time.Time // nil is time.Now
}

// Newsroom is the newsroom's face. It is safe for many goroutines at once.
type Newsroom struct {
	Options
	words   *locale.Words
	choice  *locale.Choice
	tongues []string // languages of the screens
	voices  map[string]*voice
	style   *theme.Asset

	memos memos

	mu    sync.Mutex
	zoned map[zoneKey]*locale.Locale
}

// New loads words, templates and style. An error names the file at fault.
func New(o Options) (*Newsroom, error) {
	if o.Now == nil {
		o.Now = time.Now //nolint:forbidigo // the clock of whoever brings none
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	n := &Newsroom{Options: o, voices: map[string]*voice{}, zoned: map[zoneKey]*locale.Locale{}}
	if err := n.dress(); err != nil {
		return nil, err
	}
	return n, nil
}

// Face returns the newsroom for web.Mount. SignInLane and UploadLane must be
// among the house's lanes.
func (n *Newsroom) Face() web.Face {
	return web.Face{Name: "newsroom", Routes: n.routes(), Policy: web.StrictPolicy, Trouble: n.trouble}
}

// SignInLane is the lane of sign-ins: each costs a password hash.
const SignInLane = "sign-in"

// Languages lists the languages of the screens, English first.
func (n *Newsroom) Languages() []string { return n.tongues }

// Asset finds the newsroom's own files.
func (n *Newsroom) Asset(name string) (*theme.Asset, bool) {
	return n.style, name == n.style.Name
}

// seeOther answers a form that was accepted: the browser asks for the next
// page, so that going back or reloading sends nothing twice. said names what
// happened, "" for nothing to say.
func seeOther(w http.ResponseWriter, r *http.Request, path, said string) error {
	if said != "" {
		path = withSaid(path, said)
	}
	http.Redirect(w, r, path, http.StatusSeeOther) //nolint:gosec // always a path of the newsroom
	return nil
}
