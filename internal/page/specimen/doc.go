// Package specimen holds sample pages: full ones in three languages, empty
// ones and hostile ones. A theme is checked by rendering them, and the
// makers of themes look at them. Start reading at specimen.go.
//
// The full pages speak of 1815, as the demo newsroom does. The package must
// not know of themes, stores or the network.
package specimen
