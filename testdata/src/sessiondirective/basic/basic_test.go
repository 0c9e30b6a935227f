package basic

// Tests are off by default.
//
//sessionlint:ignore
func forTests() {}
