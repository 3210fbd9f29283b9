package architecture

// rule says which packages of the project a package may import. Packages below
// it in the tree that have no rule of their own inherit it, and may import one
// another.
type rule struct {
	pkg string // import path without the module's name
	may []string
	// outside, when not nil, lists the only modules beyond the standard
	// library that it may import.
	outside []string
}

// all stands for every package that is not test code, a command or a tool.
const all = "*"

// services are the packages that hold the acts and the questions of one noun
// each. They never import each other.
var services = []string{
	"internal/desk", "internal/focus", "internal/atlas", "internal/library",
	"internal/discussion", "internal/readership", "internal/search", "internal/syndication",
}

// testCode lists packages that only tests may import, or one another.
var testCode = []string{"internal/storetest", "internal/apptest", "internal/pgtest", "internal/needs", "e2e"}

// forAnyTest lists what any _test.go file may import beside its package's rule.
var forAnyTest = []string{"internal/sample", "themes/courier", "internal/storetest", "internal/apptest", "internal/pgtest", "internal/needs"}

// sqlOwners are the packages that may import database/sql or a driver.
var sqlOwners = []string{"internal/store", "internal/jobs", "internal/storetest", "internal/pgtest"}

// sqlPackages is what a package imports that speaks SQL.
var sqlPackages = []string{"database/sql", "modernc.org/sqlite", "github.com/jackc/pgx", "github.com/pressly/goose"}

// testModules are what any test may use beyond the standard library.
var testModules = []string{"pgregory.net/rapid"}

// table is the import table of ARCHITECTURE.md. Everybody but config and the
// themes may also import news, the vocabulary.
var table = []rule{
	{pkg: "cmd/dateline", may: []string{"internal/app"}},
	{pkg: "internal/app", may: []string{all}},

	{pkg: "internal/web/site", may: with(services, "internal/news", "internal/locale", "internal/page", "internal/web", "internal/press", "internal/makeup")},
	{pkg: "internal/web/newsroom", may: with(services, "internal/news", "internal/locale", "internal/prose", "internal/store", "internal/theme", "internal/web", "internal/makeup", "internal/accounts")},
	{pkg: "internal/web/api", may: with(services, "internal/news", "internal/web")},
	{pkg: "internal/web", may: []string{"internal/news", "internal/locale", "internal/accounts", "internal/theme"}},

	{pkg: "internal/makeup", may: with(services, "internal/news", "internal/locale", "internal/page", "internal/prose", "internal/store")},
	{pkg: "internal/press", may: []string{"internal/news", "internal/page"}},
	{pkg: "internal/theme", may: []string{"internal/news", "internal/locale", "internal/page"}},
	{pkg: "internal/page", may: []string{"internal/news", "internal/locale", "internal/prose"}},
	{pkg: "internal/wire", may: with(services, "internal/news", "internal/locale", "internal/prose", "internal/store")},

	{pkg: "internal/desk", may: []string{"internal/news", "internal/locale", "internal/prose", "internal/store"}},
	{pkg: "internal/focus", may: []string{"internal/news", "internal/locale", "internal/prose", "internal/store"}},
	{pkg: "internal/atlas", may: []string{"internal/news", "internal/store"}},
	{pkg: "internal/library", may: []string{"internal/news", "internal/store"}},
	{pkg: "internal/discussion", may: []string{"internal/news", "internal/prose", "internal/store"}},
	{pkg: "internal/readership", may: []string{"internal/news", "internal/store"}},
	{pkg: "internal/search", may: []string{"internal/news", "internal/locale", "internal/prose", "internal/store"}},
	{pkg: "internal/syndication", may: []string{"internal/news", "internal/locale", "internal/prose", "internal/page", "internal/store"}},

	{pkg: "internal/accounts", may: []string{"internal/news", "internal/store"}},
	{pkg: "internal/jobs", may: []string{"internal/news", "internal/store"}},
	{pkg: "internal/mail", may: []string{"internal/news"}},
	{pkg: "internal/store", may: []string{"internal/news", "internal/locale", "internal/prose"}},
	{pkg: "internal/prose", may: []string{"internal/news"}},
	{pkg: "internal/locale", may: []string{"internal/news"}},
	{pkg: "internal/news", outside: []string{"golang.org/x/text"}},
	{pkg: "internal/config", outside: []string{}},

	{pkg: "internal/sample", may: []string{"internal/news", "internal/locale", "internal/prose"}},
	{pkg: "internal/demo", may: with(services, "internal/news", "internal/locale", "internal/prose", "internal/store", "internal/sample")},
	{pkg: "themes/courier"},
	{pkg: "frontend"},

	{pkg: "internal/storetest", may: []string{"internal/news", "internal/locale", "internal/prose", "internal/store", "internal/sample", "internal/pgtest", "internal/needs"}},
	{pkg: "internal/apptest", may: []string{all, "internal/storetest", "internal/pgtest", "internal/needs"}},
	{pkg: "internal/pgtest", may: []string{"internal/needs", "internal/tools/postgres"}},
	{pkg: "internal/needs"},
	{pkg: "e2e", may: []string{"internal/app", "internal/apptest", "internal/pgtest", "internal/needs", "quality", "e2e/browser"}},
	{pkg: "e2e/browser", may: []string{"internal/needs", "quality"}},
	{pkg: "quality"},
	{pkg: "internal/tools/postgres"},
	{pkg: "internal/tools", may: []string{"internal/tools/postgres", "e2e/browser", "quality"}},
	{pkg: "internal/architecture"},
}

// with returns the two lists as one.
func with(list []string, more ...string) []string {
	return append(append([]string(nil), list...), more...)
}
