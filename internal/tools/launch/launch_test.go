package launch

import (
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// actVariable makes the test binary act as the program that is launched.
const actVariable = "DATELINE_LAUNCH_ACT"

func TestMain(m *testing.M) {
	switch os.Getenv(actVariable) {
	case "serves":
		serve()
	case "fails":
		fmt.Fprintln(os.Stderr, "the data folder is on fire")
		os.Exit(1)
	default:
		os.Exit(m.Run())
	}
}

// serve is a program with the command line that launch relies on.
func serve() {
	argument := func(name string) string { return os.Args[slices.Index(os.Args, name)+1] }
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("/data", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, argument("--data")) })
	server := &http.Server{Addr: argument("--listen"), Handler: mux}
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGTERM)
	go func() {
		<-ended
		server.Close()
	}()
	server.ListenAndServe()
}

func TestDemo(t *testing.T) {
	t.Setenv(actVariable, "serves")
	p, err := Demo(t.Context(), os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	if p.Ready <= 0 || p.PID == 0 || !healthy(t.Context(), p.Address) {
		t.Errorf("program %+v does not serve", p)
	}
	if _, err := os.Stat(p.data); err != nil {
		t.Error(err)
	}
	p.Stop()
	if healthy(t.Context(), p.Address) {
		t.Error("the program serves after it was stopped")
	}
	if _, err := os.Stat(p.data); err == nil {
		t.Error("the data are still there")
	}
}

func TestDemoSaysWhatTheProgramSaid(t *testing.T) {
	t.Setenv(actVariable, "fails")
	p, err := Demo(t.Context(), os.Args[0])
	if err == nil {
		p.Stop()
	}
	if err == nil || !strings.Contains(err.Error(), "on fire") {
		t.Errorf("error %v, want the program's own words", err)
	}
}

func TestFind(t *testing.T) {
	if err := Find(os.Args[0]); err != nil {
		t.Error(err)
	}
	if err := Find(t.TempDir() + "/dateline"); err == nil || !strings.Contains(err.Error(), "make build") {
		t.Errorf("error %v, want the remedy", err)
	}
}

func TestTailKeepsTheEnd(t *testing.T) {
	var out tail
	for range maxOutput {
		fmt.Fprint(&out, "rain ")
	}
	fmt.Fprint(&out, "snow")
	if got := out.String(); len(got) > maxOutput || !strings.HasSuffix(got, "snow") {
		t.Errorf("%d bytes kept, ending in %q", len(got), got[max(0, len(got)-20):])
	}
}
