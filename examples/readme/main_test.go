package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// blocks returns the fenced blocks of a Markdown text whose fence is marked with language.
func blocks(text, language string) []string {
	var found []string
	for {
		_, rest, ok := strings.Cut(text, "\n```"+language+"\n")
		if !ok {
			return found
		}
		block, after, _ := strings.Cut(rest, "\n```\n")
		found, text = append(found, block+"\n"), "\n"+after
	}
}

func TestReadme_ShowsThisProgramAndWhatItPrints(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	program, err := os.ReadFile("main.go")
	require.NoError(t, err)
	shown := blocks(string(readme), "go")
	require.NotEmpty(t, shown)
	assert.Equal(t, string(program), shown[0])

	old := os.Stdout
	r, w, err := os.Pipe()
	require.NoError(t, err)
	os.Stdout = w
	main()
	os.Stdout = old
	require.NoError(t, w.Close())
	output := make([]byte, 1<<16)
	n, err := r.Read(output)
	require.NoError(t, err)
	results := blocks(string(readme), "text")
	require.NotEmpty(t, results)
	assert.Equal(t, string(output[:n]), results[0])
}
