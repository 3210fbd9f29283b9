package news

// Picture is one photograph or drawing in the library. Its original is kept
// under Blob and never served; readers get Renditions.
type Picture struct {
	ID        ID
	Blob      string // key of the original in the blob store; "" once destroyed
	MediaType string // of the original: "image/jpeg"
	Width     int    // of the original in pixels, upright
	Height    int
	FocusX    int // the point that no crop may lose, in per cent from the top left
	FocusY    int
	Creator   string
	Credit    string
	Copyright string
	Rights    string  // web statement of rights or a licence in words
	RightsEnd Instant // not shown after; 0 for no end
	// SourceType is the IPTC digital source type's last word, e.g.
	// "digitalCapture", "algorithmicMedia".
	SourceType string
	Words      map[string]PictureWords // by language
	CreatedAt  Instant
	CreatedBy  ID
	Version    int64
}

// PictureWords is what is said of a picture in one language.
type PictureWords struct {
	Caption string
	Alt     string
	Credit  string // "" for the picture's own
}

// Rendition is one size and format of a picture as readers get it.
type Rendition struct {
	Picture   ID
	Width     int
	Height    int
	MediaType string // "image/avif", "image/webp", "image/jpeg"
	Blob      string
	Bytes     int64
}

// Gallery is an ordered set of pictures with a story of its own.
type Gallery struct {
	ID        ID
	Edition   ID
	Group     ID
	Slug      string
	Title     string
	Intro     string
	Standing  Standing
	VisibleAt Instant
	Frames    []Frame
	Version   int64
}

// Frame is one picture's place in a gallery.
type Frame struct {
	Picture ID
	Caption string // overrides the picture's own
	Place   string
	Date    CivilDate
}

// Video is a film with its poster, captions and transcript.
type Video struct {
	ID         ID
	Edition    ID
	Group      ID
	Slug       string
	Title      string
	Intro      string
	Credit     string
	Blob       string
	MediaType  string
	Seconds    float64
	Width      int
	Height     int
	Poster     ID                // picture
	Captions   map[string]string // WebVTT blob by language
	Transcript string
	Standing   Standing
	VisibleAt  Instant
	Version    int64
}
