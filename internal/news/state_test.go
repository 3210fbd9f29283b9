package news_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/internal/news"
)

var (
	standings = []news.Standing{news.Unpublished, news.Published, news.Retracted, news.Withdrawn}
	stages    = []news.Stage{news.Drafting, news.Submitted, news.Approved, news.Scheduled, news.Done}
	acts      = []news.Act{
		news.ActDraft, news.ActSave, news.ActSubmit, news.ActSendBack, news.ActApprove, news.ActSchedule, news.ActUnschedule,
		news.ActPublish, news.ActUpdate, news.ActCorrect, news.ActFix, news.ActRetract, news.ActWithdraw, news.ActTranslate,
		news.ActPlace, news.ActImport, news.ActSettle, news.ActPicture, news.ActApproveCom, news.ActRemoveCom,
	}
)

// everyMove is all that can happen to a story; what is not here is refused.
const everyMove = `
unpublished/drafting: save=drafting submit=submitted approve=approved schedule=scheduled publish=published/done withdraw=withdrawn/done
unpublished/submitted: save=drafting send-back=drafting approve=approved schedule=scheduled publish=published/done withdraw=withdrawn/done
unpublished/approved: save=drafting send-back=drafting schedule=scheduled publish=published/done withdraw=withdrawn/done
unpublished/scheduled: save=drafting send-back=drafting schedule=scheduled unschedule=approved publish=published/done withdraw=withdrawn/done
unpublished/done:
published/drafting: save=drafting submit=submitted approve=approved update=done correct=done fix=done retract=retracted/done withdraw=withdrawn/done
published/submitted: save=drafting send-back=drafting approve=approved update=done correct=done fix=done retract=retracted/done withdraw=withdrawn/done
published/approved: save=drafting send-back=drafting update=done correct=done fix=done retract=retracted/done withdraw=withdrawn/done
published/scheduled:
published/done: save=drafting retract=retracted/done withdraw=withdrawn/done
retracted/drafting:
retracted/submitted:
retracted/approved:
retracted/scheduled:
retracted/done: withdraw=withdrawn/done
withdrawn/drafting:
withdrawn/submitted:
withdrawn/approved:
withdrawn/scheduled:
withdrawn/done:
`

func TestEveryActInEveryState(t *testing.T) {
	var got strings.Builder
	got.WriteByte('\n')
	for _, standing := range standings {
		for _, stage := range stages {
			s := news.Story{Standing: standing, Stage: stage}
			fmt.Fprintf(&got, "%s/%s:", standing, stage)
			for _, act := range acts {
				to, at, err := s.After(act)
				open := slices.Contains(s.Open(), act)
				if open != (err == nil) {
					t.Errorf("%s in %s/%s: Open says %v, After says %v", act, standing, stage, open, err)
				}
				if err != nil {
					if news.KindOf(err) != news.Conflict {
						t.Errorf("%s in %s/%s: %v is not a conflict", act, standing, stage, err)
					}
					continue
				}
				if to == standing {
					fmt.Fprintf(&got, " %s=%s", act, at)
				} else {
					fmt.Fprintf(&got, " %s=%s/%s", act, to, at)
				}
			}
			got.WriteByte('\n')
		}
	}
	if got.String() != everyMove {
		t.Errorf("the state table is\n%s\nwant\n%s", got.String(), everyMove)
	}
}

// everyPermission lists what each role may do beyond the one before it.
const everyPermission = `
contributor: draft save submit translate
reporter: picture
editor: send-back approve schedule unschedule publish update correct fix place approve-comments remove-comments
chief: retract settle
owner: withdraw import
`

func TestEveryActOfEveryRole(t *testing.T) {
	least := map[news.Act]int{}
	for line := range strings.Lines(strings.TrimSpace(everyPermission)) {
		role, list, _ := strings.Cut(strings.TrimSpace(line), ": ")
		for act := range strings.FieldsSeq(list) {
			least[news.Act(act)] = slices.Index(news.Roles, news.Role(role))
		}
	}
	if len(least) != len(acts) {
		t.Fatalf("the table names %d acts of %d", len(least), len(acts))
	}
	for _, act := range acts {
		for rank, role := range news.Roles {
			if got, want := role.May(act), rank >= least[act]; got != want {
				t.Errorf("a %s may %s: %v, want %v", role, act, got, want)
			}
			for _, own := range []bool{true, false} {
				story := news.Story{CreatedBy: 1}
				actor := news.Actor{Account: 1, Role: role}
				if !own {
					actor.Account = 2
				}
				want := rank >= least[act] && (own || role != news.Contributor)
				if got := actor.MayOn(act, story); got != want {
					t.Errorf("a %s may %s a story (own: %v): %v, want %v", role, act, own, got, want)
				}
			}
		}
		for _, nobody := range []news.Role{"", "admin", "Owner"} {
			if nobody.May(act) {
				t.Errorf("the role %q may %s", nobody, act)
			}
		}
		if !news.System.Role.May(act) {
			t.Errorf("the program itself may not %s", act)
		}
	}
	if news.Owner.May("invented") {
		t.Error("an act that nobody named is allowed")
	}
}

func TestVisibleTo(t *testing.T) {
	for _, standing := range standings {
		for _, x := range []struct {
			at   news.Instant
			want bool
		}{{0, false}, {99, true}, {100, true}, {101, false}, {-5, true}} {
			s := news.Story{Standing: standing, VisibleAt: x.at}
			if got, want := s.VisibleTo(100), x.want && standing == news.Published; got != want {
				t.Errorf("%s, visible at %d, seen at 100: %v, want %v", standing, x.at, got, want)
			}
		}
	}
}

func ExampleStory_After() {
	s := news.Story{Standing: news.Published, Stage: news.Done}
	_, stage, _ := s.After(news.ActSave)
	fmt.Println(stage)
	_, _, err := s.After(news.ActCorrect)
	fmt.Println(err)
	// Output:
	// drafting
	// A story that is published cannot undergo “correct”.
}

func ExampleActor_MayOn() {
	writer := news.Actor{Account: 7, Role: news.Contributor}
	fmt.Println(writer.MayOn(news.ActSubmit, news.Story{CreatedBy: 7}), writer.MayOn(news.ActSubmit, news.Story{CreatedBy: 8}))
	// Output: true false
}
