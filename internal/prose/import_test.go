package prose

// importCases is HTML as it is met, and what becomes of it.
var importCases = []struct{ name, html, want string }{}
var invalidDocs = []struct{ name, json, field string }{}

func checkDoc() Doc { return Doc{} }
