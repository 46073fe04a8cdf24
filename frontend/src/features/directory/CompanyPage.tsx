/** One company, as far as the reader may see it. */
import { CompanyFacts } from './CompanyFacts';
import { CompanyNeeds } from './CompanyNeeds';
import { Eligibility } from './Eligibility';
import { cityText } from './facts';
import { useIsStaff, useValueName } from './names';
import { RecordPage } from './RecordPage';

export default function CompanyPage() {
  const isStaff = useIsStaff();
  const name = useValueName();
  return (
    <RecordPage
      kind="companies"
      state={(company) =>
        [
          company.stage ? name('stage', company.stage) : '',
          cityText(company),
          company.cohort ? name('cohort', company.cohort) : '',
        ]
          .filter(Boolean)
          .join(' · ')
      }
    >
      {(company) => (
        <>
          <CompanyFacts company={company} />
          {isStaff ? <CompanyNeeds id={company.id ?? ''} /> : null}
          {isStaff ? <Eligibility id={company.id ?? ''} /> : null}
        </>
      )}
    </RecordPage>
  );
}
