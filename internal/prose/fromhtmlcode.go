package prose

import "strings"

// code reads preformatted text. Poems, which WordPress writes so, are a
// paragraph with its line breaks.
func (im *importer) code(e *element, sc scope) []Block {
	sc = im.enter(e, sc)
	if e.hasClass("wp-block-verse") {
		return im.verse(e, sc)
	}
	if e.find("a") != nil || e.find("img") != nil {
		im.note(Changed, e, "Links and pictures inside preformatted text were dropped; its words were kept", "")
	}
	text := im.preformatted(e)
	if strings.TrimSpace(text) == "" {
		return nil
	}
	var blocks []Block
	for text != "" {
		cut := cutBefore(text, MaxText)
		blocks = append(blocks, Code{Base: im.base(sc), Language: codeLanguage(e), Code: text[:cut]})
		text = text[cut:]
	}
	return blocks
}

// preformatted returns the text below e with its lines. The first line end of
// a pre is not content (HTML standard, "The pre element").
func (im *importer) preformatted(e *element) string {
	var b strings.Builder
	var gather func(*element)
	gather = func(n *element) {
		switch n.tag {
		case tagText:
			b.WriteString(im.cleanLines(n))
		case "br":
			b.WriteByte('\n')
		}
		for _, kid := range n.kids {
			gather(kid)
		}
	}
	gather(e)
	text := b.String()
	if len(e.kids) > 0 && e.kids[0].tag == tagText {
		text = strings.TrimPrefix(text, "\n")
	}
	return text
}

// cleanLines is clean for text that keeps its lines.
func (im *importer) cleanLines(e *element) string {
	text := strings.ReplaceAll(e.text, "\r\n", "\n")
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = im.clean(&element{tag: "pre", text: line, line: e.line})
	}
	return strings.Join(lines, "\n")
}

// verse reads a poem.
func (im *importer) verse(e *element, sc scope) []Block {
	var line []Inline
	for text := range strings.SplitSeq(strings.Trim(im.preformatted(e), "\n"), "\n") {
		if len(line) > 0 {
			line = append(line, Break{})
		}
		line = append(line, Words(text)...)
	}
	if strings.TrimSpace(lineText(line)) == "" {
		return nil
	}
	var blocks []Block
	for _, part := range divide(line) {
		blocks = append(blocks, Paragraph{Base: im.base(sc), Text: part})
	}
	return blocks
}

// codeLanguage reads the name of a language as highlighters write it.
func codeLanguage(e *element) string {
	classes := e.attr("class")
	if code := e.find("code"); code != nil {
		classes += " " + code.attr("class")
	}
	for class := range strings.FieldsSeq(strings.ReplaceAll(classes, "brush: ", "brush:")) {
		for _, prefix := range []string{"language-", "lang-", "brush:"} {
			if name, ok := strings.CutPrefix(class, prefix); ok {
				if name = strings.TrimSuffix(name, ";"); validCodeLanguage(name) {
					return name
				}
			}
		}
	}
	return ""
}
