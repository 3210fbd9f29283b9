package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Excerpt returns the beginning of the running text in at most words words:
// whole sentences where at least half of the words are filled by them, else
// cut after a word with an ellipsis. Headings, captions, tables, boxes and
// notes are left out. It is one line of plain text.
func Excerpt(d Doc, words int) string {
	text := runningText(d, words)
	if countWords(text) <= words {
		return text
	}
	cut := text[:wordsEnd(text, words)]
	if end := sentencesEnd(cut, text[len(cut):]); countWords(cut[:end])*2 >= words {
		return strings.TrimSpace(cut[:end])
	}
	return strings.TrimRightFunc(cut, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) + "…"
}

// FirstSentence returns the first sentence of the running text.
func FirstSentence(d Doc) string {
	text := runningText(d, maxSentence)
	for i, r := range text {
		end := i + utf8.RuneLen(r)
		if endsSentence(text, i, r) {
			return text[:closing(text, end)]
		}
	}
	return text
}

// maxSentence bounds the words in which the end of a sentence is sought.
const maxSentence = 200

// runningText joins paragraphs and lists from the beginning until there are
// more words than asked for.
func runningText(d Doc, words int) string {
	var parts []string
	count := 0
	Walk(d, func(b Block) bool {
		if count > words {
			return false
		}
		switch b := b.(type) {
		case Paragraph:
			if s := strings.Join(strings.Fields(lineText(b.Text)), " "); s != "" {
				parts, count = append(parts, s), count+countWords(s)
			}
		case List, Quote:
			return true
		}
		return false
	})
	return strings.Join(parts, " ")
}

// wordsEnd returns where the given number of words ends.
func wordsEnd(s string, words int) int {
	end, low := len(s), 0
	for low < end { // the count only grows with the length
		mid := (low + end + 1) / 2
		for mid < end && !utf8.RuneStart(s[mid]) {
			mid++
		}
		if countWords(s[:mid]) <= words {
			low = mid
		} else {
			end = cutBefore(s, mid-1)
		}
	}
	return wholeWord(s, low)
}

// wholeWord moves a cut back to where a word ends: not between the letters of
// one, nor before the marks of a letter.
func wholeWord(s string, at int) int {
	for at > 0 && at < len(s) {
		before, size := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at:])
		if !unicode.IsMark(after) && (isIdeograph(before) || !inWord(before) || !inWord(after)) {
			return at
		}
		at -= size
	}
	return at
}

func inWord(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || joins(r, "")) && !isSpaceless(r)
}

// sentencesEnd returns the end of the last whole sentence of s, before rest.
func sentencesEnd(s, rest string) int {
	whole, end := s+rest, 0
	for i, r := range s {
		if endsSentence(whole, i, r) {
			if at := closing(whole, i+utf8.RuneLen(r)); at <= len(s) {
				end = at
			}
		}
	}
	return end
}

// endsSentence says whether the sign r at i ends a sentence of s. A point does
// so only before a space and something that is not a small letter, and not
// after a single capital or a short form such as "Mr.".
func endsSentence(s string, i int, r rune) bool {
	switch r {
	case '。', '！', '？', '｡', '؟', '۔', '।', '॥', '։', '።', '။', '៖', '។':
		return true
	case '.', '!', '?', '…':
	default:
		return false
	}
	rest := s[closing(s, i+utf8.RuneLen(r)):]
	if rest == "" {
		return true
	}
	if rest[0] != ' ' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[1:])
	return !unicode.IsLower(next) && (r != '.' || !isShortForm(s[:i]))
}

// closing returns the end of the quotation marks and brackets after i.
func closing(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune(`"'”’»›)]}」』.!?`, r) {
			break
		}
		i += size
	}
	return i
}

// isShortForm says whether the word at the end of s is an initial or one of
// the short forms that stand before names and numbers.
func isShortForm(s string) bool {
	word := s[strings.LastIndexAny(s, " (\"“")+1:]
	if utf8.RuneCountInString(word) == 1 {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r)
	}
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Col", "Lt", "Sgt", "Capt", "No", "vs", "Hr", "Fr", "Mme", "M", "Sr", "Jr":
		return true
	}
	return false
}
