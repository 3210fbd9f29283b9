package web

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"sync"

	"dateline/internal/news"
)

// MaxProxies bounds the list of trusted networks.
const MaxProxies = 100

// Proxies are the networks whose word about scheme, host and client is taken.
// The zero value trusts nobody.
type Proxies struct {
	nets []netip.Prefix
	unix bool // whoever comes through a local socket
}

// ParseProxies reads a list of networks and addresses, with commas between
// them: "10.0.0.0/8, ::1"; "unix" trusts local sockets. The error is Invalid.
func ParseProxies(list string) (Proxies, error) {
	var p Proxies
	for part := range strings.SplitSeq(list, ",") {
		part = strings.TrimSpace(part)
		switch {
		case part == "":
			continue
		case part == "unix":
			p.unix = true
			continue
		case len(p.nets) >= MaxProxies:
			return p, news.Errorf(news.TooLarge, "trusted-proxies", "At most %d networks can be trusted.", MaxProxies)
		}
		n, err := parsePrefix(part)
		if err != nil {
			return p, news.Errorf(news.Invalid, "trusted-proxies", "%q is not a network such as 10.0.0.0/8 or an address: %w", part, err)
		}
		p.nets = append(p.nets, n)
	}
	return p, nil
}

func parsePrefix(s string) (netip.Prefix, error) {
	if strings.Contains(s, "/") {
		return netip.ParsePrefix(s)
	}
	a, err := netip.ParseAddr(s)
	if err != nil {
		return netip.Prefix{}, err
	}
	return a.Prefix(a.BitLen())
}

// trusts says whether a peer is one of the proxies.
func (p Proxies) trusts(remote string) bool {
	a, ok := address(remote)
	if !ok {
		return p.unix
	}
	return p.holds(a)
}

func (p Proxies) holds(a netip.Addr) bool {
	for _, n := range p.nets {
		if n.Contains(a) {
			return true
		}
	}
	return false
}

// address reads the address of "host:port", or of an address alone.
func address(s string) (netip.Addr, bool) {
	if host, _, err := net.SplitHostPort(s); err == nil {
		s = host
	}
	a, err := netip.ParseAddr(strings.TrimSpace(s))
	return a.Unmap().WithZone(""), err == nil
}

// arrival is what is known of a request from the way it came.
type arrival struct {
	named  sync.Once
	name   string // see id
	secure bool
	client netip.Addr
}

// id returns the request's id. It is made for whoever asks first: most pages
// go out without.
func (a *arrival) id() string {
	a.named.Do(func() { a.name = newRequestID() })
	return a.name
}

type arrivalKey struct{}

// nowhere is the arrival of what is no request.
var nowhere = &arrival{}

func arrivalOf(ctx context.Context) *arrival {
	if a, ok := ctx.Value(arrivalKey{}).(*arrival); ok {
		return a
	}
	return nowhere
}

// arrive gives a request its id and settles scheme, host and client, by what
// a trusted proxy says where there is one.
func (p Proxies) arrive(r *http.Request) *http.Request {
	a := &arrival{secure: r.TLS != nil}
	client, _ := address(r.RemoteAddr)
	if (len(p.nets) > 0 || p.unix) && p.trusts(r.RemoteAddr) {
		a.secure = r.TLS != nil || strings.EqualFold(first(r.Header.Get("X-Forwarded-Proto")), "https")
		if host := first(r.Header.Get("X-Forwarded-Host")); host != "" {
			r.Host = host
		}
		client = p.client(client, r.Header.Get("X-Forwarded-For"))
	}
	a.client = client
	return r.WithContext(context.WithValue(r.Context(), arrivalKey{}, a))
}

func first(list string) string {
	head, _, _ := strings.Cut(list, ",")
	return strings.TrimSpace(head)
}

// client walks X-Forwarded-For from its end: the first address that is not a
// proxy's own is the client as far as can be believed.
func (p Proxies) client(peer netip.Addr, forwarded string) netip.Addr {
	parts := strings.Split(forwarded, ",")
	for _, part := range slices.Backward(parts) {
		a, ok := address(part)
		if !ok {
			return peer
		}
		if peer = a; !p.holds(a) {
			return a
		}
	}
	return peer
}

// clientSecret makes client keys worthless outside this process.
var clientSecret = func() (b [32]byte) {
	_, _ = rand.Read(b[:]) // never fails; it aborts the program instead
	return b
}()

// clientKey digests an address, an IPv6 one by the /64 that one household
// has. The address itself is kept no longer than its request.
func clientKey(a netip.Addr) [16]byte {
	if a.Is6() {
		if n, err := a.Prefix(64); err == nil {
			a = n.Addr()
		}
	}
	sum := sha256.Sum256(append(clientSecret[:], a.AsSlice()...))
	return [16]byte(sum[:16])
}

// Secure says whether the person who asks does so over https.
func Secure(r *http.Request) bool { return arrivalOf(r.Context()).secure }

// ClientKey stands for the client's address in counts that live in memory: the
// same for all its requests, and meaningless after the process has ended.
func ClientKey(r *http.Request) [16]byte { return clientKey(arrivalOf(r.Context()).client) }
