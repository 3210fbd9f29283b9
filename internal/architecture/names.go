package architecture

import (
	"fmt"
	"go/ast"
	"strings"
	"unicode"
)

// badSuffixes end the names of types that do not say what the thing is.
var badSuffixes = []string{"Service", "Manager", "Helper"}

// badPackages name a drawer, not a thing.
var badPackages = map[string]bool{"util": true, "utils": true, "helper": true, "helpers": true, "common": true, "misc": true}

// BadNames returns a sentence for every name that is a programmer's, not a
// journalist's.
func BadNames(sources []Source) []string {
	var found []string
	for _, s := range sources {
		if badPackages[s.file.Name.Name] {
			found = append(found, fmt.Sprintf("%s: package %s", s.Name, s.file.Name.Name))
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if name := badName(n); name != "" {
				found = append(found, fmt.Sprintf("%s:%d: %s", s.Name, s.files.Position(n.Pos()).Line, name))
			}
			return true
		})
	}
	return found
}

// badName returns the name that a node declares when it is a bad one.
func badName(n ast.Node) string {
	switch d := n.(type) {
	case *ast.FuncDecl:
		if rest, isGet := strings.CutPrefix(d.Name.Name, "Get"); isGet && (rest == "" || unicode.IsUpper(rune(rest[0]))) {
			return d.Name.Name
		}
	case *ast.TypeSpec:
		for _, suffix := range badSuffixes {
			if strings.HasSuffix(d.Name.Name, suffix) {
				return d.Name.Name
			}
		}
	}
	return ""
}
