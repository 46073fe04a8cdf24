// Package text analyses Korean and English text for ranking and for search.
//
// The pieces are small and composable: Tokens cuts a text by script, Terms gives the
// terms two texts are compared by (stems, stripped of particles and endings, with
// bigrams of Korean compounds), Words the same without bigrams, KeysOf and BodyKeys the
// keys that search indexes hold, QueryWords a query by the same keys, Highlight what it
// found in a text, and Attach the Korean particle that fits a word in a sentence made
// from data. Ranking calls Terms; both search engines call the rest.
//
// Everything is a pure function of its argument: no dictionary file, no state. It is
// not a morphological analyser and never claims a part of speech.
package text
