/** Adding a record. */
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { PageHead } from '@/ui/base/PageHead';
import type { Records } from './api';
import type { Editable } from './fields';
import { RecordForm } from './RecordForm';
import { Missing } from './RecordPage';

export function NewPage({ kind }: { kind: Editable }) {
  const { t } = useTranslation('directory');
  const me = useMe().data;
  if (!me?.can.includes(`${kind}.create`)) return <Missing kind={kind} />;
  // A manager adds experts of the own institution.
  const own = kind === 'experts' && me.subject?.kind === 'institution' ? { institution: me.subject.id } : {};
  return (
    <>
      <PageHead title={t(`${kind}.create`)} back={{ href: `/${kind}`, label: t(`${kind}.title`) }} />
      <RecordForm kind={kind} start={{ country: 'KR', ...own } as Records[typeof kind]} back={`/${kind}`} />
    </>
  );
}
