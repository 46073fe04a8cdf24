// Package demo writes the fictional demonstration programme: a bilingual cohort
// of companies with their needs, experts of several institutions and investors
// with dated portfolios, and a ready account per role.
//
// [Generate] is pure and deterministic: the same size, seed and day give the
// same records. The command that starts the server calls [Load] for a folder
// that is to be a demonstration, and benchmarks call Generate with larger sizes.
//
// Nothing in it is real: organisations are named after creatures of folk tales,
// addresses end in .example, telephone numbers are 010-0000-xxxx and business
// registration numbers begin with 999, which no tax office uses (their check
// digit is right). The package never touches a folder that holds other data.
package demo
