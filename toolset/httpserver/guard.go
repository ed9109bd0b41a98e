package httpserver

import (
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"github.com/rs/cors"
)

// A guard lets those requests through that may ask.
type guard struct {
	hosts   []string // in lower case, without port; nil is all
	origins []string
	token   [sha256.Size]byte
	secret  bool // there is a token
	rates   *rates
}

// newGuard makes a guard; host is the one of the base URL.
func newGuard(o Options, host string) (*guard, error) {
	g := &guard{origins: o.Origins, rates: newRates(o.Rate)}
	if !slices.Contains(o.Hosts, "*") {
		g.hosts = []string{"localhost", "127.0.0.1", "::1"}
		for _, h := range append([]string{host}, o.Hosts...) {
			if h = hostname(h); h != "" {
				g.hosts = append(g.hosts, h)
			}
		}
	}
	for _, origin := range o.Origins {
		u, err := url.Parse(origin)
		if err != nil || u.Scheme == "" || u.Host == "" || u.Scheme+"://"+u.Host != origin {
			return nil, fmt.Errorf("httpserver: origin %q: it is SCHEME://HOST or SCHEME://HOST:PORT, without a slash at its end", origin)
		}
	}
	if o.Token != "" {
		g.token, g.secret = sha256.Sum256([]byte(o.Token)), true
	}
	return g, nil
}

// wrap puts the guard before a handler.
func (g *guard) wrap(h http.Handler) http.Handler {
	if len(g.origins) > 0 {
		h = cors.New(cors.Options{
			AllowedOrigins: g.origins,
			AllowedMethods: []string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodDelete},
			AllowedHeaders: []string{"Accept", "Authorization", "Content-Type", "Last-Event-ID", "Mcp-Protocol-Version", "Mcp-Session-Id", "Mcp-Method", "Mcp-Name"},
			ExposedHeaders: []string{"Mcp-Session-Id", "Retry-After"},
			MaxAge:         600,
		}).Handler(g.asked(h))
	} else {
		h = g.asked(h)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !g.knows(r.Host) {
			writeProblem(w, problem{Status: http.StatusMisdirectedRequest, Code: "host", Detail: "this server doesn't answer to " + short(r.Host)})
			return
		}
		if origin := r.Header.Get("Origin"); origin != "" && !g.trusts(origin, r) {
			writeProblem(w, problem{Status: http.StatusForbidden, Code: "origin", Detail: "pages of " + short(origin) + " may not ask this server"})
			return
		}
		h.ServeHTTP(w, r)
	})
}

// asked checks token and rate, behind CORS: a preflight has neither.
func (g *guard) asked(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if wait, ok := g.rates.allow(r.RemoteAddr); !ok {
			writeProblem(w, problem{Status: http.StatusTooManyRequests, Code: "rate", Detail: "too many requests; wait a little", RetryAfter: wait})
			return
		}
		if g.secret && r.URL.Path != "/healthz" && !g.admits(r) {
			w.Header().Set("WWW-Authenticate", `Bearer realm="footnote"`)
			writeProblem(w, problem{Status: http.StatusUnauthorized, Code: "token", Detail: "send the server's token as Authorization: Bearer TOKEN"})
			return
		}
		h.ServeHTTP(w, r)
	})
}

// knows reports whether a Host is one that the server answers to.
func (g *guard) knows(host string) bool {
	return g.hosts == nil || slices.Contains(g.hosts, hostname(host))
}

// trusts reports whether an origin is listed, or the one of the server itself.
func (g *guard) trusts(origin string, r *http.Request) bool {
	if slices.Contains(g.origins, origin) {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && strings.EqualFold(u.Host, r.Host)
}

// admits compares the token in constant time.
func (g *guard) admits(r *http.Request) bool {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	given := sha256.Sum256([]byte(strings.TrimSpace(token)))
	return strings.EqualFold(scheme, "Bearer") && subtle.ConstantTimeCompare(given[:], g.token[:]) == 1
}

// hostname returns a host in lower case without its port, brackets and final dot.
func hostname(host string) string {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return strings.ToLower(strings.TrimSuffix(host, "."))
}

// client returns who asks: an address, of IPv6 the network that one customer has.
func client(remote string) (netip.Addr, bool) {
	at, err := netip.ParseAddrPort(remote)
	if err != nil {
		return netip.Addr{}, false
	}
	ip := at.Addr().Unmap().WithZone("")
	if ip.Is6() && !ip.IsLoopback() {
		network, _ := ip.Prefix(64) // an address of IPv6 has 128 bits
		return network.Addr(), true
	}
	return ip, true
}
