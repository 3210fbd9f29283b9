package news

import "slices"

// The acts on stories, and on what stands around them.
const (
	ActDraft      Act = "draft"
	ActSave       Act = "save"
	ActSubmit     Act = "submit"
	ActSendBack   Act = "send-back"
	ActApprove    Act = "approve"
	ActSchedule   Act = "schedule"
	ActUnschedule Act = "unschedule"
	ActEmbargo    Act = "embargo" // set, move or lift it
	ActPublish    Act = "publish"
	ActUpdate     Act = "update"
	ActCorrect    Act = "correct"
	ActFix        Act = "fix"
	ActRetract    Act = "retract"
	ActWithdraw   Act = "withdraw"
	ActDelist     Act = "delist"
	ActRelist     Act = "relist"
	ActTranslate  Act = "translate"
	ActPlace      Act = "place"
	ActImport     Act = "import"
	ActSettle     Act = "settle" // settings, editions, sections, tags, people
	ActPicture    Act = "picture"
	ActApproveCom Act = "approve-comments"
	ActRemoveCom  Act = "remove-comments"
	ActAccount    Act = "account" // who can sign in, and as what
)

// RecordedActs are the acts that change what readers see of a story, and so
// stand in the public record.
var RecordedActs = []Act{ActPublish, ActUpdate, ActCorrect, ActFix, ActRetract, ActWithdraw}

// Role is what an account may do in the newsroom; each includes the ones
// before it.
type Role string

// The roles, from least to most.
const (
	Contributor Role = "contributor" // drafts and submits own stories
	Reporter    Role = "reporter"    // works on every story, publishes none
	Editor      Role = "editor"      // approves, publishes, corrects, places
	Chief       Role = "chief"       // retracts; keeps sections, lists and people
	Owner       Role = "owner"       // withdraws; keeps accounts and settings
)

// Roles lists the roles from least to most.
var Roles = []Role{Contributor, Reporter, Editor, Chief, Owner}

// least is the least role for each act.
var least = map[Act]Role{
	ActDraft: Contributor, ActSave: Contributor, ActSubmit: Contributor, ActTranslate: Contributor,
	ActSendBack: Editor, ActApprove: Editor, ActSchedule: Editor, ActUnschedule: Editor, ActEmbargo: Editor,
	ActPublish: Editor, ActUpdate: Editor, ActCorrect: Editor, ActFix: Editor, ActPlace: Editor,
	ActPicture: Reporter, ActApproveCom: Editor, ActRemoveCom: Editor,
	ActRetract: Chief, ActDelist: Chief, ActRelist: Chief, ActSettle: Chief, ActImport: Owner, ActWithdraw: Owner, ActAccount: Owner,
}

// May says whether a role may perform an act. A contributor may so only on
// own stories: see Actor.MayOn.
func (r Role) May(act Act) bool {
	need, known := least[act]
	return known && slices.Index(Roles, r) >= slices.Index(Roles, need)
}

// Actor is who performs an act.
type Actor struct {
	Account ID
	Role    Role
}

// System is the program itself: schedules and the demo newsroom act as it.
var System = Actor{Role: Owner}

// MayOn says whether the actor may perform an act on a story: a contributor
// only on one that the same account began.
func (a Actor) MayOn(act Act, s Story) bool {
	if !a.Role.May(act) {
		return false
	}
	return a.Role != Contributor || s.CreatedBy == a.Account
}

// state is where a story stands, to readers and at the desk.
type state struct {
	standing Standing
	stage    Stage
}

// move is what an act makes of a story.
type move struct {
	act  Act
	from []state
	to   state
}

var (
	draft     = state{Unpublished, Drafting}
	submitted = state{Unpublished, Submitted}
	approved  = state{Unpublished, Approved}
	scheduled = state{Unpublished, Scheduled}
	public    = state{Published, Done}
	// reworked: readers see one revision while a newer one is on the desk.
	reworked          = state{Published, Drafting}
	reworkedSubmitted = state{Published, Submitted}
	reworkedApproved  = state{Published, Approved}
	retracted         = state{Retracted, Done}
	withdrawn         = state{Withdrawn, Done}
)

// moves is the state table of stories: every act that a story can undergo,
// from where, and to where it leads. What is not here cannot happen.
var moves = []move{
	{ActSave, []state{draft, submitted, approved, scheduled}, draft},
	{ActSave, []state{public, reworked, reworkedSubmitted, reworkedApproved}, reworked},
	{ActSubmit, []state{draft}, submitted},
	{ActSubmit, []state{reworked}, reworkedSubmitted},
	{ActSendBack, []state{submitted, approved, scheduled}, draft},
	{ActSendBack, []state{reworkedSubmitted, reworkedApproved}, reworked},
	{ActApprove, []state{draft, submitted}, approved},
	{ActApprove, []state{reworked, reworkedSubmitted}, reworkedApproved},
	{ActSchedule, []state{draft, submitted, approved, scheduled}, scheduled},
	{ActUnschedule, []state{scheduled}, approved},
	{ActEmbargo, []state{draft}, draft},
	{ActEmbargo, []state{submitted}, submitted},
	{ActEmbargo, []state{approved}, approved},
	{ActEmbargo, []state{scheduled}, scheduled},
	{ActPublish, []state{draft, submitted, approved, scheduled}, public},
	{ActUpdate, []state{reworked, reworkedSubmitted, reworkedApproved}, public},
	{ActCorrect, []state{reworked, reworkedSubmitted, reworkedApproved}, public},
	{ActFix, []state{reworked, reworkedSubmitted, reworkedApproved}, public},
	{ActRetract, []state{public, reworked, reworkedSubmitted, reworkedApproved}, retracted},
	{ActDelist, []state{public}, public},
	{ActDelist, []state{reworked}, reworked},
	{ActDelist, []state{reworkedSubmitted}, reworkedSubmitted},
	{ActDelist, []state{reworkedApproved}, reworkedApproved},
	{ActRelist, []state{public}, public},
	{ActRelist, []state{reworked}, reworked},
	{ActRelist, []state{reworkedSubmitted}, reworkedSubmitted},
	{ActRelist, []state{reworkedApproved}, reworkedApproved},
	{ActWithdraw, []state{draft, submitted, approved, scheduled, public, reworked, reworkedSubmitted, reworkedApproved, retracted}, withdrawn},
}

// After returns the standing and stage that an act leads to from the story's
// present ones. The error is a Conflict that says what stands in the way.
func (s Story) After(act Act) (Standing, Stage, error) {
	now := state{s.Standing, s.Stage}
	for _, m := range moves {
		if m.act == act && slices.Contains(m.from, now) {
			return m.to.standing, m.to.stage, nil
		}
	}
	return "", "", Errorf(Conflict, "", "A story that is %s cannot undergo “%s”.", s.stateWords(), act)
}

// Open lists the acts that the state table allows from here, in its order.
func (s Story) Open() []Act {
	var acts []Act
	for _, m := range moves {
		if slices.Contains(m.from, state{s.Standing, s.Stage}) && !slices.Contains(acts, m.act) {
			acts = append(acts, m.act)
		}
	}
	return acts
}

func (s Story) stateWords() string {
	if s.Standing == Unpublished {
		return string(s.Stage)
	}
	if s.Stage == Done {
		return string(s.Standing)
	}
	return string(s.Standing) + " with changes " + string(s.Stage)
}
