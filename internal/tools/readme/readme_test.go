package readme_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/tools/readme"
)

func TestProgramIsTheFirstGoBlockAndTheBlockAfterIt(t *testing.T) {
	source, output, err := readme.Program("# Title\n\n```sh\ngo run .\n```\ntext\n```go\npackage main\n\nfunc main() {}\n```\n\nIt prints:\n\n```\none\ntwo\n```\n```go\nother\n```\n")
	require.NoError(t, err)
	assert.Equal(t, "package main\n\nfunc main() {}\n", source)
	assert.Equal(t, "one\ntwo\n", output)
}

func TestProgramRefusesATextWithoutIt(t *testing.T) {
	for name, text := range map[string]string{
		"no block":               "# Title\n",
		"no Go block":            "```sh\nls\n```\n",
		"no output":              "```go\npackage main\n```\n",
		"Go in place of output":  "```go\npackage main\n```\n```go\npackage main\n```\n",
		"a block without an end": "```go\npackage main\n",
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := readme.Program(text)
			assert.Error(t, err)
		})
	}
}

func TestConsume(t *testing.T) {
	for name, test := range map[string]struct{ old, new, want string }{
		"a README that is true":          {"", "", ""},
		"another output":                 {"hello, world", "hello, you", "the program prints\nhello, world\n"},
		"a program that does not build":  {"greet.Greeting", "greet.Missing", "go run"},
		"a package that is not there":    {"library/greet", "library/none", "go mod tidy"},
		"a program that is not there":    {"```go", "```text", "no Go code block"},
		"an output with a line too many": {"hello, world\n", "hello, world\n\n", "and the README says"},
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			require.NoError(t, os.CopyFS(root, os.DirFS("testdata/library")))
			path := filepath.Join(root, "README.md")
			text, err := os.ReadFile(path)
			require.NoError(t, err)
			changed := strings.Replace(string(text), test.old, test.new, 1)
			require.NoError(t, os.WriteFile(path, []byte(changed), 0o644))

			err = readme.Consume(root, "library.example/library", t.TempDir())
			if test.want == "" {
				assert.NoError(t, err)
				return
			}
			assert.ErrorContains(t, err, test.want)
		})
	}
}
