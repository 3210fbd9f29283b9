package press

import "strings"

// choose picks the print for a request's Accept-Encoding (RFC 9110 section
// 12.5.3): the highest weight, and the smaller coding among equals. It allocates
// nothing. A request that refuses everything gets the plain body, as the RFC
// allows.
func (s *sheet) choose(accept []string) *print {
	if !s.varies {
		return &s.prints[identity]
	}
	weights := weigh(accept)
	best, bestWeight := identity, 0
	for c := codings - 1; c > identity; c-- {
		if s.prints[c].offered && weights[c] > bestWeight {
			best, bestWeight = c, weights[c]
		}
	}
	return &s.prints[best]
}

// weigh returns the weight of each coding in thousandths, 0 where it is not
// accepted.
func weigh(accept []string) (weights [codings]int) {
	const unnamed = -1
	weights = [codings]int{unnamed, unnamed, unnamed}
	rest := 0
	for _, line := range accept {
		for line != "" {
			var item string
			item, line, _ = strings.Cut(line, ",")
			name, params, _ := strings.Cut(item, ";")
			name = strings.TrimSpace(name)
			q := weight(params)
			if c := codingOf(name); c >= 0 {
				weights[c] = q
			} else if name == "*" {
				rest = q
			}
		}
	}
	for c := range weights {
		if weights[c] == unnamed {
			weights[c] = rest
		}
	}
	return weights
}

func codingOf(name string) int {
	for c, n := range codingNames {
		if strings.EqualFold(n, name) {
			return c
		}
	}
	if strings.EqualFold(name, "x-gzip") {
		return gzipped
	}
	return -1
}

// weight reads "q=0.5" as 500; what is not a weight counts as full.
func weight(params string) int {
	params = strings.TrimSpace(params)
	if len(params) < 3 || (params[0]|0x20) != 'q' || params[1] != '=' {
		return 1000
	}
	if params[2] == '1' {
		return 1000
	}
	q, unit := 0, 100
	for i := 4; i < len(params) && i < 7; i++ {
		if d := params[i]; d >= '0' && d <= '9' {
			q += int(d-'0') * unit
			unit /= 10
		}
	}
	return q
}
