package news

import (
	"fmt"
	"sync"
	"time"
)

// zones keeps the time zones that were read, by name. There are some six
// hundred; each address on a page needs one, and reading it takes a file.
var zones sync.Map

// Zone returns the IANA time zone of a name; "" is UTC.
func Zone(name string) (*time.Location, error) {
	if z, ok := zones.Load(name); ok {
		return z.(*time.Location), nil
	}
	z, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("time zone: %w", err)
	}
	zones.Store(name, z)
	return z, nil
}
