// Command install fetches the checkers of pages from npm ahead of the tests,
// so that no test's time limit includes a download.
//
//	go run ./quality/node/install [checkers|lighthouse]…
package main

import (
	"context"
	"fmt"
	"os"

	"dateline/quality/node"
)

func main() {
	names := os.Args[1:]
	if len(names) == 0 {
		names = []string{string(node.Checkers)}
	}
	for _, name := range names {
		modules, err := node.Install(context.Background(), node.Set(name))
		if err != nil {
			fmt.Fprintln(os.Stderr, "install:", err)
			os.Exit(1)
		}
		fmt.Println(modules)
	}
}
