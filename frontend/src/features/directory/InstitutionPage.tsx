/** One institution, and its experts for its manager and programme staff. */
import { useMe } from '@/lib/api/me';
import type { Institution } from './api';
import { countText, FactBox, useFactValues } from './facts';
import { useIsStaff } from './names';
import { RecordPage } from './RecordPage';
import { RosterTable } from './RosterTable';

export default function InstitutionPage() {
  const isStaff = useIsStaff();
  const subject = useMe().data?.subject?.id;
  return (
    <RecordPage kind="institutions">
      {(institution) => (
        <>
          <InstitutionFacts institution={institution} />
          {isStaff || subject === institution.id ? <RosterTable id={institution.id ?? ''} /> : null}
        </>
      )}
    </RecordPage>
  );
}

export function InstitutionFacts({ institution }: { institution: Institution }) {
  const f = useFactValues();
  return (
    <FactBox
      rows={[
        ['kind', f.one('institution_kind', institution.kind)],
        ['fields', f.list('fields', institution.fields)],
        ['agreed', countText(institution.capacity, f.language)],
        ['place', f.place(institution)],
      ]}
    />
  );
}
