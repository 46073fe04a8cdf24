/** What the palette lists: hits by kind with their counts, and suggestions while nothing is typed. */
import {
  IconArrowRight,
  IconBookmark,
  IconBriefcase,
  IconBuildingBank,
  IconClipboardList,
  IconHistory,
  IconLayoutList,
  IconTextPlus,
  IconTrash,
  IconUser,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Language } from '@/lib/i18n/language';
import type { RoleName } from '@/lib/routing/types';
import type { SavedSearch } from '@/lib/search/api';
import { shownRanges } from '@/lib/search/marks';
import { listAddress, recordAddress, wordsQuery } from '@/lib/search/places';
import { type SearchAnswer, type SearchHit, type SearchKind, searchKinds } from '@/lib/search/types';
import { show } from '@/lib/text/bilingual';
import { formatNumber } from '@/lib/words/names';
import { BiText } from '@/ui/base/BiText';
import { FoundLine } from '@/ui/search/FoundLine';
import type { PaletteGroup, PaletteItem } from '@/ui/work/paletteSource';

/** Hits shown of each kind while several kinds have some. */
const few = 4;

export interface Reader {
  role: RoleName;
  language: Language;
  t: TFunction<['ui', 'words', 'app']>;
}

const look: Record<SearchKind, Pick<PaletteItem, 'role' | 'icon'>> = {
  company: { role: 'company' },
  expert: { role: 'expert' },
  investor: { role: 'investor' },
  need: { icon: IconClipboardList },
  portfolio: { icon: IconBriefcase },
  institution: { icon: IconBuildingBank },
  person: { icon: IconUser },
};

function itemOf(hit: SearchHit, { language, t }: Reader): PaletteItem {
  const shown = show(hit.name, language);
  return {
    id: `${hit.kind}-${hit.id}`,
    title: shown?.value ?? hit.id,
    lang: shown && shown.language !== language ? shown.language : undefined,
    ranges: shownRanges(hit.name, hit.name_marks, language),
    detail: hit.parent ? (
      t('ui:search.portfolioOf', { name: show(hit.parent.name, language)?.value ?? hit.parent.id })
    ) : (
      <BiText text={hit.detail} labelled={false} marks={hit.detail_marks} />
    ),
    line: <FoundLine name={hit.name} found={hit} />,
    does: { go: recordAddress(hit) },
    ...look[hit.kind],
  };
}

/** Groups by kind, that of the best hit first; kinds of which no hit is among the best still say how many they have. */
export function groupsOf(
  answer: SearchAnswer,
  words: string,
  only: string | undefined,
  reader: Reader,
): PaletteGroup[] {
  const { role, language, t } = reader;
  const counts = new Map(answer.counts.map(({ kind, count }) => [kind, count]));
  const withHits = [...new Set(answer.hits.map((hit) => hit.kind))];
  const kinds = [...withHits, ...searchKinds.filter((kind) => !withHits.includes(kind))].filter(
    (kind) => (counts.get(kind) ?? 0) > 0 || withHits.includes(kind),
  );
  const most = only || kinds.length === 1 ? Number.POSITIVE_INFINITY : few;
  const groups = kinds.map((kind): PaletteGroup => {
    const hits = answer.hits.filter((hit) => hit.kind === kind);
    const items = hits.slice(0, most).map((hit) => itemOf(hit, reader));
    const count = Math.max(counts.get(kind) ?? 0, hits.length);
    const number = formatNumber(count, language);
    const name = t(`words:kinds.${kind}`);
    const page = listAddress(role, kind, wordsQuery(words));
    if (count > items.length && (page || !only)) {
      items.push({
        id: `all-${kind}`,
        title: t('ui:search.all', { count, number, kind: name }),
        icon: page ? IconArrowRight : IconLayoutList,
        does: page ? { go: page } : { only: kind },
        more: true,
      });
    }
    return { id: kind, label: name, aside: number, items };
  });
  return only ? [...groups, back(t)] : groups;
}

const back = (t: Reader['t']): PaletteGroup => ({
  id: 'back',
  label: t('ui:search.results'),
  items: [{ id: 'everything', title: t('ui:search.everything'), icon: IconLayoutList, does: { only: null } }],
});

/** What helps when nothing was found: who keeps the synonyms can add the words to them. */
export function helpFor(words: string, { t, role }: Reader): PaletteGroup[] {
  if (role !== 'coordinator' && role !== 'administrator') return [];
  const go = `/search-admin?${new URLSearchParams({ add: words })}`;
  return [
    {
      id: 'help',
      label: t('app:nav.search'),
      items: [
        { id: 'synonym', title: t('ui:search.addSynonym'), icon: IconTextPlus, does: { go }, more: true },
      ],
    },
  ];
}

/** The own saved searches and the last ones of this browser. */
export function suggestions(
  saved: SavedSearch[],
  recent: string[],
  forget: () => void,
  { t, role }: Reader,
): PaletteGroup[] {
  return [
    {
      id: 'recent',
      label: t('ui:search.recent.title'),
      aside: t('ui:search.recent.of'),
      items:
        recent.length === 0
          ? []
          : [
              ...recent.map(
                (words): PaletteItem => ({
                  id: `recent-${words}`,
                  title: words,
                  icon: IconHistory,
                  does: { ask: words },
                }),
              ),
              {
                id: 'forget',
                title: t('ui:search.recent.forget'),
                icon: IconTrash,
                does: { run: forget },
                more: true,
              },
            ],
    },
    {
      id: 'saved',
      label: t('ui:search.saved.title'),
      items: saved.flatMap((one): PaletteItem[] => {
        const go = listAddress(role, one.kind, one.query);
        return go && one.kind
          ? [
              {
                id: `saved-${one.id}`,
                title: one.name,
                detail: t(`words:kind.${one.kind}`),
                icon: IconBookmark,
                does: { go },
              },
            ]
          : [];
      }),
    },
  ];
}
