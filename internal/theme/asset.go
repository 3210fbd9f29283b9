package theme

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
)

// AssetPrefix is where web serves a theme's files: the prefix, the hash of
// the bytes, a slash and the name. The bytes at such an address never change.
const AssetPrefix = "/-/assets/"

// stylesheet is the name of the joined styles.
const stylesheet = "style.css"

// hashLen is the length of the hash in an asset's address: 80 bits.
const hashLen = 20

// Asset is a file that a theme's pages load. Brotli and Gzip are nil where
// compression gains nothing.
type Asset struct {
	Name   string // "style.css", "fonts/markazi.woff2"
	URL    string
	Type   string // Content-Type
	ETag   string // strong, with its quotes
	Body   []byte
	Brotli []byte
	Gzip   []byte
}

// assetTypes are the kinds of files that are served; nothing else of a
// theme's folder is.
var assetTypes = map[string]string{
	".css":   "text/css; charset=utf-8",
	".js":    "text/javascript; charset=utf-8",
	".svg":   "image/svg+xml",
	".png":   "image/png",
	".jpg":   "image/jpeg",
	".webp":  "image/webp",
	".woff2": "font/woff2",
}

var assetFolders = []string{"fonts", "script", "img"}

func isAsset(name string) bool {
	folder, _, _ := strings.Cut(name, "/")
	return assetTypes[path.Ext(name)] != "" && slices.Contains(assetFolders, folder)
}

// loadAssets reads the files of the asset folders and builds the stylesheet.
func loadAssets(l layers, m manifest) (map[string]*Asset, error) {
	names, err := l.files()
	if err != nil {
		return nil, err
	}
	assets := map[string]*Asset{}
	for _, name := range names {
		if !isAsset(name) {
			continue
		}
		body, _, err := l.read(name)
		if err != nil {
			return nil, err
		}
		assets[name] = newAsset(name, body)
	}
	css, err := joinStyles(l, m.Styles, assets)
	if err != nil {
		return nil, err
	}
	assets[stylesheet] = newAsset(stylesheet, css)
	return assets, nil
}

// NewAsset makes an asset of a file's bytes, with its address and its encoded
// forms: for a face that brings files of its own.
func NewAsset(name string, body []byte) *Asset {
	a := newAsset(name, body)
	a.compress()
	return a
}

func newAsset(name string, body []byte) *Asset {
	sum := sha256.Sum256(body)
	hash := hex.EncodeToString(sum[:])[:hashLen]
	return &Asset{
		Name: name,
		URL:  AssetPrefix + hash + "/" + name,
		Type: assetTypes[path.Ext(name)],
		ETag: `"` + hash + `"`,
		Body: body,
	}
}

// compress fills the encoded forms as small as can be, which takes some 60 ms
// for the stylesheet, once at start.
func (a *Asset) compress() {
	if !strings.HasPrefix(a.Type, "text/") && a.Type != "image/svg+xml" {
		return // compressed in itself
	}
	var b, g bytes.Buffer
	bw := brotli.NewWriterLevel(&b, brotli.BestCompression)
	gw, _ := gzip.NewWriterLevel(&g, gzip.BestCompression) // the level exists
	for _, w := range []io.WriteCloser{bw, gw} {
		_, _ = w.Write(a.Body) // a bytes.Buffer takes everything
		_ = w.Close()
	}
	if b.Len() < len(a.Body) {
		a.Brotli = b.Bytes()
	}
	if g.Len() < len(a.Body) {
		a.Gzip = g.Bytes()
	}
}
