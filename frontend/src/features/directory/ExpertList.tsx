/** Experts that the reader may see, with how full they are. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { listText } from '@/lib/words/names';
import { BiText } from '@/ui/base/BiText';
import type { Expert } from './api';
import { useValueName } from './names';
import { RecordList } from './RecordList';

export default function ExpertList() {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const name = useValueName();
  const roles = (expert: Expert) =>
    listText(
      (expert.roles ?? []).map((role) => name('role', role)),
      language,
    );
  const fields = (expert: Expert) =>
    listText(
      (expert.fields ?? []).map((field) => name('field', field)),
      language,
    );
  const institution = (expert: Expert) => (expert.institution ? name('institution', expert.institution) : '');
  return (
    <RecordList
      kind="experts"
      about={(expert) => <BiText text={expert.headline} labelled={false} />}
      facts={(expert) => [roles(expert), fields(expert), institution(expert)]}
      columns={[
        {
          id: 'headline',
          header: t('field.headline'),
          minWidth: 18,
          cell: (expert) => <BiText text={expert.headline} labelled={false} />,
        },
        {
          id: 'roles',
          header: t('field.roles'),
          cell: (expert) => <span className="ju-nowrap">{roles(expert)}</span>,
        },
        { id: 'fields', header: t('field.fields'), cell: fields },
        { id: 'institution', header: t('field.institution'), cell: institution },
        {
          id: 'load',
          header: t('field.load'),
          unit: t('unit.companies'),
          numeric: true,
          cell: (expert) =>
            expert.load === undefined && expert.capacity === undefined
              ? ''
              : t('loadOf', { load: expert.load ?? 0, capacity: expert.capacity ?? t('unstated') }),
        },
      ]}
    />
  );
}
