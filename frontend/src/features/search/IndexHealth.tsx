/** The indexes of every server: how far behind, what they are busy with, what they could not take. */
import { Button } from '@mantine/core';
import { IconDatabaseSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import { Callout } from '@/ui/base/Callout';
import { Dialog } from '@/ui/base/Dialog';
import { Empty } from '@/ui/base/Empty';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Loading } from '@/ui/base/Loading';
import { type SearchStatus, useRebuild, useStatus } from './api';
import { EngineCard } from './EngineCard';
import { healthOf, pendingRebuild } from './health';
import classes from './Search.module.css';

export function IndexHealth() {
  const { t } = useTranslation('search');
  const [waiting, setWaiting] = useState<string>();
  const status = useStatus(waiting);
  if (status.isPending) return <Loading />;
  // What was read last stays in sight while a look fails.
  return (
    <div className={classes.stack}>
      {status.isError ? <ErrorPanel error={status.error} onRetry={() => void status.refetch()} /> : null}
      {status.data && status.data.engines.length === 0 ? (
        <div className="ju-card">
          <Empty icon={IconDatabaseSearch} title={t('index.none')} why={t('index.noneWhy')} />
        </div>
      ) : null}
      {status.data ? <Health status={status.data} waiting={waiting} onAsked={setWaiting} /> : null}
    </div>
  );
}

interface HealthProps {
  status: SearchStatus;
  waiting: string | undefined;
  onAsked: (asked: string) => void;
}

function Health({ status, waiting, onAsked }: HealthProps) {
  const { t } = useTranslation(['search', 'words']);
  const language = useLanguage();
  const mayRebuild = useMe().data?.can.includes('search.rebuild') ?? false;
  const now = new Date();
  const health = healthOf(status, now);
  const pending = pendingRebuild(status, waiting, now);
  const count = status.engines.length;
  return (
    <>
      <div role="status">
        {pending > 0 ? (
          <Callout tone="info">{t('search:index.rebuilding', { done: count - pending, count })}</Callout>
        ) : count > 0 ? (
          <Callout tone={health === 'well' ? 'success' : health === 'busy' ? 'info' : 'warning'}>
            {t(`search:index.health.${health}`)}
          </Callout>
        ) : null}
      </div>
      {status.engines.map((engine) => (
        <EngineCard key={`${engine.server} ${engine.engine}`} engine={engine} now={now} />
      ))}
      <section className={`ju-card ${classes.box}`} aria-label={t('search:index.records')}>
        <h2>{t('search:index.records')}</h2>
        <dl className={classes.counts}>
          {status.counts.map(({ kind, count: n }) => (
            <div key={kind}>
              <dt>{t(`words:kinds.${kind}`)}</dt>
              <dd>{formatNumber(n, language)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {mayRebuild ? <Rebuild busy={pending > 0} onAsked={onAsked} /> : null}
    </>
  );
}

function Rebuild({ busy, onAsked }: { busy: boolean; onAsked: (asked: string) => void }) {
  const { t } = useTranslation(['search', 'ui']);
  const [asking, setAsking] = useState(false);
  const rebuild = useRebuild();
  return (
    <section className={`ju-card ${classes.box}`} aria-label={t('search:index.rebuild')}>
      <h2>{t('search:index.rebuild')}</h2>
      <p className={classes.quiet}>{t('search:index.rebuildWhen')}</p>
      <div>
        <Button variant="default" disabled={busy} onClick={() => setAsking(true)}>
          {t('search:index.rebuildVerb')}
        </Button>
      </div>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('search:index.rebuildTitle')}>
        <div className={classes.stack}>
          <p className={classes.plain}>{t('search:index.rebuildWhat')}</p>
          {rebuild.isError ? <ErrorPanel error={rebuild.error} /> : null}
          <div className={classes.foot}>
            <Button
              data-autofocus
              loading={rebuild.isPending}
              onClick={() =>
                rebuild.mutate(undefined, {
                  onSuccess: ({ asked }) => {
                    setAsking(false);
                    onAsked(asked);
                  },
                })
              }
            >
              {t('search:index.rebuildVerb')}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('ui:cancel')}
            </Button>
          </div>
        </div>
      </Dialog>
    </section>
  );
}
