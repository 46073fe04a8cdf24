/** Imports and exports under way and done, with progress, cancel, reports and files. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { ProgressPanel } from '@/ui/work/ProgressPanel';
import classes from './Office.module.css';
import { active, fileOf, type Job, useCancel, useJobs } from './transfer';

export function JobList() {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const queries = useQueryClient();
  const jobs = useJobs();
  const cancel = useCancel();
  const items = jobs.data?.items ?? [];
  const running = items.filter(active).length;
  const before = useRef(running);
  useEffect(() => {
    if (before.current > running)
      void queries.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'jobs' });
    before.current = running;
  }, [running, queries]);
  if (jobs.isError) return <ErrorPanel error={jobs.error} onRetry={() => void jobs.refetch()} />;
  if (items.length === 0) return null;
  return (
    <section className={classes.stack} aria-label={t('jobs.title')}>
      <h2 className={classes.title}>{t('jobs.title')}</h2>
      {items.map((job) => (
        <ProgressPanel
          key={job.id}
          title={`${t(titleOf(job))} · ${formatDateTime(job.created, language)}`}
          job={{
            state: job.state,
            done: job.done,
            total: job.total,
            ...(job.phase ? { phase: job.phase } : {}),
            ...(job.error ? { error: job.error } : {}),
          }}
          {...(active(job) ? { onCancel: () => cancel.mutate(job.id) } : {})}
        >
          <Outcome job={job} />
        </ProgressPanel>
      ))}
    </section>
  );
}

function titleOf(job: Job): string {
  if (job.kind !== 'import') return 'jobs.export';
  return job.result?.import?.dry_run ? 'jobs.check' : 'jobs.import';
}

function Outcome({ job }: { job: Job }) {
  const { t } = useTranslation('office');
  const result = job.result?.import;
  return (
    <>
      {result ? (
        <>
          {Object.entries(result.counts ?? {}).map(([kind, n]) => (
            <p key={kind}>
              {t('jobs.counts', {
                kind: t(`kind.${kind}`, { defaultValue: kind }),
                created: n.created,
                changed: n.changed,
                unchanged: n.unchanged,
              })}
            </p>
          ))}
          {result.dry_run && result.problems === 0 ? <p>{t('jobs.dry')}</p> : null}
          {result.problems > 0 ? (
            <>
              <p>{t('jobs.problems', { count: result.problems })}</p>
              <ul>
                {(result.first_problems ?? []).map((problem) => (
                  <li key={`${problem.place} ${problem.message}`}>
                    <code>{problem.place}</code> {problem.message}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {result.doubts > 0 ? <p>{t('jobs.doubts', { count: result.doubts })}</p> : null}
        </>
      ) : null}
      {(job.files ?? []).map((name) => (
        <p key={name}>
          <a href={fileOf(job, name)} download>
            {t('jobs.file', { name })}
          </a>
        </p>
      ))}
    </>
  );
}
