/** Ctrl-K over everything the person may see. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/lib/api/me';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { savedSearches, search } from '@/lib/search/api';
import { forgetRecent, recentSearches, rememberSearch } from '@/lib/search/recent';
import type { SearchKind } from '@/lib/search/types';
import { ReadingLine } from '@/ui/search/ReadingLine';
import { CommandPalette } from '@/ui/work/CommandPalette';
import type { PaletteSource } from '@/ui/work/paletteSource';
import { groupsOf, helpFor, suggestions } from './paletteGroups';

/** How many hits are asked for: of all kinds, and of one alone. */
const most = 50;
const mostOfOne = 100;

export interface PaletteProps {
  me: Pick<Me, 'id' | 'role'>;
  opened: boolean;
  /** Words to begin with. */
  initial?: string;
  onOpenChange: (opened: boolean) => void;
}

export function Palette({ me, opened, initial, onOpenChange }: PaletteProps) {
  const { t } = useTranslation(['ui', 'words', 'app']);
  const language = useLanguage();
  const queries = useQueryClient();

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

  const source = useCallback<PaletteSource>(
    async ({ words, typing, only }, signal) => {
      const reader = { role: me.role, language, t };
      if (words === '') {
        // Without the saved ones the recent ones still help.
        const saved = await queries.fetchQuery({ ...savedSearches, staleTime: 10_000 }).catch(() => []);
        return { groups: suggestions(saved, recentSearches(me.id), forgetRecent, reader), total: 0 };
      }
      const answer = await search(
        {
          words,
          typing,
          limit: only ? mostOfOne : most,
          ...(only ? { kinds: [only as SearchKind] } : {}),
        },
        signal,
      );
      const counted = answer.counts.reduce((sum, one) => sum + one.count, 0);
      const total = Math.max(counted, answer.hits.length);
      const lenient = total > 0 && (answer.reading === 'typo' || answer.reading === 'any');
      return {
        groups: total === 0 ? helpFor(words, reader) : groupsOf(answer, words, only, reader),
        total,
        note:
          answer.degraded || lenient ? (
            <ReadingLine reading={lenient ? answer.reading : ''} degraded={answer.degraded} />
          ) : null,
      };
    },
    [me.id, me.role, language, queries, t],
  );
  return (
    <CommandPalette
      opened={opened}
      onClose={() => onOpenChange(false)}
      source={source}
      {...(initial ? { initial } : {})}
      onChosen={(words) => rememberSearch(me.id, words)}
    />
  );
}
