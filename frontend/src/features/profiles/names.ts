/** Words for the values of records: codes become names in the reader's language. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { industryName } from '@/lib/match/sentences';
import { countryName } from '@/lib/words/names';

/** Every division of the industry classification that the page has a word for, and those in use beside. */
export function useIndustryOptions(inUse: readonly string[]) {
  const { t } = useTranslation(['profiles', 'words']);
  const language = useLanguage();
  const words = t(['words:industry'], { returnObjects: true }) as unknown as Record<string, string>;
  const codes = new Set([...Object.keys(words).filter((code) => code.length === 3), ...inUse]);
  return [...codes]
    .map((code) => ({ value: code, label: `${industryName(code, { t, language })} (${code})` }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

/** The name of a value of a field; what has no name stays as it is written. */
export function useValueName(): (field: string, value: string) => string {
  const { t } = useTranslation(['profiles', 'words']);
  const language = useLanguage();
  return useCallback(
    (field, value) => {
      switch (field) {
        case 'stage':
          return t(`words:stage.${value}`, { defaultValue: value });
        case 'size_class':
          return t(`words:sizeClass.${value}`, { defaultValue: value });
        case 'instrument':
          return t(`words:instrument.${value.toLowerCase().replace('&', '')}`, {
            defaultValue: value.toLowerCase() === 'convertible' ? t('profiles:convertible') : value,
          });
        case 'country':
          return countryName(value, language);
        case 'industry':
          return value.length > 3
            ? `${industryName(value, { t, language })} (${value})`
            : industryName(value, { t, language });
        default:
          return value;
      }
    },
    [t, language],
  );
}
