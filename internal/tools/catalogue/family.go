package catalogue

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/format"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// family is an entry of families.json.
type family struct {
	File      string `json:"file"`
	Type      string `json:"type"`
	Var       string `json:"var"`
	Const     string `json:"const"`
	ConstType string `json:"const_type"`
	Text      string `json:"text"`
	Trim      string `json:"trim"`
}

// element is one entry of a family: its id, the comment of its constant, the pairs of its literal.
type element struct {
	id, comment string
	pairs       []string
}

// generatePackage returns the generated files of the package in dir by name, or all that is wrong.
func generatePackage(src *source, dir string, folders []string) (map[string][]byte, []error) {
	path := src.module
	if dir != "." {
		path += "/" + dir
	}
	target, err := src.load(path)
	if err != nil {
		return nil, []error{err}
	}
	var (
		files  = map[string][]byte{}
		taken  = maps.Clone(target.names)
		faults []error
	)
	for _, folder := range slices.Sorted(slices.Values(folders)) {
		families, err := readFamilies(filepath.Join(folder, "families.json"))
		if err != nil {
			return nil, []error{err}
		}
		for _, f := range families {
			w := writer{family: f, file: src.rel(filepath.Join(folder, f.File)), taken: taken}
			w.target, w.imports = target, map[string]bool{}
			content := w.write(src, filepath.Join(folder, f.File))
			faults = append(faults, w.faults...)
			name := strings.ReplaceAll(strings.TrimSuffix(f.File, ".json"), "-", "_") + "_gen.go"
			if files[name] != nil {
				faults = append(faults, fmt.Errorf("%s: a second family writes %s", w.file, name))
			}
			files[name] = content
		}
	}
	return files, faults
}

func readFamilies(path string) ([]family, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var families []family
	if err := dec.Decode(&families); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	for i, f := range families {
		switch {
		case filepath.Ext(f.File) != ".json" || f.File != filepath.Base(f.File):
			return nil, fmt.Errorf(`%s[%d]: "file" is not the name of a JSON file beside it`, path, i)
		case f.Type == "" || !token.IsIdentifier(f.Var) || token.IsExported(f.Var):
			return nil, fmt.Errorf(`%s[%d]: wants "type" and an unexported "var"`, path, i)
		case (f.Const == "") != (f.ConstType == "") || (f.Const == "") != (f.Text == ""):
			return nil, fmt.Errorf(`%s[%d]: "const", "const_type" and "text" go together`, path, i)
		case f.Trim != "" && f.Const == "":
			return nil, fmt.Errorf(`%s[%d]: "trim" shortens constants, and there are none`, path, i)
		}
	}
	return families, nil
}

// writer writes one family.
type writer struct {
	literals
	family family
	file   string
	// taken holds the names in use at package level, those of other families included.
	taken map[string]bool
}

// write returns the generated file; it means nothing where faults were found.
func (w *writer) write(src *source, path string) []byte {
	row, err := src.resolve(w.target, w.family.Type)
	if err == nil && row.kind != kindStruct {
		err = fmt.Errorf("type %s is not a struct", w.family.Type)
	}
	if err != nil {
		w.fault(w.file, "%w", err)
		return nil
	}
	constType := w.constType(src)
	elements := w.read(path, row)
	if len(w.faults) > 0 {
		return nil
	}
	w.take(w.family.Var)

	var body bytes.Buffer
	if constType != "" {
		fmt.Fprintf(&body, "\n// The words of %s, sorted.\nconst (\n", w.file)
		for _, e := range elements {
			name := w.family.Const + camel(strings.TrimPrefix(e.id, w.family.Trim))
			w.take(name)
			fmt.Fprintf(&body, "%s\t%s %s = %q\n", comment(name+" means: "+e.comment), name, constType, e.id)
		}
		body.WriteString(")\n")
	}
	fmt.Fprintf(&body, "\n// %s holds %s, sorted by id.\nvar %s = []%s{\n", w.family.Var, w.file, w.family.Var, w.typeName(row))
	for _, e := range elements {
		body.WriteString("{\n" + strings.Join(e.pairs, ",\n") + ",\n},\n")
	}
	body.WriteString("}\n")
	return w.assemble(body.Bytes())
}

// assemble puts header and imports before the body.
func (w *writer) assemble(body []byte) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n\npackage %s\n", header, w.target.name)
	if len(w.imports) > 0 {
		b.WriteString("\nimport (\n")
		for _, path := range slices.Sorted(maps.Keys(w.imports)) {
			fmt.Fprintf(&b, "\t%q\n", path)
		}
		b.WriteString(")\n")
	}
	b.Write(body)
	formatted, err := format.Source(b.Bytes())
	if err != nil {
		w.fault(w.file, "the generated Go does not parse: %w", err)
	}
	return formatted
}

func (w *writer) take(name string) {
	if w.taken[name] {
		w.fault(w.file, "the name %s is taken", name)
	}
	w.taken[name] = true
}

// constType returns the type of the constants as the target package writes it.
func (w *writer) constType(src *source) string {
	if w.family.ConstType == "" {
		return ""
	}
	s, err := src.resolve(w.target, w.family.ConstType)
	if err == nil && (s.kind != kindString || s.pkg == nil) {
		err = fmt.Errorf("const_type %s is not a named string type", w.family.ConstType)
	}
	if err != nil {
		w.fault(w.file, "%w", err)
		return ""
	}
	return w.qualified(s.pkg, s.name)
}

// read returns the elements sorted by id.
func (w *writer) read(path string, row *shape) []element {
	data, err := os.ReadFile(path)
	if err != nil {
		w.fault(w.file, "%w", err)
		return nil
	}
	whole, err := parse(data)
	if err != nil {
		w.fault(w.file, "%w", err)
		return nil
	}
	list, ok := whole.value.([]node)
	if !ok {
		w.fault(w.file, "wants an array, is %s", whole.kind())
		return nil
	}
	var elements []element
	first := map[string]int{}
	for i, n := range list {
		at := fmt.Sprintf("%s[%d]", w.file, i)
		id := n.text("id")
		if j, twice := first[id]; id == "" {
			w.fault(at, "has no id")
		} else if twice {
			w.fault(at, "has the id %q of [%d]", id, j)
		} else {
			first[id] = i
			at += " " + id
		}
		text := n.text(w.family.Text)
		if w.family.Const != "" && text == "" {
			w.fault(at, "has no text at %s for the comment of its constant", w.family.Text)
		}
		if !strings.HasPrefix(id, w.family.Trim) {
			w.fault(at, "does not begin with %q", w.family.Trim)
		}
		elements = append(elements, element{id, text, w.fields(at, n, row)})
	}
	slices.SortFunc(elements, func(a, b element) int { return strings.Compare(a.id, b.id) })
	return elements
}
