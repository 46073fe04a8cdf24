/** A company's own record: how complete it is, and what others read. */
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { missing } from '@/lib/text/bilingual';
import { Completeness } from '@/ui/form/Completeness';
import type { Company } from './api';
import { CompanyFacts } from './CompanyFacts';
import classes from './Directory.module.css';
import { RecordPage } from './RecordPage';

/** What a company's record should hold so that it can be matched and read abroad. */
export function companyItems(company: Company): { id: string; done: boolean }[] {
  const some = (list: unknown[] | undefined) => (list?.length ?? 0) > 0;
  return [
    { id: 'name', done: missing(company.name).length === 0 },
    { id: 'summary', done: missing(company.summary).length === 0 },
    { id: 'industries', done: some(company.industries) },
    { id: 'tags', done: some(company.tags) },
    { id: 'stage', done: Boolean(company.stage) },
    { id: 'place', done: Boolean(company.country && company.region) },
    { id: 'founded', done: company.founded !== undefined },
    { id: 'employees', done: company.employees !== undefined },
    { id: 'website', done: Boolean(company.website) },
  ];
}

export default function OwnCompany() {
  const { t } = useTranslation('directory');
  const id = useMe().data?.subject?.id ?? '';
  return (
    <RecordPage kind="companies" id={id} state={() => t('own.state')}>
      {(company) => {
        const items = companyItems(company);
        return (
          <>
            <div className={`ju-card ${classes.box}`}>
              <h2 className="ju-visually-hidden">{t('own.heading')}</h2>
              <Completeness
                title={t('own.complete')}
                listed={items.some((item) => !item.done)}
                items={items.map((item) => ({
                  ...item,
                  label: t(`own.${item.id}`),
                  href: `/companies/${encodeURIComponent(company.id ?? '')}/edit`,
                }))}
              />
            </div>
            <CompanyFacts company={company} />
          </>
        );
      }}
    </RecordPage>
  );
}
