/** A failure in plain words: what happened, what was kept, what to do. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/lib/api/problem';
import classes from './ErrorPanel.module.css';

export interface ErrorPanelProps {
  error: unknown;
  /** What was kept, e.g. "작성한 내용은 그대로 남아 있습니다." */
  kept?: string;
  onRetry?: () => void;
  /** Something else that helps, e.g. a link to the list. */
  action?: ReactNode;
}

export function ErrorPanel({ error, kept, onRetry, action }: ErrorPanelProps) {
  const { t } = useTranslation('ui');
  const problem = toProblem(error);
  return (
    <section className={classes.panel} role="alert">
      <IconAlertTriangle size={24} stroke={1.75} aria-hidden="true" className={classes.icon} />
      <div className={classes.words}>
        <p className={classes.title}>{t(`error.${problem.code}.what`)}</p>
        <p>
          {kept ? `${kept} ` : ''}
          {problem.retryAfter
            ? t('error.wait', { count: problem.retryAfter })
            : t(`error.${problem.code}.do`)}
        </p>
        {problem.fields.length > 0 ? (
          <ul className={classes.fields}>
            {problem.fields.slice(0, 8).map((field) => (
              <li key={`${field.location} ${field.message}`}>
                <code>{field.location.replace(/^body\.?/, '')}</code> {field.message}
              </li>
            ))}
          </ul>
        ) : null}
        {problem.requestId ? (
          <p className={classes.id}>{t('error.request', { id: problem.requestId })}</p>
        ) : null}
        {onRetry || action ? (
          <div className={classes.actions}>
            {onRetry ? (
              <Button
                variant="default"
                onClick={onRetry}
                leftSection={<IconRefresh size={18} aria-hidden="true" />}
              >
                {t('error.retry')}
              </Button>
            ) : null}
            {action}
          </div>
        ) : null}
      </div>
    </section>
  );
}
