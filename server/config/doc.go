// Package config turns flags and JUMPUP_* variables into one struct and
// reports every problem with them at once. It opens nothing.
package config
