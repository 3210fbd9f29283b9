package news

// EventStatus is how sure the newsroom is of an event.
type EventStatus string

// The statuses.
const (
	EventPlanned   EventStatus = "planned"
	EventReported  EventStatus = "reported"
	EventConfirmed EventStatus = "confirmed"
	EventDisputed  EventStatus = "disputed"
	EventCancelled EventStatus = "cancelled"
)

// Event is one dated development: it stands on map, timeline, live blog and
// topic pages.
type Event struct {
	ID         ID
	Layer      ID
	Status     EventStatus
	Claimant   string // who says so, where it is a claim
	Confidence int    // per cent; 0 where none is given
	From, To   CivilDate
	// Geometry is a GeoJSON geometry (RFC 7946), "" for none; West … North is
	// its box in degrees.
	Geometry                 string
	West, South, East, North float64
	Faces                    map[string]EventFace // by language
	Topics                   []ID
	Stories                  []ID
	Sources                  []Source
	Standing                 Standing
	VisibleAt                Instant
	Version                  int64
}

// EventFace is an event in one language.
type EventFace struct {
	Title string
	Place string
	Text  string
}

// Source is where a statement comes from.
type Source struct {
	Title string
	URL   string
	Story ID
}

// Area is a region on the map whose shape changes in versions.
type Area struct {
	ID      ID
	Layer   ID
	Names   map[string]string
	Hatch   string // pattern of the theme
	Letter  string
	Version int64
	Shapes  []AreaShape
}

// AreaShape is an area's extent over a span of days.
type AreaShape struct {
	From, To CivilDate
	Geometry string // GeoJSON Polygon or MultiPolygon, holes allowed
	Sources  []Source
	At       Instant
}

// Layer groups events and areas on the map.
type Layer struct {
	ID       ID
	Key      string
	Names    map[string]string
	Position int
	Version  int64
}

// Timeline is an ordered choice of events.
type Timeline struct {
	ID      ID
	Edition ID
	Slug    string
	Title   string
	Events  []ID
	Version int64
}
