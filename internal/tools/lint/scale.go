package lint

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

var scaleSwitch = &analysis.Analyzer{
	Name: "scaleswitch",
	Doc:  "report switches over closed scales that have no default and leave members out",
	Run:  runScaleSwitch,
}

var scaleOrder = &analysis.Analyzer{
	Name: "scaleorder",
	Doc:  "report comparisons of closed scales with <, >, <= or >= outside the file that declares the scale",
	Run:  runScaleOrder,
}

var exportedVar = &analysis.Analyzer{
	Name: "exportedvar",
	Doc:  "report exported variables of library packages",
	Run:  runExportedVar,
}

func runScaleSwitch(pass *analysis.Pass) (any, error) {
	inspect(pass, func(n ast.Node) {
		s, ok := n.(*ast.SwitchStmt)
		if !ok || s.Tag == nil {
			return
		}
		scale := scaleOf(pass.TypesInfo.TypeOf(s.Tag))
		if scale == nil {
			return
		}
		if missing := uncovered(pass, s, scale); len(missing) > 0 {
			pass.Reportf(s.Pos(), "switch over %s has no default and leaves out %s", scale.Name(), strings.Join(missing, ", "))
		}
	})
	return nil, nil
}

// uncovered returns the members of the scale that no case of the switch names, in order; none where the
// switch has a default.
func uncovered(pass *analysis.Pass, s *ast.SwitchStmt, scale *types.TypeName) []string {
	named := map[string]bool{}
	for _, stmt := range s.Body.List {
		clause := stmt.(*ast.CaseClause)
		if clause.List == nil {
			return nil
		}
		for _, expr := range clause.List {
			if value := pass.TypesInfo.Types[expr].Value; value != nil {
				named[value.ExactString()] = true
			}
		}
	}
	var missing []string
	for _, member := range members(scale) {
		if !named[member.Val().ExactString()] {
			missing = append(missing, member.Name())
		}
	}
	return missing
}

// members returns the constants of the scale by value. Unexported ones of an exported scale only help to
// compute and are no members.
func members(scale *types.TypeName) []*types.Const {
	var list []*types.Const
	scope := scale.Pkg().Scope()
	for _, name := range scope.Names() {
		c, ok := scope.Lookup(name).(*types.Const)
		if ok && types.Identical(c.Type(), scale.Type()) && (c.Exported() || !scale.Exported()) {
			list = append(list, c)
		}
	}
	slices.SortStableFunc(list, func(a, b *types.Const) int {
		x, _ := constant.Uint64Val(a.Val())
		y, _ := constant.Uint64Val(b.Val())
		return cmp.Compare(x, y)
	})
	return list
}

func runScaleOrder(pass *analysis.Pass) (any, error) {
	ordering := []token.Token{token.LSS, token.GTR, token.LEQ, token.GEQ}
	inspect(pass, func(n ast.Node) {
		b, ok := n.(*ast.BinaryExpr)
		if !ok || !slices.Contains(ordering, b.Op) {
			return
		}
		scale := scaleOf(pass.TypesInfo.TypeOf(b.X))
		if scale == nil {
			return
		}
		if scale.Pkg() == pass.Pkg && fileName(pass, scale.Pos()) == fileName(pass, b.Pos()) {
			return
		}
		pass.Reportf(b.OpPos, "closed scale %s is compared with %s outside its own file: unknown is not the lowest member", scale.Name(), b.Op)
	})
	return nil, nil
}

func runExportedVar(pass *analysis.Pass) (any, error) {
	for _, file := range libraryFiles(pass) {
		for _, decl := range file.Decls {
			d, ok := decl.(*ast.GenDecl)
			if !ok || d.Tok != token.VAR {
				continue
			}
			for _, spec := range d.Specs {
				for _, name := range spec.(*ast.ValueSpec).Names {
					if name.IsExported() {
						pass.Reportf(name.Pos(), "library package exports the variable %s", name.Name)
					}
				}
			}
		}
	}
	return nil, nil
}

// scaleOf returns the name of a closed scale of the module, and nil for any other type.
func scaleOf(t types.Type) *types.TypeName {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return nil
	}
	basic, ok := named.Underlying().(*types.Basic)
	if !ok || basic.Kind() != types.Uint8 {
		return nil
	}
	name := named.Obj()
	if name.Pkg() == nil || name.Pkg().Path() != module && !strings.HasPrefix(name.Pkg().Path(), module+"/") {
		return nil
	}
	if o, _, _ := types.LookupFieldOrMethod(named, false, name.Pkg(), "MarshalText"); o == nil {
		return nil
	}
	return name
}

func inspect(pass *analysis.Pass, visit func(ast.Node)) {
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			visit(n)
			return true
		})
	}
}

func fileName(pass *analysis.Pass, pos token.Pos) string { return pass.Fset.Position(pos).Filename }
