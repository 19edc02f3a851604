// Package readme keeps the program in the README true: it runs it as another module would.
package readme

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Program returns the first Go code block of a Markdown text and the code block after it, which is what
// the program prints.
func Program(markdown string) (source, output string, err error) {
	var blocks []block
	for rest := markdown; ; {
		var b block
		var found bool
		if b, rest, found = next(rest); !found {
			break
		}
		blocks = append(blocks, b)
	}
	for i, b := range blocks {
		if b.language != "go" {
			continue
		}
		if i+1 == len(blocks) || blocks[i+1].language == "go" {
			return "", "", errors.New("no block with the output stands after the program")
		}
		return b.text, blocks[i+1].text, nil
	}
	return "", "", errors.New("no Go code block")
}

type block struct{ language, text string }

const fence = "```"

// next returns the first fenced block and what stands after it.
func next(markdown string) (b block, rest string, found bool) {
	inside := false
	for line := range strings.Lines(markdown) {
		markdown = markdown[len(line):]
		language, fenced := strings.CutPrefix(strings.TrimRight(line, "\r\n"), fence)
		switch {
		case fenced && inside:
			return b, markdown, true
		case fenced:
			inside, b.language = true, language
		case inside:
			b.text += line
		}
	}
	return block{}, "", false
}

// Consume builds the program of root's README in dir, an empty folder, as a module of its own that
// requires the module path by a replacement, runs it, and returns an error where it prints something else
// than the README says.
func Consume(root, module, dir string) error {
	root, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	markdown, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		return err
	}
	source, want, err := Program(string(markdown))
	if err != nil {
		return fmt.Errorf("README.md: %w", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(source), 0o644); err != nil {
		return err
	}
	for _, args := range [][]string{
		{"mod", "init", "consumer.example/app"},
		{"mod", "edit", "-require", module + "@v0.0.0", "-replace", module + "=" + root},
		{"mod", "tidy"},
	} {
		if _, err := run(dir, args...); err != nil {
			return err
		}
	}
	got, err := run(dir, "run", ".")
	if err != nil {
		return err
	}
	if got != want {
		return fmt.Errorf("README.md: the program prints\n%s\nand the README says\n%s", got, want)
	}
	return nil
}

// run returns what the go command prints on standard output.
func run(dir string, args ...string) (string, error) {
	var stdout, stderr strings.Builder
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return stdout.String(), nil
}
