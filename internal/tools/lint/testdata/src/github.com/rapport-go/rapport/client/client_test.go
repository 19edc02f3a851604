package client

import "os"

var args = os.Args
