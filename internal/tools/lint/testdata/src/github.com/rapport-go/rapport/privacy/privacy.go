package privacy

var Table = []int{1} // want `library package exports the variable Table`

var (
	table, Other = 1, 2 // want `library package exports the variable Other`
	_            = table
)

const Fixed = 1

func f() { var Local = 1; _ = Local }
