// Package frontend holds the built web page inside the binary.
//
// The page is built by Vite into dist (npm run build). The folder is embedded as it is: a tree
// without a built page still compiles, because dist holds an empty .gitkeep. It is used by the
// wiring of the server, which hands the file system to the HTTP transport; it reads no disk,
// serves nothing by itself and knows no route.
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Dist returns the built page: index.html and assets at its root. Without a built page
// it holds only .gitkeep, so callers test for index.html before serving.
func Dist() fs.FS {
	sub, err := fs.Sub(dist, "dist")
	if err != nil {
		// The folder is embedded at compile time; its absence is a programming error.
		panic("frontend: embedded folder dist is missing: " + err.Error())
	}
	return sub
}
