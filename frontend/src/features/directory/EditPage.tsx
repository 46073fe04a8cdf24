/** Changing a stored record. */
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { toProblem } from '@/lib/api/problem';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useParam } from '@/lib/routing/hooks';
import { plain } from '@/lib/text/bilingual';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Loading } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';
import { useRecord } from './api';
import type { Editable } from './fields';
import { RecordForm } from './RecordForm';
import { addressOf } from './RecordList';
import { Missing } from './RecordPage';

/** A manager sets how many companies an expert takes and when they are away, nothing else. */
const managed = ['capacity', 'load', 'unavailable'] as const;

export function EditPage({ kind }: { kind: Editable }) {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const me = useMe().data;
  const id = useParam('id');
  const record = useRecord(kind, id);
  if (record.isPending) return <Loading />;
  if (record.isError) {
    if (toProblem(record.error).code === 'not_found') return <Missing kind={kind} />;
    return <ErrorPanel error={record.error} onRetry={() => void record.refetch()} />;
  }
  if (!record.data.can?.includes('update')) return <Missing kind={kind} />;
  const own = me?.subject?.id === id;
  const back = own ? '/profile' : addressOf(kind, record.data);
  const name = plain(record.data.name, language) || id;
  return (
    <>
      <PageHead title={t('edit.title', { name })} back={{ href: back, label: name }} />
      <RecordForm
        kind={kind}
        start={record.data}
        back={back}
        {...(me?.role === 'manager' && kind === 'experts' ? { only: managed } : {})}
        reload={async () => (await record.refetch()).data}
      />
    </>
  );
}
