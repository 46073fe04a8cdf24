import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { CommandPalette } from '@/ui/work/CommandPalette';
import type { PaletteGroup } from '@/ui/work/paletteSource';
import { companies } from './samples';

const listeners = new Set<() => void>();

/** The command palette over the invented companies. */
export function SamplePalette() {
  const [opened, setOpened] = useState(false);
  const { t } = useTranslation('words');
  const language = useLanguage();
  const [source] = useState(
    () =>
      async (query: string): Promise<PaletteGroup[]> => [
        {
          id: 'company',
          label: t('kind.company'),
          items: companies
            .filter((c) => `${c.name.ko} ${c.name.en}`.toLowerCase().includes(query.toLowerCase()))
            .slice(0, 6)
            .map((c) => ({
              id: c.id,
              title: plain(c.name, language),
              detail: plain(c.region, language),
              href: '/dev/gallery',
              role: 'company',
            })),
        },
      ],
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
