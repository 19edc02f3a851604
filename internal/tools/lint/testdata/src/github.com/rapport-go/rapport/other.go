package rapport

func higher(a, b Level) bool {
	return a > b // want `closed scale Level is compared with > outside its own file`
}
