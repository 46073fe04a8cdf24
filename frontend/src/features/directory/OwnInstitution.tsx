/** A manager's own institution. */
import { useMe } from '@/lib/api/me';
import { InstitutionFacts } from './InstitutionPage';
import { RecordPage } from './RecordPage';

export default function OwnInstitution() {
  const id = useMe().data?.subject?.id ?? '';
  return (
    <RecordPage kind="institutions" id={id}>
      {(institution) => <InstitutionFacts institution={institution} />}
    </RecordPage>
  );
}
