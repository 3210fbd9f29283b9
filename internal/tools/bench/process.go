package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// anonymous returns the anonymous resident memory of a process in bytes, 0
// where the system does not say.
func anonymous(pid int) int64 {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "RssAnon:"); ok {
			kB, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
			return kB << 10
		}
	}
	return 0
}

// spent returns the processor time that a process and its children have used
// (proc(5), schedstat: nanoseconds on the processor, per thread).
func spent(pid int) (time.Duration, error) {
	var all time.Duration
	for _, p := range append(childrenOf(pid), pid) {
		tasks, err := os.ReadDir(fmt.Sprintf("/proc/%d/task", p))
		if err != nil {
			return 0, fmt.Errorf("processor time: %w", err)
		}
		for _, task := range tasks {
			stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%s/schedstat", p, task.Name()))
			if err != nil {
				continue // the thread has ended
			}
			first, _, _ := bytes.Cut(stat, []byte(" "))
			ns, err := strconv.ParseInt(string(first), 10, 64)
			if err != nil {
				return 0, fmt.Errorf("processor time: %w", err)
			}
			all += time.Duration(ns)
		}
	}
	return all, nil
}

// childrenOf lists the processes that a process has started.
func childrenOf(pid int) []int {
	var all []int
	list, _ := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", pid, pid))
	for field := range strings.FieldsSeq(string(list)) {
		if child, err := strconv.Atoi(field); err == nil {
			all = append(all, child)
		}
	}
	return all
}
