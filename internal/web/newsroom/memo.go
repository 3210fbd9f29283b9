package newsroom

import (
	"crypto/rand"
	"slices"
	"sync"

	"dateline/internal/prose"
)

// Bounds of what is remembered between a save and the page after it.
const (
	maxMemos = 200
	maxNotes = 100
)

// memos keep, in memory and for a little while, what a save changed on the way
// in, so that the page that follows can tell it. Where they are lost, the page
// says only that the story is saved.
type memos struct {
	mu    sync.Mutex
	order []string
	notes map[string][]prose.Note
}

// keep remembers notes and returns the word under which they are found.
func (m *memos) keep(notes []prose.Note) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.notes == nil {
		m.notes = map[string][]prose.Note{}
	}
	if len(m.order) >= maxMemos {
		delete(m.notes, m.order[0])
		m.order = slices.Delete(m.order, 0, 1)
	}
	word := rand.Text()
	m.notes[word] = notes[:min(len(notes), maxNotes)]
	m.order = append(m.order, word)
	return word
}

// find returns the notes under a word, none where they are forgotten.
func (m *memos) find(word string) []prose.Note {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.notes[word]
}
