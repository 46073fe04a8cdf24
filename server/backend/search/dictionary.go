package search

import (
	"slices"
	"strings"
)

// posting says that a document holds a key, and how much that counts.
type posting struct {
	doc    int32
	weight float32
}

// dictionary holds the postings of every key and the keys in order, so that
// all keys with a beginning are neighbours. New keys wait in fresh, unsorted,
// until there are enough of them. It is not safe for concurrent use.
type dictionary struct {
	postings map[string][]posting
	sorted   []string
	fresh    []string
}

const freshMost = 4096

func newDictionary() dictionary { return dictionary{postings: map[string][]posting{}} }

// add notes that a document holds a key.
func (d *dictionary) add(key string, p posting) {
	list, known := d.postings[key]
	if !known {
		d.fresh = append(d.fresh, key)
	}
	d.postings[key] = append(list, p)
}

// settle sorts the keys that came in, when there are many of them.
func (d *dictionary) settle() {
	if len(d.fresh) < freshMost+len(d.sorted)/16 {
		return
	}
	d.sorted = append(d.sorted, d.fresh...)
	d.fresh = nil
	slices.Sort(d.sorted)
}

// each calls yield with every key that begins with prefix, in no order.
func (d *dictionary) each(prefix string, yield func(key string, list []posting)) {
	i, _ := slices.BinarySearch(d.sorted, prefix)
	for ; i < len(d.sorted) && strings.HasPrefix(d.sorted[i], prefix); i++ {
		yield(d.sorted[i], d.postings[d.sorted[i]])
	}
	for _, key := range d.fresh {
		if strings.HasPrefix(key, prefix) {
			yield(key, d.postings[key])
		}
	}
}

// renumber gives every document its new number, drops those that have none
// (-1) and the keys that nothing holds any more.
func (d *dictionary) renumber(moved []int32) {
	d.sorted, d.fresh = d.sorted[:0], nil
	for key, list := range d.postings {
		live := list[:0]
		for _, p := range list {
			if n := moved[p.doc]; n >= 0 {
				live = append(live, posting{n, p.weight})
			}
		}
		if len(live) == 0 {
			delete(d.postings, key)
			continue
		}
		d.postings[key] = live
		d.sorted = append(d.sorted, key)
	}
	slices.Sort(d.sorted)
}
