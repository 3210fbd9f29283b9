package architecture

import (
	"fmt"
	"slices"
	"strings"
)

// module is the project's import path.
const module = "dateline"

// Package is a package with what it imports directly.
type Package struct {
	Path        string   // import path
	Imports     []string // of the package itself
	TestImports []string // of its _test.go files
}

// Violations returns a sentence for every import that the table does not
// allow, and for every package that it does not know.
func Violations(packages []Package) []string {
	var found []string
	for _, p := range packages {
		r, known := ruleOf(local(p.Path))
		if !known {
			found = append(found, fmt.Sprintf("%s has no row in the table of imports", p.Path))
			continue
		}
		for _, path := range p.Imports {
			if why := r.refuses(p.Path, path); why != "" {
				found = append(found, fmt.Sprintf("%s imports %s: %s", p.Path, path, why))
			}
		}
		for _, path := range p.TestImports {
			if why := r.refuses(p.Path, path); why != "" && !allowedInTests(path) {
				found = append(found, fmt.Sprintf("a test of %s imports %s: %s", p.Path, path, why))
			}
		}
	}
	return found
}

// refuses returns why a package under the rule may not import path, "" when it
// may.
func (r rule) refuses(from, path string) string {
	if !isLocal(path) {
		return r.refusesForeign(from, path)
	}
	imported, known := ruleOf(local(path))
	switch {
	case !known:
		return "it has no row in the table"
	case imported.pkg == r.pkg:
		return "" // its own folder
	case slices.Contains(r.may, imported.pkg):
		return ""
	case slices.Contains(r.may, all) && !isApart(imported.pkg):
		return ""
	}
	return "the table does not allow it"
}

// refusesForeign judges the import of the standard library or a module.
func (r rule) refusesForeign(from, path string) string {
	speaksSQL := slices.ContainsFunc(sqlPackages, func(p string) bool { return under(path, p) })
	switch {
	case speaksSQL && !slices.Contains(sqlOwners, r.pkg):
		return "only store speaks SQL (and jobs, for its driver)"
	case r.outside == nil || !strings.Contains(strings.Split(path, "/")[0], "."):
		return ""
	case slices.ContainsFunc(r.outside, func(p string) bool { return under(path, p) }):
		return ""
	}
	return fmt.Sprintf("%s keeps to the standard library %v", local(from), r.outside)
}

// isApart reports whether a package stands beside the house: test code,
// commands, tools, checks.
func isApart(pkg string) bool {
	apart := with(testCode, "cmd/dateline", "e2e/browser", "quality", "internal/tools", "internal/tools/postgres", "internal/architecture")
	return slices.Contains(apart, pkg)
}

// allowedInTests reports whether any _test.go file may import path.
func allowedInTests(path string) bool {
	if !isLocal(path) {
		return slices.ContainsFunc(with(sqlPackages, testModules...), func(p string) bool { return under(path, p) })
	}
	r, _ := ruleOf(local(path))
	return slices.Contains(forAnyTest, r.pkg)
}

// ruleOf finds the rule of a package: its own, or that of the nearest folder
// above it.
func ruleOf(pkg string) (rule, bool) {
	var nearest rule
	for _, r := range table {
		if under(pkg, r.pkg) && len(r.pkg) > len(nearest.pkg) {
			nearest = r
		}
	}
	return nearest, nearest.pkg != ""
}

// under reports whether path is folder or lies in it.
func under(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

func isLocal(path string) bool { return under(path, module) }

// local returns an import path without the module's name.
func local(path string) string { return strings.TrimPrefix(strings.TrimPrefix(path, module), "/") }
