/** What is known of a company. */
import type { Company } from './api';
import { FactBox, useFactValues } from './facts';

export function CompanyFacts({ company }: { company: Company }) {
  const f = useFactValues();
  return (
    <FactBox
      rows={[
        ['summary', f.text(company.summary)],
        ['industries', f.list('industries', company.industries)],
        ['tags', f.list('tags', company.tags)],
        ['stage', f.one('stage', company.stage)],
        ['size_class', f.one('size_class', company.size_class)],
        ['founded', f.number(company.founded, 'year')],
        ['employees', f.number(company.employees, 'persons')],
        ['place', f.place(company)],
        ['revenue', f.revenue(company.revenue)],
        ['certificates', f.certificates(company.certificates)],
        ['website', f.site(company.website)],
        ['registration_no', company.registration_no],
        ['cohort', f.one('cohort', company.cohort)],
      ]}
    />
  );
}
