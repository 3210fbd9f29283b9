package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// nginxConfig is how one would set nginx up to serve a page as fast as it can.
const nginxConfig = `%sworker_processes 1;
daemon off;
pid %[2]s/pid;
error_log %[2]s/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=100;
  gzip_static on;
  types { text/html html; }
  client_body_temp_path %[2]s/body;
  proxy_temp_path %[2]s/proxy;
  fastcgi_temp_path %[2]s/fastcgi;
  uwsgi_temp_path %[2]s/uwsgi;
  scgi_temp_path %[2]s/scgi;
  server { listen %[3]s; root %[2]s/www; }
}
`

const nginxReady = 10 * time.Second

// nginx is a running nginx that serves one page.
type nginx struct {
	address string
	dir     string
	cmd     *exec.Cmd
}

// startNginx serves the story's bytes by nginx on the server's core.
func startNginx(ctx context.Context, s *story) (*nginx, error) {
	dir, err := os.MkdirTemp("", "dateline-nginx-")
	if err != nil {
		return nil, fmt.Errorf("nginx: %w", err)
	}
	listen, err := freeAddress(ctx)
	if err != nil {
		return nil, err
	}
	if err := layOut(dir, listen, s); err != nil {
		_ = os.RemoveAll(dir)
		return nil, err
	}
	n := &nginx{address: "http://" + listen + "/story.html", dir: dir}
	n.cmd = exec.CommandContext(context.WithoutCancel(ctx), "taskset", "-c", serverCore,
		"nginx", "-p", dir, "-c", filepath.Join(dir, "nginx.conf"), "-e", filepath.Join(dir, "error.log"))
	if err := n.cmd.Start(); err != nil {
		_ = os.RemoveAll(dir)
		return nil, fmt.Errorf("nginx: %w", err)
	}
	if err := n.awaitReady(ctx); err != nil {
		n.stop()
		return nil, err
	}
	return n, nil
}

// layOut writes what nginx serves and how.
func layOut(dir, listen string, s *story) error {
	user := ""
	if os.Geteuid() == 0 {
		user = "user root;\n" // the folder is root's alone
	}
	if err := os.Mkdir(filepath.Join(dir, "www"), 0o755); err != nil {
		return fmt.Errorf("nginx: %w", err)
	}
	for name, text := range map[string][]byte{
		"nginx.conf":        fmt.Appendf(nil, nginxConfig, user, dir, listen),
		"www/story.html":    s.plain,
		"www/story.html.gz": s.gzip,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			return fmt.Errorf("nginx: %w", err)
		}
	}
	return nil
}

// awaitReady returns when nginx serves the page.
func (n *nginx) awaitReady(ctx context.Context) error {
	for deadline := time.Now().Add(nginxReady); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if _, err := fetch(ctx, n.address, "gzip"); err == nil {
			return nil
		}
	}
	log, _ := os.ReadFile(filepath.Join(n.dir, "error.log"))
	return fmt.Errorf("nginx: does not serve the page: %s", log)
}

func (n *nginx) stop() {
	_ = n.cmd.Process.Signal(syscall.SIGTERM)
	_ = n.cmd.Wait()
	_ = os.RemoveAll(n.dir)
	http.DefaultClient.CloseIdleConnections()
}

// freeAddress asks the kernel for a port that nobody listens on.
func freeAddress(ctx context.Context) (string, error) {
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("nginx: %w", err)
	}
	defer l.Close()
	return l.Addr().String(), nil
}
