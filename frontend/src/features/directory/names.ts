/** Words for the values of records: codes become names in the reader's language. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { industryName } from '@/lib/match/sentences';
import { plain, type Text } from '@/lib/text/bilingual';
import { countryName, languageName } from '@/lib/words/names';
import { useCohorts, useInstitutions } from './api';

/** Fields whose values are codes with words of the house. */
const groups: Record<string, string> = {
  stage: 'stage',
  stages: 'stage',
  kind: 'investorKind',
  field: 'field',
  fields: 'field',
  role: 'expertRole',
  roles: 'expertRole',
  instrument: 'instrument',
  instruments: 'instrument',
  size_class: 'sizeClass',
};

/** The name of a value of a field; what has no name stays as it is written. */
export function useValueName(): (field: string, value: string) => string {
  const { t } = useTranslation(['words', 'directory']);
  const language = useLanguage();
  const cohorts = useCohorts(true);
  const institutions = useInstitutions(true);
  return useCallback(
    (field, value) => {
      const named = (items: { id?: string; name?: Text }[] | undefined) =>
        plain(items?.find((item) => item.id === value)?.name, language) || value;
      switch (field) {
        case 'country':
        case 'market':
        case 'markets':
          return countryName(value, language);
        case 'language':
        case 'languages':
          return languageName(value, language);
        case 'industry':
        case 'industries':
          return value.length > 3
            ? `${industryName(value, { t, language })} (${value})`
            : industryName(value, { t, language });
        case 'cohort':
          return named(cohorts.data?.items);
        case 'institution':
          return named(institutions.data?.items);
        case 'institution_kind':
          return t(`directory:institutionKind.${value}`, { defaultValue: value });
      }
      const group = groups[field];
      return group ? t(`words:${group}.${value.toLowerCase()}`, { defaultValue: value }) : value;
    },
    [t, language, cohorts.data, institutions.data],
  );
}

/** Whether the reader is programme staff. */
export function useIsStaff(): boolean {
  const role = useMe().data?.role;
  return role === 'coordinator' || role === 'administrator';
}
