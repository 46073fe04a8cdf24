// Command jumpup is the whole product in one binary.
package main

import (
	"os"

	"jumpup/server/command"
)

func main() { os.Exit(command.Run(os.Args[1:])) }
