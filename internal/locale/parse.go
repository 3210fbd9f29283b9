package locale

import (
	"bytes"
	"encoding/json"
	"fmt"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// parseWords reads one language's file.
func parseWords(tag language.Tag, text []byte) (messages, error) {
	read := messages{}
	err := eachMember(text, func(key string, value json.RawMessage) error {
		if len(read) >= MaxWords {
			return fmt.Errorf("there are more than %d messages", MaxWords)
		}
		m, err := parseMessage(tag, value)
		if err != nil {
			return fmt.Errorf("message %q: %w", key, err)
		}
		read[key] = m
		return nil
	})
	return read, err
}

// parseMessage reads a text or an object of texts by plural category.
func parseMessage(tag language.Tag, value json.RawMessage) (*message, error) {
	m := &message{tag: tag}
	if len(value) == 0 || value[0] != '{' {
		return m, m.setForm(plural.Other, value)
	}
	m.counted = true
	err := eachMember(value, func(name string, value json.RawMessage) error {
		form, ok := formNamed(name)
		if !ok {
			return fmt.Errorf("%q is not a plural category (zero, one, two, few, many, other)", name)
		}
		return m.setForm(form, value)
	})
	if err == nil && m.forms[plural.Other] == nil {
		err = fmt.Errorf("the plural form \"other\" is missing")
	}
	return m, err
}

// setForm parses the text of one form.
func (m *message) setForm(form plural.Form, value json.RawMessage) error {
	var text string
	if err := json.Unmarshal(value, &text); err != nil {
		return fmt.Errorf("not a text: %w", err)
	}
	if text == "" || len(text) > MaxSentence {
		return fmt.Errorf("the text is empty or longer than %d bytes", MaxSentence)
	}
	s, err := parseSentence(text)
	m.forms[form] = s
	return err
}

// eachMember calls do with each member of a JSON object in order. Unlike
// json.Unmarshal it refuses a key that stands twice: one of the two texts would
// be lost silently.
func eachMember(object []byte, do func(key string, value json.RawMessage) error) error {
	dec := json.NewDecoder(bytes.NewReader(object))
	if first, err := dec.Token(); err != nil || first != json.Delim('{') {
		return fmt.Errorf("not a JSON object (%w)", orUnexpected(err))
	}
	seen := map[string]bool{}
	for dec.More() {
		token, err := dec.Token()
		if err != nil {
			return fmt.Errorf("broken JSON: %w", err)
		}
		key, _ := token.(string) // the decoder itself refuses any other key
		if seen[key] {
			return fmt.Errorf("the key %q stands twice", key)
		}
		seen[key] = true
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return fmt.Errorf("broken JSON after %q: %w", key, err)
		}
		if err := do(key, value); err != nil {
			return err
		}
	}
	if _, err := dec.Token(); err != nil {
		return fmt.Errorf("the JSON object does not end: %w", err)
	}
	if dec.More() {
		return fmt.Errorf("there is text after the JSON object")
	}
	return nil
}

func orUnexpected(err error) error {
	if err == nil {
		return fmt.Errorf("it begins with something else")
	}
	return err
}
