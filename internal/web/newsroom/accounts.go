package newsroom

import (
	"net/http"

	"dateline/internal/accounts"
	"dateline/internal/news"
)

const accountsPath = "/newsroom/accounts/"

// accounts lists who can sign in.
func (n *Newsroom) accounts(w http.ResponseWriter, r *http.Request) error {
	all, err := n.Accounts.All(r.Context(), actorOf(r))
	if err != nil {
		return err
	}
	p := &settlePage{frame: n.frame(r, accountsPath, "nav.accounts")}
	words := p.voice.phrases
	for _, a := range all {
		sub := a.Login + " · " + words.Text("role."+string(a.Role))
		if a.Disabled {
			sub += " · " + words.Text("account.off")
		}
		p.Items = append(p.Items, settleItem{Path: accountsPath + a.ID.String(), Label: a.Name, Sub: sub, Off: a.Disabled})
	}
	p.New = []navLink{{Path: accountsPath + fresh, Label: words.Text("account.new")}}
	return n.show(w, http.StatusOK, "settle", p)
}

// account shows one account's forms.
func (n *Newsroom) account(w http.ResponseWriter, r *http.Request) error {
	a, err := n.accountAt(r)
	if err != nil {
		return err
	}
	p, err := n.accountPage(r, a, nil)
	if err != nil {
		return err
	}
	return n.show(w, http.StatusOK, "settle", p)
}

// accountAt returns the account of the address, a beginning for a new one.
func (n *Newsroom) accountAt(r *http.Request) (news.Account, error) {
	id, err := idOrFresh(r)
	if err != nil || id == 0 {
		return news.Account{Role: news.Reporter, Language: english}, err
	}
	return n.Accounts.ByID(r.Context(), actorOf(r), id)
}

func (n *Newsroom) accountPage(r *http.Request, a news.Account, t *trouble) (*settlePage, error) {
	p := &settlePage{frame: n.frame(r, accountsPath, "nav.accounts")}
	words := p.voice.phrases
	p.Back = navLink{Path: accountsPath, Label: words.Text("nav.accounts")}
	password := n.passwordField(p.voice, "password", t)
	entry := settleForm{Heading: orText(a.Name, words.Text("account.new")), Action: accountsPath + fresh, Do: words.Text("save"), Version: a.Version, Fields: n.entryFields(p.voice, a, t)}
	if a.ID == 0 {
		entry.Fields = append(entry.Fields, password)
		p.Forms = []settleForm{entry}
		return p, nil
	}
	here := accountsPath + a.ID.String()
	entry.Action = here
	turn := settleForm{Heading: words.Text("account.disable"), About: words.Text("account.disableabout"), Action: here + "/disable", Do: words.Text("account.disable"), Version: a.Version, Stop: true}
	if a.Disabled {
		turn = settleForm{Heading: words.Text("account.enable"), Action: here + "/enable", Do: words.Text("account.enable"), Version: a.Version}
	}
	p.Forms = []settleForm{
		entry,
		{Heading: words.Text("account.password"), About: words.Text("account.passwordabout"), Action: here + "/password", Do: words.Text("account.password"), Fields: []field{password}},
		turn,
	}
	return p, nil
}

func (n *Newsroom) entryFields(v *voice, a news.Account, t *trouble) []field {
	words := v.phrases
	line := func(name, value string) field {
		return field{Name: name, Label: words.Text("account." + name), Value: value, Type: "text", Dir: "auto", Trouble: t}
	}
	var roles []string
	for _, role := range news.Roles {
		roles = append(roles, string(role))
	}
	return []field{
		line("name", a.Name), line("login", a.Login), line("email", a.Email),
		pick(line("role", ""), words, "role.", string(a.Role), roles...), n.languageField(v, a.Language, t),
	}
}

func (n *Newsroom) languageField(v *voice, chosen string, t *trouble) field {
	return pick(field{Name: "language", Label: v.phrases.Text("account.language"), Trouble: t}, v.phrases, "language.", chosen, n.tongues...)
}

func (n *Newsroom) passwordField(v *voice, name string, t *trouble) field {
	return field{
		Name: name, Label: v.phrases.Text("account." + name), Hint: v.phrases.Text("account.passwordhint", "n", accounts.MinPassword),
		Type: "password", Dir: "ltr", Auto: "new-password", Trouble: t,
	}
}

func entryOf(f form) accounts.Entry {
	return accounts.Entry{Login: f.word("login"), Name: f.word("name"), Email: f.word("email"), Role: news.Role(f.word("role")), Language: f.word("language")}
}

// accountSettle adds an account, or changes one.
func (n *Newsroom) accountSettle(w http.ResponseWriter, r *http.Request) error {
	a, err := n.accountAt(r)
	if err != nil {
		return err
	}
	f, err := formOf(r)
	if err != nil {
		return err
	}
	who := entryOf(f)
	if a.ID == 0 {
		_, err = n.Accounts.Create(r.Context(), actorOf(r), who, f.Get("password"))
	} else {
		err = n.Accounts.Change(r.Context(), actorOf(r), a.ID, f.number("version"), who)
	}
	if err != nil {
		a.Login, a.Name, a.Email, a.Role, a.Language = who.Login, who.Name, who.Email, who.Role, who.Language
		return n.settled(w, r, err, func(t *trouble) (*settlePage, error) { return n.accountPage(r, a, t) })
	}
	return seeOther(w, r, accountsPath, "settle")
}

// accountPassword gives somebody another password.
func (n *Newsroom) accountPassword(w http.ResponseWriter, r *http.Request) error {
	return n.onAccount(w, r, "password", func(a news.Account, f form) error {
		return n.Accounts.SetPassword(r.Context(), actorOf(r), a.ID, f.Get("password"))
	})
}

// accountDisable keeps somebody from signing in.
func (n *Newsroom) accountDisable(w http.ResponseWriter, r *http.Request) error {
	return n.onAccount(w, r, "settle", func(a news.Account, f form) error {
		return n.Accounts.Disable(r.Context(), actorOf(r), a.ID, f.number("version"), true)
	})
}

// accountEnable lets somebody sign in again.
func (n *Newsroom) accountEnable(w http.ResponseWriter, r *http.Request) error {
	return n.onAccount(w, r, "settle", func(a news.Account, f form) error {
		return n.Accounts.Disable(r.Context(), actorOf(r), a.ID, f.number("version"), false)
	})
}

func (n *Newsroom) onAccount(w http.ResponseWriter, r *http.Request, said string, fn func(a news.Account, f form) error) error {
	a, err := n.accountAt(r)
	if err != nil {
		return err
	}
	f, err := formOf(r)
	if err != nil {
		return err
	}
	if err := fn(a, f); err != nil {
		return n.settled(w, r, err, func(t *trouble) (*settlePage, error) { return n.accountPage(r, a, t) })
	}
	return seeOther(w, r, accountsPath+a.ID.String(), said)
}
