// Package sample writes invented feeds in many languages, for tests and benchmarks.
package sample
