/** One saved run and its replay: under its own weights it must be the same; under the newest it shows what moved. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useParam } from '@/lib/routing/hooks';
import { plain } from '@/lib/text/bilingual';
import { formatNumber } from '@/lib/words/names';
import { Callout } from '@/ui/base/Callout';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Loading } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';
import { DataTable } from '@/ui/table/DataTable';
import { useReplay, useRun, useWeights } from './api';
import { MoveTable } from './MoveTable';

export default function RunPage() {
  const { t } = useTranslation('weights');
  const language = useLanguage();
  const run = useRun(useParam('id'));
  const newest = useWeights();
  const replay = useReplay(run.data?.id ?? '');
  if (run.isPending) return <Loading />;
  if (run.isError) return <ErrorPanel error={run.error} onRetry={() => void run.refetch()} />;
  const version = newest.data?.version;
  return (
    <>
      <PageHead
        title={t('runs.one', { need: run.data.need })}
        state={t('runs.key', {
          weights: run.data.weights,
          day: formatDate(run.data.day, language),
          snapshot: run.data.snapshot.slice(0, 12),
        })}
        back={{ href: '/runs', label: t('runs.title') }}
        more={
          <>
            <Button variant="default" loading={replay.isPending} onClick={() => replay.mutate(undefined)}>
              {t('runs.replayOwn')}
            </Button>
            <Button
              variant="default"
              disabled={version === undefined}
              loading={replay.isPending}
              onClick={() => replay.mutate(version)}
            >
              {t('runs.replayNewest', { version: version ?? '' })}
            </Button>
          </>
        }
      />
      {replay.isError ? <ErrorPanel error={replay.error} /> : null}
      {replay.isSuccess ? (
        <div role="status">
          <Callout tone={replay.data.identical ? 'success' : 'info'}>
            {replay.data.identical
              ? t('runs.identical')
              : t('runs.moved', { count: replay.data.moves?.length ?? 0 })}
          </Callout>
          {replay.data.moves && replay.data.moves.length > 0 ? (
            <MoveTable caption={t('runs.movesOf')} moves={replay.data.moves} />
          ) : null}
        </div>
      ) : null}
      <DataTable
        caption={t('runs.lines')}
        rows={run.data.lines ?? []}
        rowId={(line) => line.candidate}
        rowName={(line) => plain(line.name, language)}
        columns={[
          { id: 'rank', header: t('runs.rank'), numeric: true, cell: (line) => line.rank },
          {
            id: 'name',
            header: t('move.name'),
            cell: (line) => plain(line.name, language) || line.candidate,
          },
          {
            id: 'score',
            header: t('runs.score'),
            numeric: true,
            cell: (line) => formatNumber(line.score, language, 4),
            sortValue: (line) => line.score,
          },
        ]}
      />
    </>
  );
}
