import { IconArrowRight } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { ReadingLine } from '@/ui/search/ReadingLine';
import { CommandPalette } from '@/ui/work/CommandPalette';
import type { PaletteItem, PaletteSource } from '@/ui/work/paletteSource';
import { companies } from './samples';

const listeners = new Set<() => void>();

/** The command palette over the invented companies. */
export function SamplePalette() {
  const [opened, setOpened] = useState(false);
  const { t } = useTranslation(['ui', 'words']);
  const language = useLanguage();
  const source = useMemo<PaletteSource>(
    () =>
      async ({ words }) => {
        const found = companies
          .map((c) => ({ ...c, shown: plain(c.name, language) }))
          .filter((c) => c.shown.toLowerCase().includes(words.toLowerCase()));
        const count = found.length;
        const items: PaletteItem[] = found.slice(0, 6).map((c) => {
          const at = c.shown.toLowerCase().indexOf(words.toLowerCase());
          return {
            id: c.id,
            title: c.shown,
            ranges: [[at, at + words.length]],
            detail: plain(c.region, language),
            does: { go: '/dev/gallery' },
            role: 'company',
          };
        });
        if (count > items.length) {
          const all = t('ui:search.all', { count, number: count, kind: t('words:kind.company') });
          items.push({ id: 'all', title: all, icon: IconArrowRight, does: { only: 'company' }, more: true });
        }
        return {
          total: count,
          groups: [{ id: 'company', label: t('words:kind.company'), aside: String(count), items }],
          note: <ReadingLine reading={words ? 'typo' : ''} degraded />,
        };
      },
    [language, t],
  );
  useEffect(() => {
    const show = () => setOpened(true);
    listeners.add(show);
    return () => {
      listeners.delete(show);
    };
  }, []);
  return <CommandPalette opened={opened} onClose={() => setOpened(false)} source={source} />;
}

SamplePalette.open = () => {
  for (const show of listeners) show();
};
