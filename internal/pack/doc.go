// Package pack joins the packs of vendors with the standard catalogue of a room.
//
// A family is one list of a catalogue. Its entries are structs with a field ID, a word of an open
// vocabulary, and a field EN, the English wording: a string, or a struct of strings and lists of
// strings. A pack may add entries under words of its own domain, and may replace the wording of a
// built-in entry and nothing else of it. The order of packs and of entries means nothing.
package pack
