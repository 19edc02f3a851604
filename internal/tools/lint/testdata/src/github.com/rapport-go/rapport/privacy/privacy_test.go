package privacy

var Fixture = 1
