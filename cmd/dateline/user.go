package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"dateline/internal/app"
)

// userCommand keeps accounts.
type userCommand struct {
	Add      userAdd      `cmd:"" help:"Add somebody. The first account is an owner."`
	List     userList     `cmd:"" help:"List who can sign in."`
	Password userPassword `cmd:"" help:"Set a password; without one given, one is made up and told once."`
	Disable  userDisable  `cmd:"" help:"Keep somebody from signing in."`
	Enable   userEnable   `cmd:"" help:"Let somebody sign in again."`
}

// passwordFile is where a password is read from, so that it stands in no list
// of processes.
type passwordFile struct {
	PasswordFile string `help:"File that holds the password; - reads standard input." placeholder:"FILE"`
}

// maxPassword bounds what is read as a password, in bytes.
const maxPassword = 1024

func (p passwordFile) read() (string, error) {
	if p.PasswordFile == "" {
		return "", nil
	}
	f := os.Stdin
	if p.PasswordFile != "-" {
		var err error
		if f, err = os.Open(p.PasswordFile); err != nil {
			return "", err
		}
		defer func() { _ = f.Close() }() // it was only read
	}
	b, err := io.ReadAll(io.LimitReader(f, maxPassword+1)) // one more, so that a longer one is refused and not cut
	password := strings.TrimRight(string(b), "\r\n")
	if err == nil && password == "" {
		err = fmt.Errorf("there is no password in %s: write it there, in one line", p.PasswordFile)
	}
	return password, err
}

type userAdd struct {
	app.Data
	passwordFile
	Login    string `arg:"" help:"Name to sign in with."`
	Name     string `help:"The person's name; the sign-in name without it."`
	Email    string `help:"E-mail address."`
	Role     string `help:"contributor, reporter, editor, chief or owner." default:"reporter" enum:"contributor,reporter,editor,chief,owner"`
	Language string `help:"Language of the newsroom's screens." default:"en"`
}

// Run adds an account.
func (c *userAdd) Run(s surroundings) error {
	password, err := c.read()
	if err != nil {
		return err
	}
	if c.Name == "" {
		c.Name = c.Login
	}
	p := app.Person{Login: c.Login, Name: c.Name, Email: c.Email, Role: c.Role, Language: c.Language, Password: password}
	return app.AddUser(s.ctx, c.Data, p, s.out)
}

type userList struct {
	app.Data
	JSON bool `help:"Write JSON." name:"json"`
}

// Run lists the accounts.
func (c *userList) Run(s surroundings) error { return app.ListUsers(s.ctx, c.Data, c.JSON, s.out) }

type userPassword struct {
	app.Data
	passwordFile
	Login string `arg:"" help:"Name to sign in with."`
}

// Run sets a password.
func (c *userPassword) Run(s surroundings) error {
	password, err := c.read()
	if err != nil {
		return err
	}
	return app.SetPassword(s.ctx, c.Data, c.Login, password, s.out)
}

type userDisable struct {
	app.Data
	Login string `arg:"" help:"Name to sign in with."`
}

// Run keeps an account out.
func (c *userDisable) Run(s surroundings) error {
	return app.DisableUser(s.ctx, c.Data, c.Login, true, s.out)
}

type userEnable struct {
	app.Data
	Login string `arg:"" help:"Name to sign in with."`
}

// Run lets an account in again.
func (c *userEnable) Run(s surroundings) error {
	return app.DisableUser(s.ctx, c.Data, c.Login, false, s.out)
}
