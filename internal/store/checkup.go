package store

import (
	"context"
	"fmt"

	"dateline/internal/news"
)

// Checkup asks what should have no answer: doctor's questions about what
// refers to nothing.
type Checkup struct{ tx *Tx }

// Checkup returns doctor's questions.
func (tx *Tx) Checkup() Checkup { return Checkup{tx} }

// Dangling is something that refers to what is not there.
type Dangling struct {
	What string // "story without its working revision"
	ID   news.ID
}

// loose are the questions: each lists ids of what refers to nothing.
var loose = []struct{ what, query string }{
	{"story without its working revision", `SELECT s.id FROM stories s WHERE NOT EXISTS (SELECT 1 FROM revisions r WHERE r.id = s.working AND r.story = s.id)`},
	{"published story without its public revision", `SELECT s.id FROM stories s WHERE s.public <> 0 AND NOT EXISTS (SELECT 1 FROM revisions r WHERE r.id = s.public AND r.story = s.id)`},
	{"published story without a public revision named", `SELECT s.id FROM stories s WHERE s.standing IN ('published', 'retracted') AND s.public = 0`},
	{"published story in a section that is not there", `SELECT s.id FROM stories s WHERE s.section <> 0 AND NOT EXISTS (SELECT 1 FROM sections c WHERE c.id = s.section)`},
	{"translation of a story that is not there", `SELECT s.id FROM stories s WHERE s.source <> 0 AND NOT EXISTS (SELECT 1 FROM stories o WHERE o.id = s.source)`},
	{"published story that is not in the record", `SELECT s.id FROM stories s WHERE s.public <> 0 AND NOT EXISTS (SELECT 1 FROM record r WHERE r.story = s.id AND r.revision = s.public)`},
	{"story with a tag that is not there", `SELECT t.story FROM story_tags t WHERE NOT EXISTS (SELECT 1 FROM tags g WHERE g.id = t.tag)`},
	{"story by a person who is not there", `SELECT t.story FROM story_people t WHERE NOT EXISTS (SELECT 1 FROM people p WHERE p.id = t.person)`},
	{"story that shows a picture that is not there", `SELECT t.story FROM story_pictures t WHERE NOT EXISTS (SELECT 1 FROM pictures p WHERE p.id = t.picture)`},
	{"tie to a story that readers cannot see", `SELECT t.story FROM story_tags t JOIN stories s ON s.id = t.story WHERE s.standing <> 'published'`},
	{"picture without a rendition", `SELECT p.id FROM pictures p WHERE p.blob <> '' AND NOT EXISTS (SELECT 1 FROM renditions r WHERE r.picture = p.id)`},
	{"comment that answers one that is not there", `SELECT c.id FROM comments c WHERE c.parent <> 0 AND NOT EXISTS (SELECT 1 FROM comments o WHERE o.id = c.parent AND o.story = c.story)`},
	{"record entry of a story that is not there", `SELECT r.story FROM record r WHERE NOT EXISTS (SELECT 1 FROM stories s WHERE s.id = r.story)`},
}

// maxDangling bounds what one question lists: enough to see what is wrong.
const maxDangling = 20

// Dangling lists what refers to nothing, a few of each sort.
func (c Checkup) Dangling(ctx context.Context) ([]Dangling, error) {
	var all []Dangling
	for _, q := range loose {
		ids, err := expect("check references", scanID).many(ctx, c.tx, q.query+fmt.Sprintf(" LIMIT %d", maxDangling))
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			all = append(all, Dangling{q.what, id})
		}
	}
	return all, nil
}
