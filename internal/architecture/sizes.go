package architecture

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strings"
)

// The sizes of the house, in lines.
const (
	maxFunction = 60  // none is longer
	maxFile     = 500 // none is longer
	mostWithin  = 40  // nine functions in ten are no longer
	halfWithin  = 12  // half of them are no longer
)

// Source is a parsed file that is held to the rules: no test, nothing generated.
type Source struct {
	Name  string // path from the root
	file  *ast.File
	files *token.FileSet
}

// skippedDirs hold code of others, or none.
var skippedDirs = map[string]bool{"node_modules": true, "testdata": true, "bin": true, "data": true}

// Sources parses the Go files below a root.
func Sources(root fs.FS) ([]Source, error) {
	var sources []Source
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (skippedDirs[entry.Name()] || strings.HasPrefix(entry.Name(), ".")):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if !ast.IsGenerated(file) {
			sources = append(sources, Source{Name: name, file: file, files: files})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read sources: %w", err)
	}
	return sources, nil
}

// TooLong returns a sentence for every file and function over its limit.
func TooLong(sources []Source) []string {
	var found []string
	for _, s := range sources {
		if n := s.files.File(s.file.FileStart).LineCount(); n > maxFile {
			found = append(found, fmt.Sprintf("%s has %d lines, more than %d", s.Name, n, maxFile))
		}
		for _, f := range s.functions() {
			if f.lines > maxFunction {
				found = append(found, fmt.Sprintf("%s:%d: %s has %d lines, more than %d", s.Name, f.at, f.name, f.lines, maxFunction))
			}
		}
	}
	return found
}

// Unbalanced returns a sentence for each way in which the functions of the
// house are longer on the whole than it wants.
func Unbalanced(sources []Source) []string {
	var total, half, most int
	for _, s := range sources {
		for _, f := range s.functions() {
			total++
			if f.lines <= halfWithin {
				half++
			}
			if f.lines <= mostWithin {
				most++
			}
		}
	}
	var found []string
	if half*2 < total {
		found = append(found, fmt.Sprintf("%d of %d functions are within %d lines, less than half", half, total, halfWithin))
	}
	if most*10 < total*9 {
		found = append(found, fmt.Sprintf("%d of %d functions are within %d lines, less than nine in ten", most, total, mostWithin))
	}
	return found
}

// function is a declared function's place and length.
type function struct {
	name      string
	at, lines int
}

// functions lists the functions that a file declares, and the long literals in
// its variables. A function's lines run from its first word to its last brace.
func (s Source) functions() []function {
	var functions []function
	add := func(name string, n ast.Node) {
		first, last := s.files.Position(n.Pos()).Line, s.files.Position(n.End()).Line
		functions = append(functions, function{name, first, last - first + 1})
	}
	for _, decl := range s.file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Body != nil {
				add(d.Name.Name, d)
			}
		case *ast.GenDecl:
			ast.Inspect(d, func(n ast.Node) bool {
				if literal, ok := n.(*ast.FuncLit); ok {
					add("a function literal", literal)
				}
				return true
			})
		}
	}
	return functions
}

// Undocumented returns the folders of packages that lack a package comment.
func Undocumented(sources []Source) []string {
	documented := map[string]bool{}
	for _, s := range sources {
		dir := path.Dir(s.Name)
		documented[dir] = documented[dir] || s.file.Doc != nil
	}
	var found []string
	for dir, ok := range documented {
		if !ok {
			found = append(found, dir+" has no package comment")
		}
	}
	return found
}
