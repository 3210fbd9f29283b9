# The few commands of the project. Each is one line, so that it can also be
# typed by hand; `make` alone lists them.

# What `make run` hands to the program, beside the DATELINE_* environment:
#   make run ARGS="--listen 127.0.0.1:9000"
ARGS ?=
# What `make test` and `make bench` are limited to: make test PACKAGES=./internal/desk
PACKAGES ?=

# The encoder of WebP pictures would otherwise look for a library of the machine
# when the program starts, and the program would not be one static file.
export GOFLAGS := $(shell go env GOFLAGS) -tags=nodynamic

.PHONY: help run build test bench quality fmt

help:
	@echo "make run      build and open the demo newsroom (ARGS=… are handed on)"
	@echo "make build    build bin/dateline"
	@echo "make test     everything that must hold before a change is merged (./check)"
	@echo "make bench    benchmarks, and a cached page against nginx"
	@echo "make quality  every page of the demo: links, HTML, accessibility, Lighthouse"
	@echo "make fmt      format the Go code"

build:
	CGO_ENABLED=0 go build -trimpath -o bin/dateline ./cmd/dateline

run: build
	bin/dateline demo $(ARGS)

test:
	./check $(PACKAGES)

bench: build
	./bench $(PACKAGES)

quality: build
	go run ./internal/tools/quality --binary bin/dateline $(ARGS)

fmt:
	gofmt -w $$(git ls-files '*.go')
