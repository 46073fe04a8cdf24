/** Ctrl-K over everything the person may see. */
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '@/lib/api/client';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { CommandPalette } from '@/ui/work/CommandPalette';
import type { PaletteGroup, PaletteItem } from '@/ui/work/paletteSource';

const addresses = {
  company: '/companies/',
  need: '/needs/',
  expert: '/experts/',
  investor: '/investors/',
  institution: '/institutions/',
  person: '/people/',
} as const;

type Kind = keyof typeof addresses;
const withIcon = new Set<string>(['company', 'expert', 'investor']);

export function Palette({
  opened,
  onOpenChange,
}: {
  opened: boolean;
  onOpenChange: (opened: boolean) => void;
}) {
  const { t } = useTranslation('words');
  const language = useLanguage();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onOpenChange(true);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onOpenChange]);

  const source = useCallback(
    async (query: string, signal: AbortSignal): Promise<PaletteGroup[]> => {
      if (query === '') return [];
      const answer = await data(api.GET('/search', { params: { query: { q: query, limit: 20 } }, signal }));
      const groups = new Map<Kind, PaletteItem[]>();
      for (const hit of answer.hits ?? []) {
        const item: PaletteItem = {
          id: `${hit.kind}-${hit.id}`,
          title: plain(hit.name, language),
          detail: plain(hit.detail, language),
          href: addresses[hit.kind] + encodeURIComponent(hit.id),
          ...(withIcon.has(hit.kind) ? { role: hit.kind as 'company' | 'expert' | 'investor' } : {}),
        };
        groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), item]);
      }
      return [...groups].map(([id, items]) => ({ id, label: t(`kind.${id}`), items }));
    },
    [language, t],
  );
  return <CommandPalette opened={opened} onClose={() => onOpenChange(false)} source={source} />;
}
