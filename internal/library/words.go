package library

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"dateline/internal/news"
)

// SourceTypes are the terms of the IPTC's vocabulary of digital source types
// (cv.iptc.org/newscodes/digitalsourcetype) that a picture can have.
var SourceTypes = []string{
	"digitalCapture", "computationalCapture", "negativeFilm", "positiveFilm", "print", "humanEdits",
	"compositeWithTrainedAlgorithmicMedia", "algorithmicallyEnhanced", "digitalCreation", "dataDrivenMedia",
	"trainedAlgorithmicMedia", "algorithmicMedia", "screenCapture", "virtualRecording", "composite",
	"compositeCapture", "compositeSynthetic", "minorHumanEdits", "digitalArt", "softwareImage",
}

// described is the picture as its sender describes it, checked.
func described(u Upload) (news.Picture, error) {
	p := news.Picture{
		FocusX: u.FocusX, FocusY: u.FocusY, Creator: u.Creator, Credit: u.Credit, Copyright: u.Copyright,
		Rights: u.Rights, RightsEnd: u.RightsEnd, SourceType: u.SourceType, Words: map[string]news.PictureWords{},
	}
	if p.FocusX == 0 && p.FocusY == 0 {
		p.FocusX, p.FocusY = 50, 50
	}
	maps.Copy(p.Words, u.Words)
	return p, checkPicture(p)
}

// checkPicture says what is wrong with a picture's description.
func checkPicture(p news.Picture) error {
	for _, l := range []struct{ field, text string }{
		{"creator", p.Creator}, {"credit", p.Credit}, {"copyright", p.Copyright}, {"rights", p.Rights},
	} {
		if err := checkText(l.field, l.text, MaxLine); err != nil {
			return err
		}
	}
	if p.FocusX < 0 || p.FocusX > 100 || p.FocusY < 0 || p.FocusY > 100 {
		return news.Errorf(news.Invalid, "focus", "The point to keep lies outside of the picture. Each part runs from 0 to 100 per cent.")
	}
	if p.SourceType != "" && !slices.Contains(SourceTypes, p.SourceType) {
		return news.Errorf(news.Invalid, "sourceType", "%.80q is no digital source type. Choose one of the list, e.g. digitalCapture.", p.SourceType)
	}
	if p.RightsEnd < 0 {
		return news.Errorf(news.Invalid, "rightsEnd", "The end of the rights lies before all time. Leave it empty for none.")
	}
	return checkWords(p.Words)
}

func checkWords(words map[string]news.PictureWords) error {
	if len(words) > MaxLanguages {
		return news.Errorf(news.Invalid, "words", "There are words in %d languages; at most %d fit. Remove some.", len(words), MaxLanguages)
	}
	for l, w := range words {
		if _, err := language.Parse(l); err != nil {
			return news.Errorf(news.Invalid, "words", "%.40q is no language tag. Use one like en or ar.", l)
		}
		if err := checkText(fmt.Sprintf("words[%s].caption", l), w.Caption, MaxCaption); err != nil {
			return err
		}
		if err := checkText(fmt.Sprintf("words[%s].alt", l), w.Alt, MaxAlt); err != nil {
			return err
		}
	}
	return nil
}

func checkText(field, text string, most int) error {
	if !utf8.ValidString(text) {
		return news.Errorf(news.Invalid, field, "The text is not valid UTF-8. Paste it again as plain text.")
	}
	if n := utf8.RuneCountInString(text); n > most {
		return news.Errorf(news.Invalid, field, "The text has %d characters; at most %d fit. Shorten it.", n, most)
	}
	if strings.IndexFunc(text, isControl) >= 0 {
		return news.Errorf(news.Invalid, field, "The text holds a control character. Paste it again as plain text.")
	}
	return nil
}

// isControl finds what no text holds: control characters and the two
// characters that XML cannot write.
func isControl(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF
}

// settle makes a text from a file fit to be kept: valid, without control
// characters, no longer than most.
func settle(text string, most int) string {
	text = strings.Map(func(r rune) rune {
		if isControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	text = strings.TrimSpace(text)
	if utf8.RuneCountInString(text) > most {
		text = strings.TrimSpace(string([]rune(text)[:most-1])) + "…"
	}
	return text
}

// complete fills what the sender left empty from what the file says.
func (l *Library) complete(p *news.Picture, f Facts) {
	p.Width, p.Height = f.Width, f.Height
	for _, t := range []struct {
		to   *string
		from string
	}{{&p.Creator, f.Creator}, {&p.Credit, f.Credit}, {&p.Copyright, f.Copyright}, {&p.Rights, f.Rights}} {
		if *t.to == "" {
			*t.to = settle(t.from, MaxLine)
		}
	}
	if p.SourceType == "" && slices.Contains(SourceTypes, f.SourceType) {
		p.SourceType = f.SourceType
	}
	for _, said := range f.Words {
		l.completeWords(p, said)
	}
}

func (l *Library) completeWords(p *news.Picture, said SaidWords) {
	tag := said.Language
	if tag == "" {
		tag = l.language
	}
	if _, err := language.Parse(tag); err != nil {
		return
	}
	w, known := p.Words[tag]
	if !known && len(p.Words) >= MaxLanguages {
		return
	}
	if w.Caption == "" {
		w.Caption = settle(said.Caption, MaxCaption)
	}
	if w.Alt == "" {
		w.Alt = settle(said.Alt, MaxAlt)
	}
	if w != (news.PictureWords{}) {
		p.Words[tag] = w
	}
}
