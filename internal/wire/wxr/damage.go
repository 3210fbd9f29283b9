package wxr

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// DamageKind says what damaged a text.
type DamageKind string

// The kinds of damage.
const (
	DamageSpaced   DamageKind = "spaced word"    // a filter against SQL words wrote "u n i o n"
	DamageBroken   DamageKind = "broken word"    // a filter against scripts wrote "sc<x>ript"
	DamageQuote    DamageKind = "apostrophe"     // a filter against quotes wrote prophet`s or prophet"s
	DamageSlash    DamageKind = "backslash"      // quotes were escaped once too often: prophet\'s
	DamageEscape   DamageKind = "double escape"  // entities were escaped again: &amp;quot;
	DamageMojibake DamageKind = "wrong encoding" // UTF-8 was taken for windows-1252: Ã©
	DamageLost     DamageKind = "lost character" // U+FFFD stands for what nobody knows any more
)

// DamageMark is a place where a text seems to be damaged, and what it may have
// been. It is a suggestion: only a person knows.
type DamageMark struct {
	Kind    DamageKind
	Found   string
	Suggest string // "" when nobody can know
	Offset  int    // bytes from the start of the text
}

// MaxDamage is the most marks that Damage returns for one text.
const MaxDamage = 1000

// Damage looks for the marks that filters and wrong encodings leave in a text,
// plain or HTML. The marks are in the order of the text and do not overlap.
func Damage(text string) []DamageMark {
	var marks []DamageMark
	for _, find := range []func(string) []DamageMark{spacedWords, brokenWords, doubleEscapes, wrongQuotes, mojibake, lostCharacters} {
		marks = append(marks, find(text)...)
	}
	slices.SortStableFunc(marks, func(a, b DamageMark) int { return cmp.Compare(a.Offset, b.Offset) })
	end := 0
	marks = slices.DeleteFunc(marks, func(m DamageMark) bool {
		if m.Offset < end {
			return true
		}
		end = m.Offset + len(m.Found)
		return false
	})
	return marks[:min(len(marks), MaxDamage)]
}

// Repair applies marks that a person has agreed to, in the order in which
// Damage gave them. Marks that do not fit the text are passed over.
func Repair(text string, agreed []DamageMark) string {
	var out strings.Builder
	done := 0
	for _, m := range agreed {
		if m.Offset < done || m.Kind == DamageLost || !strings.HasPrefix(text[min(m.Offset, len(text)):], m.Found) {
			continue
		}
		out.WriteString(text[done:m.Offset])
		out.WriteString(m.Suggest)
		done = m.Offset + len(m.Found)
	}
	out.WriteString(text[done:])
	return out.String()
}

// filtered are the words that such filters look for, longest first where one
// begins with another.
var filtered = []string{"union", "select", "insert", "update", "delete", "truncate", "replace", "create", "alter", "drop", "table", "database",
	"where", "order", "group", "having", "from", "into", "like", "join", "exec", "execute", "declare", "script", "javascript", "vbscript",
	"iframe", "object", "applet", "embed", "onload", "onclick", "onerror", "alert", "eval", "cookie", "concat", "benchmark", "sleep", "char"}

// spacedWords finds filtered words among letters that stand apart.
func spacedWords(text string) []DamageMark {
	var marks []DamageMark
	for at := 0; at < len(text) && len(marks) < MaxDamage; at++ {
		end := letterRun(text, at)
		if end-at < 2*shortestFiltered-1 {
			continue
		}
		letters := strings.ReplaceAll(text[at:end], " ", "")
		for i := 0; i < len(letters); {
			n := filteredPrefix(letters[i:])
			if n == 0 {
				i++
				continue
			}
			start := at + 2*i
			marks = append(marks, DamageMark{DamageSpaced, text[start : start+2*n-1], letters[i : i+n], start})
			i += n
		}
		at = end
	}
	return marks
}

// shortestFiltered is the length of the shortest filtered words.
const shortestFiltered = 4

// letterRun returns the end of the run "u n i o n" of single letters that
// begins at a position, or that position.
func letterRun(text string, at int) int {
	if !isLetter(text, at) || at > 0 && isWordByte(text[at-1]) {
		return at
	}
	end := at
	for i := at; isLetter(text, i) && (i+1 == len(text) || !isWordByte(text[i+1])); i += 2 {
		end = i + 1
		if end == len(text) || text[end] != ' ' {
			break
		}
	}
	return end
}

func isLetter(text string, at int) bool {
	return at < len(text) && 'a' <= text[at]|0x20 && text[at]|0x20 <= 'z'
}

func isWordByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_' || c >= 0x80
}

// filteredPrefix returns the length of the longest filtered word that letters
// begin with.
func filteredPrefix(letters string) int {
	best := 0
	for _, word := range filtered {
		if n := len(word); n > best && n <= len(letters) && strings.EqualFold(letters[:n], word) {
			best = n
		}
	}
	return best
}

var brokenWord = regexp.MustCompile(`(?i)\b([a-z]{1,9})(<x>|/\*\*/)([a-z]{1,9})\b`)

// brokenWords finds filtered words that were broken with a sign inside.
func brokenWords(text string) []DamageMark {
	var marks []DamageMark
	if !strings.Contains(text, "<x>") && !strings.Contains(text, "/**/") {
		return nil
	}
	for _, m := range brokenWord.FindAllStringSubmatchIndex(text, MaxDamage) {
		whole := text[m[2]:m[3]] + text[m[6]:m[7]]
		if filteredPrefix(whole) > m[3]-m[2] {
			marks = append(marks, DamageMark{DamageBroken, text[m[0]:m[1]], whole, m[0]})
		}
	}
	return marks
}

var doubleEscape = regexp.MustCompile(`&amp;(?:amp;)*(?:amp|quot|lt|gt|apos|nbsp|hellip|[lr][sd]quo|[mn]dash|[lr]aquo|#\d{1,6}|#x[0-9a-fA-F]{1,5});`)

// doubleEscapes finds entities whose ampersand was escaped again, any number
// of times. The suggestion is the entity as it was: valid in HTML and in text
// that is decoded once.
func doubleEscapes(text string) []DamageMark {
	var marks []DamageMark
	for _, span := range doubleEscape.FindAllStringIndex(text, MaxDamage) {
		found := text[span[0]:span[1]]
		marks = append(marks, DamageMark{DamageEscape, found, "&" + found[strings.LastIndex(found[:len(found)-1], ";")+1:], span[0]})
	}
	return marks
}

// Signs that stand where an apostrophe was typed: a backtick between letters,
// a double quote before the end of an English word.
var (
	apostrophes = []string{"`", "´", `"`, "&quot;", "&#34;"}
	wordEnd     = regexp.MustCompile(`^(?:s|t|re|ve|ll|d|m)\b`)
	backslash   = regexp.MustCompile(`\\+(?:'|"|&#039;|&quot;)`)
)

// wrongQuotes finds signs that stand for an apostrophe, and quotes with the
// backslash that a program put before them.
func wrongQuotes(text string) []DamageMark {
	var marks []DamageMark
	for _, sign := range apostrophes {
		found := 0
		for at := 0; found < MaxDamage; at += len(sign) {
			i := strings.Index(text[at:], sign)
			if i < 0 {
				break
			}
			at += i
			if isApostrophe(text, at, sign) {
				marks = append(marks, DamageMark{DamageQuote, sign, "'", at})
				found++
			}
		}
	}
	for _, span := range backslash.FindAllStringIndex(text, MaxDamage) {
		found := text[span[0]:span[1]]
		marks = append(marks, DamageMark{DamageSlash, found, strings.TrimLeft(found, `\`), span[0]})
	}
	return marks
}

// isApostrophe reports whether a sign stands between letters as an apostrophe
// does.
func isApostrophe(text string, at int, sign string) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	behind := text[at+len(sign):]
	after, _ := utf8.DecodeRuneInString(behind)
	if !unicode.IsLetter(before) || !unicode.IsLetter(after) {
		return false
	}
	if sign == "`" || sign == "´" {
		return true
	}
	return wordEnd.MatchString(behind[:min(len(behind), 4)]) && !opensQuote(text, at, at+len(sign))
}

// opensQuote reports whether a sign stands inside of a tag, where it ends an
// attribute's value: alt="a"title="b".
func opensQuote(text string, from, to int) bool {
	before := text[max(0, from-200):from]
	if open := strings.LastIndexByte(before, '<'); open >= 0 && !strings.Contains(before[open:], ">") {
		return true
	}
	return text[from:to] == `"` && strings.HasSuffix(strings.TrimRight(before, "abcdefghijklmnopqrstuvwxyz"), `="`)
}

func lostCharacters(text string) []DamageMark {
	var marks []DamageMark
	const lost = "\ufffd"
	for at := 0; len(marks) < MaxDamage; at += len(lost) {
		i := strings.Index(text[at:], lost)
		if i < 0 {
			break
		}
		at += i
		marks = append(marks, DamageMark{Kind: DamageLost, Found: lost, Offset: at})
	}
	return marks
}
