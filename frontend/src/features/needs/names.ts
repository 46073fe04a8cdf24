/** Words for the values that needs are filtered by; what has no name stays as it is written. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { industryName } from '@/lib/match/sentences';
import { countryName, languageName } from '@/lib/words/names';

const groups: Record<string, string> = {
  need_kind: 'needKind',
  state: 'needState',
  field: 'field',
  stage: 'stage',
  instrument: 'instrument',
};

export function useValueName(): (attr: string, value: string) => string {
  const { t } = useTranslation('words');
  const language = useLanguage();
  return useCallback(
    (attr, value) => {
      if (attr === 'market') return countryName(value, language);
      if (attr === 'language') return languageName(value, language);
      if (attr === 'industry') return industryName(value, { t, language });
      const group = groups[attr];
      return group ? t(`${group}.${value.toLowerCase()}`, { defaultValue: value }) : value;
    },
    [t, language],
  );
}
