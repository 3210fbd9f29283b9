package architecture

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestImports holds the house to the table.
func TestImports(t *testing.T) {
	for _, violation := range Violations(listPackages(t)) {
		t.Error(violation)
	}
}

// listPackages asks go for every package of the module.
func listPackages(t *testing.T) []Package {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-e", "-json=ImportPath,Imports,TestImports,XTestImports", "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []Package
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var listed struct {
			ImportPath, Name                   string
			Imports, TestImports, XTestImports []string
		}
		if err := decoder.Decode(&listed); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		tests := slices.DeleteFunc(append(listed.TestImports, listed.XTestImports...), func(path string) bool { return path == listed.ImportPath })
		packages = append(packages, Package{Path: listed.ImportPath, Imports: listed.Imports, TestImports: tests})
	}
	if len(packages) == 0 {
		t.Fatal("go list found no packages")
	}
	return packages
}

// TestViolations plants what the table forbids, and what it allows.
func TestViolations(t *testing.T) {
	tests := []struct {
		name     string
		from     string
		imports  string
		inTest   bool
		violates bool
	}{
		{"a service imports the store", "internal/desk", "dateline/internal/store", false, false},
		{"a service imports a service", "internal/desk", "dateline/internal/focus", false, true},
		{"a test of a service imports a service", "internal/desk", "dateline/internal/focus", true, true},
		{"a service imports web", "internal/search", "dateline/internal/web", false, true},
		{"the site imports the newsroom", "internal/web/site", "dateline/internal/web/newsroom", false, true},
		{"the newsroom imports the site", "internal/web/newsroom", "dateline/internal/web/site", false, true},
		{"the API imports the site", "internal/web/api", "dateline/internal/web/site", false, true},
		{"the newsroom imports the API", "internal/web/newsroom", "dateline/internal/web/api", false, true},
		{"the site imports web", "internal/web/site", "dateline/internal/web", false, false},
		{"web imports what stands on it", "internal/web", "dateline/internal/web/site", false, true},
		{"the site imports the press", "internal/web/site", "dateline/internal/press", false, false},
		{"the newsroom imports the press", "internal/web/newsroom", "dateline/internal/press", false, true},
		{"the site imports the store", "internal/web/site", "dateline/internal/store", false, true},
		{"the vocabulary imports prose", "internal/news", "dateline/internal/prose", false, true},
		{"the vocabulary imports x/text", "internal/news", "golang.org/x/text/unicode/norm", false, false},
		{"the vocabulary imports a module", "internal/news", "github.com/google/go-cmp/cmp", false, true},
		{"the vocabulary imports the standard library", "internal/news", "net/url", false, false},
		{"config imports a module", "internal/config", "golang.org/x/text/language", false, true},
		{"config imports the vocabulary", "internal/config", "dateline/internal/news", false, true},
		{"app imports config", "internal/app", "dateline/internal/config", false, false},
		{"web imports config", "internal/web", "dateline/internal/config", false, true},
		{"the command imports app", "cmd/dateline", "dateline/internal/app", false, false},
		{"the command imports config", "cmd/dateline", "dateline/internal/config", false, true},
		{"app imports test code", "internal/app", "dateline/internal/apptest", false, true},
		{"app imports a tool", "internal/app", "dateline/internal/tools/postgres", false, true},
		{"a test imports test code", "internal/desk", "dateline/internal/storetest", true, false},
		{"a service imports test code", "internal/desk", "dateline/internal/storetest", false, true},
		{"a test imports the sample", "internal/press", "dateline/internal/sample", true, false},
		{"a service imports database/sql", "internal/desk", "database/sql", false, true},
		{"the store imports database/sql", "internal/store", "database/sql", false, false},
		{"the jobs import database/sql", "internal/jobs", "database/sql", false, false},
		{"app imports a driver", "internal/app", "github.com/jackc/pgx/v5/stdlib", false, true},
		{"the store imports locale", "internal/store", "dateline/internal/locale", false, false},
		{"the press imports locale", "internal/press", "dateline/internal/locale", false, true},
		{"a part of the wire inherits its rule", "internal/wire/wxr", "dateline/internal/desk", false, false},
		{"a part of the wire inherits its limits", "internal/wire/wxr", "dateline/internal/web", false, true},
		{"the wire imports its part", "internal/wire", "dateline/internal/wire/wxr", false, false},
		{"app imports a part of the wire", "internal/app", "dateline/internal/wire/wxr", false, false},
		{"a theme imports the house", "themes/courier", "dateline/internal/news", false, true},
		{"a package nobody planned", "internal/util", "fmt", false, true},
		{"a name that only begins like a package's", "internal/newsletter", "fmt", false, true},
		{"an import nobody planned", "internal/desk", "dateline/internal/util", false, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := Package{Path: module + "/" + tt.from}
			if tt.inTest {
				p.TestImports = []string{tt.imports}
			} else {
				p.Imports = []string{tt.imports}
			}
			if got := Violations([]Package{p}); (len(got) > 0) != tt.violates {
				t.Errorf("violations: %q, want any: %v", got, tt.violates)
			}
		})
	}
}

// TestTableHasFloors proves that the table itself allows no circle: each
// package imports only floors below it.
func TestTableHasFloors(t *testing.T) {
	done := map[string]bool{}
	var visit func(pkg string, path []string)
	visit = func(pkg string, path []string) {
		if slices.Contains(path, pkg) {
			t.Fatalf("a circle: %s → %s", strings.Join(path, " → "), pkg)
		}
		if done[pkg] {
			return
		}
		r, known := ruleOf(pkg)
		if !known {
			t.Fatalf("%s may be imported by %s, and has no row", pkg, path[len(path)-1])
		}
		for _, below := range r.may {
			if below != all {
				visit(below, append(path, pkg))
			}
		}
		done[pkg] = true
	}
	for _, r := range table {
		visit(r.pkg, nil)
	}
}
