package strict

import "slices"

// The codes of the faults that this package finds. Those of a validator, and of an error with the
// methods Code and SafeText that a type refuses a value with, are passed on as they are.
const (
	// CodeDuplicateKey means: a key stands twice in one object.
	CodeDuplicateKey = "json-duplicate-key"
	// CodeInvalidUTF8 means: a text or a key is not valid UTF-8.
	CodeInvalidUTF8 = "json-invalid-utf8"
	// CodeKeyCase means: a key differs from a known field only in capitals.
	CodeKeyCase = "json-key-case"
	// CodeLoneSurrogate means: a text or a key has half of a surrogate pair.
	CodeLoneSurrogate = "json-lone-surrogate"
	// CodeMalformedBase64 means: a text that carries bytes is not base64.
	CodeMalformedBase64 = "json-malformed-base64"
	// CodeMalformedTime means: a moment is not written as RFC 3339 says.
	CodeMalformedTime = "json-malformed-time"
	// CodeNotInteger means: a whole number has a fraction or an exponent.
	CodeNotInteger = "json-not-integer"
	// CodeNull means: null stands where a value is needed.
	CodeNull = "json-null"
	// CodeOutOfRange means: a number is too large or too small for its field.
	CodeOutOfRange = "json-out-of-range"
	// CodeRefused means: a value is refused by its own type.
	CodeRefused = "json-refused"
	// CodeSyntax means: the document is not JSON.
	CodeSyntax = "json-syntax"
	// CodeTooDeep means: arrays and objects stand too deep in one another.
	CodeTooDeep = "json-too-deep"
	// CodeTooLarge means: the document is longer than is read.
	CodeTooLarge = "json-too-large"
	// CodeTooManyFaults means: there are more faults than are listed.
	CodeTooManyFaults = "json-too-many-faults"
	// CodeTrailingData means: something follows the end of the document.
	CodeTrailingData = "json-trailing-data"
	// CodeUnknownField means: a key is not the name of a known field.
	CodeUnknownField = "json-unknown-field"
	// CodeUnsupportedType means: the program reads into a type that has no JSON form.
	CodeUnsupportedType = "json-unsupported-type"
	// CodeWrongLength means: an array of fixed length has another length.
	CodeWrongLength = "json-wrong-length"
	// CodeWrongType means: a value is of another JSON type than its field.
	CodeWrongType = "json-wrong-type"
)

// Code describes one code of a fault.
type Code struct {
	// ID is the code itself; it is stable.
	ID string
	// Meaning is a whole sentence for the reference.
	Meaning string
	// Text is the sentence of a fault, where it says no more than this.
	Text string
}

// Codes lists every code that this package finds faults with, sorted. The list is the caller's own.
func Codes() []Code {
	return []Code{
		{CodeDuplicateKey, "A key stands twice in one object.", "has a key that stands twice"},
		{CodeInvalidUTF8, "A text or a key is not valid UTF-8.", "holds text that is not UTF-8"},
		{CodeKeyCase, "A key differs from a known field only in capitals.", "is given under a name with other capitals"},
		{CodeLoneSurrogate, "A text or a key has half of a surrogate pair.", "holds text with half of a surrogate pair"},
		{CodeMalformedBase64, "A text that carries bytes is not base64.", "is not base64 with padding and without line breaks"},
		{CodeMalformedTime, "A moment is not written as RFC 3339 says.", "is not a moment such as 2027-02-14T06:30:00Z"},
		{CodeNotInteger, "A whole number has a fraction or an exponent.", "wants a whole number without fraction and exponent"},
		{CodeNull, "Null stands where a value is needed.", "is null; to say nothing, leave it out"},
		{CodeOutOfRange, "A number is too large or too small for its field.", "is a number outside the range of this field"},
		{CodeRefused, "A value is refused by its own type.", "is not a value that this field takes"},
		{CodeSyntax, "The document is not JSON.", "is not JSON"},
		{CodeTooDeep, "Arrays and objects stand too deep in one another.", "lies deeper than is read"},
		{CodeTooLarge, "The document is longer than is read.", "is longer than is read"},
		{CodeTooManyFaults, "There are more faults than are listed.", "has more faults than are listed"},
		{CodeTrailingData, "Something follows the end of the document.", "is followed by more data"},
		{CodeUnknownField, "A key is not the name of a known field.", "has a field that is not known here"},
		{CodeUnsupportedType, "The program reads into a type that has no JSON form.", "has a type that is not read from JSON"},
		{CodeWrongLength, "An array of fixed length has another length.", "has another number of elements than is wanted"},
		{CodeWrongType, "A value is of another JSON type than its field.", "is of another type than is wanted"},
	}
}

// plainFault is the fault of the whole document in the words of its code.
func plainFault(code string) Fault { return Fault{Code: code, Text: textOf(code)} }

func textOf(code string) string {
	codes := Codes()
	return codes[slices.IndexFunc(codes, func(c Code) bool { return c.ID == code })].Text
}
