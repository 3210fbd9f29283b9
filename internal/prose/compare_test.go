package prose

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// anyEdit draws an edit of a document: blocks deleted, moved, amended and
// inserted.
func anyEdit(t *rapid.T, d Doc, seed string) Doc {
	g := &generator{t: t, ids: SeededIDs(seed)}
	blocks := slices.Clone(d.Blocks)
	for range g.pick(4, "edits") {
		if len(blocks) == 0 {
			break
		}
		i := g.pick(len(blocks), "block")
		switch g.pick(4, "edit") {
		case 0:
			blocks = slices.Delete(blocks, i, i+1)
		case 1:
			b := blocks[i]
			blocks = slices.Insert(slices.Delete(blocks, i, i+1), g.pick(len(blocks), "to"), b)
		case 2:
			blocks[i] = Paragraph{Base: blocks[i].Common(), Text: g.line(true)}
		case 3:
			blocks = slices.Insert(blocks, i, g.block(2))
		}
	}
	return Normalise(Doc{Blocks: blocks})
}

func TestDiffAndPatch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := anyDoc(t)
		after := anyEdit(t, before, "edit")
		changes := Diff(before, after)
		got, err := Patch(before, changes)
		if err != nil || !reflect.DeepEqual(got, after) {
			t.Fatalf("%v\n got %s\nwant %s", err, Canonical(got), Canonical(after))
		}
		for _, c := range changes {
			checkWords(t, c)
		}
		if bytes.Equal(Canonical(before), Canonical(after)) {
			for _, c := range changes {
				if c.Op != Same || c.Moved {
					t.Fatalf("a text differs from itself: %+v", c)
				}
			}
		}
		if len(changes) > 0 && Canonical(before) != nil {
			other := Doc{Blocks: append(slices.Clone(before.Blocks), Rule{Base: Base{ID: "other"}})}
			if _, err := Patch(other, changes); err == nil {
				t.Fatal("changes of one text were applied to another")
			}
		}
	})
}

// checkWords demands that the words of a change make up both texts.
func checkWords(t *rapid.T, c Change) {
	if c.Op == Same {
		return
	}
	var before, after strings.Builder
	for _, w := range c.Words {
		if w.Op != Inserted {
			before.WriteString(w.Text)
		}
		if w.Op != Deleted {
			after.WriteString(w.Text)
		}
	}
	if c.Before != nil && before.String() != blockWords(c.Before) || c.After != nil && after.String() != blockWords(c.After) {
		t.Fatalf("the words of %+v do not make up its texts", c)
	}
}

func TestDiffWordsIsShortest(t *testing.T) {
	word := rapid.SampledFrom([]string{"a", "b", "c", " ", "."})
	rapid.Check(t, func(t *rapid.T) {
		before := strings.Join(rapid.SliceOf(word).Draw(t, "before"), "")
		after := strings.Join(rapid.SliceOf(word).Draw(t, "after"), "")
		words := diffWords(before, after)
		checkWords(t, Change{Op: Amended, Before: Code{Code: before}, After: Code{Code: after}, Words: words})
		same := 0
		for _, w := range words {
			if w.Op == Same {
				same += len(w.Text)
			}
		}
		if a, b := tokens(before), tokens(after); len(a) == len(before) && len(b) == len(after) && same != longestCommon(a, b) {
			t.Fatalf("%q and %q share %d signs, not %d", before, after, longestCommon(a, b), same)
		}
	})
}

// longestCommon is the textbook table for the longest common subsequence.
func longestCommon(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

func TestMergeIdentities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := anyDoc(t)
		x := anyEdit(t, base, "x")
		for name, m := range map[string][3]Doc{"ours": {base, x, base}, "theirs": {base, base, x}, "both": {base, x, x}} {
			got, conflicts := Merge(m[0], m[1], m[2])
			if len(conflicts) > 0 || !reflect.DeepEqual(got, x) {
				t.Fatalf("%s: %v\n got %s\nwant %s", name, conflicts, Canonical(got), Canonical(x))
			}
		}
	})
}

func TestMergeOfTwoEdits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := anyDoc(t)
		ours, theirs := anyEdit(t, base, "ours"), anyEdit(t, base, "theirs")
		got, conflicts := Merge(base, ours, theirs)
		if err := Check(got); err != nil {
			t.Fatalf("%v\nbase %s\nours %s\ntheirs %s", err, Canonical(base), Canonical(ours), Canonical(theirs))
		}
		_, mirrored := Merge(base, theirs, ours)
		if len(conflicts) != len(mirrored) {
			t.Fatalf("%d conflicts one way, %d the other", len(conflicts), len(mirrored))
		}
		disputed := map[string]bool{}
		for _, c := range conflicts {
			disputed[c.Block] = true
		}
		in, was := index(got), index(base)
		for _, side := range []indexed{index(ours), index(theirs)} {
			for id, key := range side.keys {
				if key != was.keys[id] && in.keys[id] != key && !disputed[id] {
					t.Fatalf("the edit of block %s was lost without a conflict", id)
				}
			}
		}
	})
}
