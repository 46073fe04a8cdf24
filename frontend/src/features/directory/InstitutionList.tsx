/** Institutions that send experts. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { listText } from '@/lib/words/names';
import type { Institution } from './api';
import { countText } from './facts';
import { useValueName } from './names';
import { RecordList } from './RecordList';

export default function InstitutionList() {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const name = useValueName();
  const kind = (x: Institution) => (x.kind ? name('institution_kind', x.kind) : '');
  const fields = (x: Institution) =>
    listText(
      (x.fields ?? []).map((f) => name('field', f)),
      language,
    );
  return (
    <RecordList
      kind="institutions"
      about={fields}
      facts={(x) => [kind(x), x.region ?? '']}
      columns={[
        { id: 'kind', header: t('field.kind'), cell: kind },
        { id: 'region', header: t('field.place'), cell: (x) => x.region ?? '' },
        { id: 'fields', header: t('field.fields'), cell: fields },
        {
          id: 'capacity',
          header: t('field.agreed'),
          unit: t('unit.companies'),
          numeric: true,
          cell: (x) => countText(x.capacity, language),
        },
      ]}
    />
  );
}
