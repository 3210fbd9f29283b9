package store_test

import (
	"testing"

	"dateline/internal/storetest"
)

func TestConformance(t *testing.T) {
	storetest.Both(t, func(t *testing.T, fresh storetest.Fresh) { storetest.Run(t, fresh) })
}
