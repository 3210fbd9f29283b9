// Package nu runs the Nu HTML checker, the reference checker of HTML, over
// files: all of them in one start of its Java program, which takes seconds.
//
// Start reading at Check. It knows nothing of where the pages come from.
package nu

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"dateline/quality/node"
)

// ErrMissing says that the machine has no Java to run the checker.
var ErrMissing = errors.New("java is not on this machine: apt-get install default-jre-headless")

// Message is an error that the checker found in a page.
type Message struct {
	File    string // as it was given
	Line    int    // from 1; 0 when the message is of the whole page
	Text    string
	Extract string // the source around it
}

func (m Message) String() string {
	return fmt.Sprintf("%s:%d: %s: %s", m.File, m.Line, m.Text, strings.TrimSpace(m.Extract))
}

// Check checks HTML files and returns the errors in them. Warnings and remarks
// are not errors.
func Check(ctx context.Context, files ...string) ([]Message, error) {
	if len(files) == 0 {
		return nil, errors.New("nu: no files to check")
	}
	for _, file := range files {
		if _, err := os.Stat(file); err != nil { // the checker would be silent about it
			return nil, fmt.Errorf("nu: %w", err)
		}
	}
	java, err := exec.LookPath("java")
	if err != nil {
		return nil, ErrMissing
	}
	modules, err := node.Install(ctx, node.Checkers)
	if err != nil {
		return nil, err
	}
	jar := filepath.Join(modules, "vnu-jar", "build", "dist", "vnu.jar")
	args := append([]string{"-Xss1m", "-jar", jar, "--format", "json", "--exit-zero-always", "--stdout", "--errors-only"}, files...)
	out, err := exec.CommandContext(ctx, java, args...).Output()
	if err != nil {
		return nil, fmt.Errorf("nu: %w%s", err, complaint(err))
	}
	return read(out, files)
}

// read takes the checker's report apart. A file that the checker could not
// read at all is an error of Check, never a page without faults.
func read(out []byte, files []string) ([]Message, error) {
	var report struct {
		Messages []struct {
			Type, SubType, URL, Message, Extract string
			LastLine                             int
		} `json:"messages"`
	}
	if err := json.Unmarshal(out, &report); err != nil {
		return nil, fmt.Errorf("nu: the checker's report: %w: %.200s", err, out)
	}
	var found []Message
	for _, m := range report.Messages {
		switch m.Type {
		case "non-document-error":
			return nil, fmt.Errorf("nu: %s: %s", m.URL, m.Message)
		case "error":
			found = append(found, Message{File: named(m.URL, files), Line: m.LastLine, Text: m.Message, Extract: m.Extract})
		}
	}
	return found, nil
}

// named returns the file as it was given for the address that the checker
// reports it by.
func named(url string, files []string) string {
	for _, file := range files {
		if absolute, err := filepath.Abs(file); err == nil && strings.HasSuffix(url, absolute) {
			return file
		}
	}
	return url
}

// complaint returns what a failed command wrote, on a line of its own.
func complaint(err error) string {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && len(exit.Stderr) > 0 {
		return "\n" + string(bytes.TrimSpace(exit.Stderr))
	}
	return ""
}
