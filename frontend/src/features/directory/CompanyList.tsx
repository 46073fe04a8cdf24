/** Companies of the programme. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import { BiText } from '@/ui/base/BiText';
import { cityText } from './facts';
import { useValueName } from './names';
import { RecordList } from './RecordList';

export default function CompanyList() {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const name = useValueName();
  return (
    <RecordList
      kind="companies"
      about={(company) => <BiText text={company.summary} labelled={false} />}
      facts={(company) => [
        company.stage ? name('stage', company.stage) : '',
        cityText(company),
        company.industries?.[0] ? name('industry', company.industries[0].slice(0, 3)) : '',
      ]}
      columns={[
        {
          id: 'industry',
          header: t('field.industries'),
          minWidth: 9,
          cell: (company) =>
            company.industries?.[0] ? name('industry', company.industries[0].slice(0, 3)) : '',
        },
        {
          id: 'stage',
          header: t('field.stage'),
          cell: (company) => (
            <span className="ju-nowrap">{company.stage ? name('stage', company.stage) : ''}</span>
          ),
        },
        {
          id: 'place',
          header: t('field.place'),
          cell: (company) => <span className="ju-nowrap">{cityText(company)}</span>,
        },
        {
          id: 'employees',
          header: t('field.employees'),
          unit: t('unit.persons'),
          numeric: true,
          cell: (company) =>
            company.employees === undefined ? '' : formatNumber(company.employees, language),
        },
        {
          id: 'founded',
          header: t('field.founded'),
          unit: t('unit.year'),
          numeric: true,
          cell: (company) => company.founded ?? '',
        },
      ]}
    />
  );
}
