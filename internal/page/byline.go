package page

// Byline says who made a story, in order. Several people of one role share a
// Credit. It may be empty: a story needs no byline.
type Byline []Credit

// Role is what somebody did for a story. The theme has words for each.
type Role string

// The roles of a byline.
const (
	RoleBy          Role = "by"          // wrote it
	RoleWith        Role = "with"        // contributed, often from elsewhere
	RolePhotographs Role = "photographs" // took the pictures
	RoleTranslation Role = "translation"
	RoleEditing     Role = "editing"
	RoleData        Role = "data"     // data and graphics
	RoleResearch    Role = "research" // research and verification
)

// Roles returns every role, for checks that the theme has words for each.
func Roles() []Role {
	return []Role{RoleBy, RoleWith, RolePhotographs, RoleTranslation, RoleEditing, RoleData, RoleResearch}
}

// Credit is people of one role, and where they worked from when it matters.
type Credit struct {
	Role   Role
	People []Person
	Place  string // "Pressburg"; may be empty
}

// Person is a name with its page. Lang is set when the name is written in
// another script or language than the page.
type Person struct {
	Name string
	URL  string
	Lang string
}
