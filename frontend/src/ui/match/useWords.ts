import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import type { Words } from '@/lib/match/sentences';

/** What the sentences of a match are made with, in the page's language. */
export function useWords(): Words {
  const { t } = useTranslation(['match', 'words']);
  const language = useLanguage();
  return useMemo(() => ({ t, language }), [t, language]);
}
