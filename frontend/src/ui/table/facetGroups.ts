import type { FacetGroup } from './Facets';

export type FacetCounts = Record<string, { value: string; count: number }[] | null | undefined>;

/**
 * The server's counts with words, attribute by attribute. What is chosen stays in sight even where nothing
 * is left of it; an attribute that nothing has is left out.
 */
export function facetGroups(
  attributes: readonly string[],
  counts: FacetCounts | undefined,
  chosen: Partial<Record<string, string[]>>,
  words: { label: (attr: string) => string; name: (attr: string, value: string) => string },
): FacetGroup[] {
  return attributes.flatMap((id) => {
    const counted = counts?.[id] ?? [];
    const gone = (chosen[id] ?? []).filter((value) => !counted.some((item) => item.value === value));
    const options = [...counted, ...gone.map((value) => ({ value, count: 0 }))].map((item) => ({
      ...item,
      label: words.name(id, item.value),
    }));
    return options.length > 0 ? [{ id, label: words.label(id), options }] : [];
  });
}

/** The filters that are set, as they read: "지역: 서울, 부산". */
export function chosenFilters(
  groups: readonly FacetGroup[],
  chosen: Partial<Record<string, string[]>>,
): { attr: string; label: string }[] {
  return groups.flatMap((group) => {
    const values = (chosen[group.id] ?? []).map(
      (value) => group.options.find((option) => option.value === value)?.label ?? value,
    );
    return values.length > 0 ? [{ attr: group.id, label: `${group.label}: ${values.join(', ')}` }] : [];
  });
}
