/** The frame of a record's page: waiting, not found, its head with what one may do. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/lib/api/problem';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useGo, useParam } from '@/lib/routing/hooks';
import { plain } from '@/lib/text/bilingual';
import { Empty } from '@/ui/base/Empty';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Link } from '@/ui/base/Link';
import { Loading } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';
import { type Kind, type Records, useRecord } from './api';
import classes from './Directory.module.css';
import { useMayList } from './mayList';
import { RemoveRecord } from './RemoveRecord';

export interface RecordPageProps<K extends Kind> {
  kind: K;
  /** The record; that of the address when left out. */
  id?: string;
  state?: (record: Records[K]) => ReactNode;
  /** The one primary button; editing by default where one may. */
  children: (record: Records[K]) => ReactNode;
}

export function RecordPage<K extends Kind>({ kind, id, state, children }: RecordPageProps<K>) {
  const param = useParam('id');
  const record = useRecord(kind, id ?? param);
  if (record.isPending) return <Loading />;
  if (record.isError) {
    if (toProblem(record.error).code === 'not_found') return <Missing kind={kind} />;
    return <ErrorPanel error={record.error} onRetry={() => void record.refetch()} />;
  }
  return (
    <>
      <Head kind={kind} record={record.data} own={id !== undefined} state={state?.(record.data)} />
      <div className={classes.page}>{children(record.data)}</div>
    </>
  );
}

interface HeadProps<K extends Kind> {
  kind: K;
  record: Records[K];
  own: boolean;
  state: ReactNode;
}

function Head<K extends Kind>({ kind, record, own, state }: HeadProps<K>) {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const go = useGo();
  const listed = useMayList(kind) && !own;
  const editable = kind !== 'people' && record.can?.includes('update');
  return (
    <PageHead
      title={plain(record.name, language) || record.id}
      state={state}
      {...(listed ? { back: { href: `/${kind}`, label: t(`${kind}.title`) } } : {})}
      more={
        kind !== 'people' && !own && record.can?.includes('delete') ? (
          <RemoveRecord kind={kind} record={record} onGone={() => go(`/${kind}`)} />
        ) : null
      }
      action={
        editable ? (
          <Button component={Link} href={`/${kind}/${encodeURIComponent(record.id ?? '')}/edit`}>
            {t('edit.verb')}
          </Button>
        ) : null
      }
    />
  );
}

/** In house words: gone, or not shown to this account. */
export function Missing({ kind }: { kind: Kind }) {
  const { t } = useTranslation('directory');
  const listed = useMayList(kind);
  return (
    <>
      <PageHead title={t('missing.title')} />
      <div className="ju-card">
        <Empty
          title={t('missing.what')}
          why={t('missing.why')}
          action={
            <Button component={Link} variant="default" href={listed ? `/${kind}` : '/'}>
              {listed ? t('missing.list') : t('missing.home')}
            </Button>
          }
        />
      </div>
    </>
  );
}
