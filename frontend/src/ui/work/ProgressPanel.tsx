/** Long work: what it is doing, how far it is, how to stop it, what came of it. */
import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import classes from './ProgressPanel.module.css';

export interface JobView {
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  /** A code such as `reading`, `checking`, `writing`. */
  phase?: string;
  done: number;
  /** 0 while it is not known. */
  total: number;
  /** Of a failed job, in plain words. */
  error?: string;
  /** Asked to stop, not stopped yet. */
  cancelling?: boolean;
}

export interface ProgressPanelProps {
  title: string;
  job: JobView;
  onCancel?: () => void;
  onRetry?: () => void;
  /** What came of it, when it is done. */
  children?: ReactNode;
}

const icons = { done: IconCircleCheck, failed: IconAlertTriangle, cancelled: IconCircleX };

export function ProgressPanel({ title, job, onCancel, onRetry, children }: ProgressPanelProps) {
  const { t } = useTranslation('ui');
  const titleId = useId();
  const active = job.state === 'queued' || job.state === 'running';
  const Icon = active ? null : icons[job.state as keyof typeof icons];
  return (
    <section className={`${classes.panel} ju-card`} aria-labelledby={titleId} data-state={job.state}>
      <div className={classes.head}>
        {Icon ? <Icon size={22} stroke={1.75} aria-hidden="true" /> : <Loader size={20} aria-hidden="true" />}
        <h3 id={titleId} className={classes.title}>
          {title}
        </h3>
        {active && onCancel ? (
          <Button variant="default" size="xs" onClick={onCancel} disabled={job.cancelling}>
            {job.cancelling ? t('progress.cancelling') : t('progress.cancel')}
          </Button>
        ) : null}
        {job.state === 'failed' && onRetry ? (
          <Button variant="default" size="xs" onClick={onRetry}>
            {t('error.retry')}
          </Button>
        ) : null}
      </div>
      {active ? <Bar job={job} titleId={titleId} /> : null}
      {/* Only the phase is spoken: a figure that changes ten times a second would not stop talking. */}
      <p className={classes.state} role="status">
        {t(`progress.${job.state}`)}
        {job.state === 'running' && job.phase
          ? ` · ${t(`progress.phase.${job.phase}`, { defaultValue: job.phase })}`
          : ''}
      </p>
      {job.state === 'failed' && job.error ? <p className={classes.error}>{job.error}</p> : null}
      {job.state === 'failed' || job.state === 'cancelled' ? (
        <p className={classes.kept}>{t('progress.kept')}</p>
      ) : null}
      {active ? null : children}
    </section>
  );
}

function Bar({ job, titleId }: { job: JobView; titleId: string }) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const known = job.total > 0;
  const share = known ? Math.min(100, (job.done / job.total) * 100) : 0;
  const text = known
    ? t('progress.of', { done: formatNumber(job.done, language), total: formatNumber(job.total, language) })
    : formatNumber(job.done, language);
  return (
    <div className={classes.barRow}>
      <div
        className={classes.track}
        role="progressbar"
        aria-labelledby={titleId}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={known ? Math.round(share) : undefined}
        aria-valuetext={text}
      >
        <span data-unknown={!known || undefined} style={known ? { width: `${share}%` } : undefined} />
      </div>
      <span className="ju-number">{text}</span>
    </div>
  );
}
