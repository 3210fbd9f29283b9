package news

import (
	"errors"
	"fmt"
)

// Kind says what sort of failure an Error is, so that one mapper in web can
// choose a status code and a page for it.
type Kind int

// The kinds of failure. Internal is the zero value: an error that nobody
// classified is a fault of the program, never of the person.
const (
	Internal    Kind = iota // a fault of the program or the machine
	Invalid                 // the input breaks a rule; Field and Message say which and how to mend it
	NotFound                // there is no such thing, or the actor may not know of it
	Forbidden               // the actor may not do this
	Conflict                // somebody else changed it first, or the state forbids the act
	Gone                    // it was here and has been taken away on purpose
	TooLarge                // over a named limit
	Unavailable             // a lane is full or a dependency is away: try again
)

var kindNames = [...]string{"internal", "invalid", "not found", "forbidden", "conflict", "gone", "too large", "unavailable"}

// String returns the kind's name for logs.
func (k Kind) String() string {
	if k < 0 || int(k) >= len(kindNames) {
		return fmt.Sprintf("kind(%d)", int(k))
	}
	return kindNames[k]
}

// Error is the one error type that crosses package borders with a meaning.
// Message is a whole sentence for the person who caused it: it names the
// remedy. Err, when set, is for the log only and never shown.
type Error struct {
	Kind    Kind
	Field   string // the input's name where one is at fault, e.g. "headline" or "body.blocks[2].text"
	Message string
	Err     error
}

// Error implements error with everything the log needs.
func (e *Error) Error() string {
	s := e.Message
	if e.Field != "" {
		s = e.Field + ": " + s
	}
	if s == "" {
		s = e.Kind.String()
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf returns an Error of a kind for a field with a formatted Message.
// A wrapped cause (%w) is kept for errors.Is and the log.
func Errorf(kind Kind, field, format string, args ...any) *Error {
	wrapped := fmt.Errorf(format, args...)
	return &Error{Kind: kind, Field: field, Message: wrapped.Error(), Err: errors.Unwrap(wrapped)}
}

// KindOf returns the kind of the first Error in err's chain, Internal when
// there is none.
func KindOf(err error) Kind {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Kind
	}
	return Internal
}
