//go:build race

package apptest

// raceSlower is how many times fewer acts the race has under the race
// detector, by engine: SQLite, which is Go too, is slowed down with the rest.
var raceSlower = map[Engine]int{SQLite: 20, Postgres: 4}
