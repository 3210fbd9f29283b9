package accounts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"dateline/internal/news"
)

// Limits of what is said of an account, in characters.
const (
	MinLogin    = 2
	MaxLogin    = 64
	MaxName     = 120
	MaxEmail    = 254
	MaxLanguage = 35
)

// Entry is what an owner says of an account.
type Entry struct {
	Login    string
	Name     string
	Email    string // may be empty
	Role     news.Role
	Language string // of the screens
}

// settle writes the entry into an account, or says what is wrong with it.
func (e Entry) settle(a *news.Account) error {
	login := foldLogin(e.Login)
	if n := utf8.RuneCountInString(login); n < MinLogin || n > MaxLogin || strings.IndexFunc(login, notInLogin) >= 0 {
		return news.Errorf(news.Invalid, "login", "A sign-in name has %d to %d letters, digits, dots, hyphens or underscores, and no spaces.", MinLogin, MaxLogin)
	}
	name := strings.TrimSpace(e.Name)
	if name == "" || utf8.RuneCountInString(name) > MaxName || strings.IndexFunc(name, unicode.IsControl) >= 0 {
		return news.Errorf(news.Invalid, "name", "Write the person's name, in at most %d characters.", MaxName)
	}
	email := strings.TrimSpace(e.Email)
	if email != "" && (len(email) > MaxEmail || strings.Count(email, "@") != 1 || strings.ContainsFunc(email, notInEmail)) {
		return news.Errorf(news.Invalid, "email", "This is not an e-mail address such as name@example.org.")
	}
	if !slices.Contains(news.Roles, e.Role) {
		return news.Errorf(news.Invalid, "role", "Choose a role.")
	}
	if _, err := language.Parse(e.Language); err != nil || len(e.Language) > MaxLanguage {
		return news.Errorf(news.Invalid, "language", "Choose the language of the screens.")
	}
	a.Login, a.Name, a.Email, a.Role, a.Language = login, name, email, e.Role, e.Language
	return nil
}

// foldLogin brings a sign-in name into the form that is kept and compared.
func foldLogin(login string) string {
	if len(login) > 4*MaxLogin {
		return "" // longer than any; and nothing that could be kept
	}
	return strings.ToLower(norm.NFKC.String(strings.TrimSpace(login)))
}

func notInLogin(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-@", r)
}

func notInEmail(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }
