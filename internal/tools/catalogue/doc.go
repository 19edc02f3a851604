// Package catalogue turns catalogue JSON into static Go: one sorted slice literal per family and, where
// asked for, one constant per element.
//
// What is written is declared beside the data, in a file families.json in a folder named catalogue or
// lexicon. It belongs to the package of the nearest folder above it that holds Go files:
//
//	[{"file": "settings.json", "type": "SettingEntry", "var": "standardSettings",
//	  "const": "Setting", "const_type": "Setting", "text": "en.means", "trim": ""}]
//
// "file" is a JSON array of objects, each with a unique "id"; "type" the struct type of an element as
// the package writes it ("rapport.CodeEntry" of one it imports); "var" the unexported variable that holds the literal, sorted by id. With "const" and
// "const_type" each element also gets a constant: the prefix and the id in camel case, after "trim" has
// been cut off the front of the id. Its comment is the text at the dotted path "text".
//
// The literal of settings.json goes to settings_gen.go in the package. A generated file that no family
// asks for any more is removed.
//
// The package is read as source, without its generated files, so it need not compile. A JSON key meets
// the field whose json tag names it. Strings, booleans, numbers, structs, slices, arrays and pointers to
// structs are written as literals. A uint8 type declared as "type Level uint8" with its words in a
// variable "levelWords" is a closed scale: its word becomes the constant at the same place of the type's
// const block. Keys that are absent, and zero values of fields, are left out of the literal.
package catalogue
