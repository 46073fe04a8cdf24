/** One index as its server tells of it. */
import { useTranslation } from 'react-i18next';
import { formatAgo } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { recordAddress } from '@/lib/search/places';
import { type SearchKind, searchKinds } from '@/lib/search/types';
import { formatNumber } from '@/lib/words/names';
import { Callout } from '@/ui/base/Callout';
import { Facts } from '@/ui/base/Facts';
import { Link } from '@/ui/base/Link';
import { ScrollRegion } from '@/ui/base/ScrollRegion';
import { StateTag, type Tone } from '@/ui/base/StateTag';
import { ProgressPanel } from '@/ui/work/ProgressPanel';
import type { IndexStatus } from './api';
import { type EngineState, stateOf } from './health';
import classes from './Search.module.css';

const tones: Record<EngineState, Tone> = {
  silent: 'danger',
  failed: 'danger',
  busy: 'info',
  behind: 'info',
  parked: 'warning',
  well: 'success',
};

export function EngineCard({ engine, now }: { engine: IndexStatus; now: Date }) {
  const { t } = useTranslation('search');
  const language = useLanguage();
  const state = stateOf(engine, now);
  const name = t(`index.engine.${engine.engine}`, { defaultValue: engine.engine });
  return (
    <section className={`ju-card ${classes.box}`} aria-label={`${name}, ${engine.server}`}>
      <h2 className={classes.engine}>
        {name} <StateTag tone={tones[state]}>{t(`index.state.${state}`)}</StateTag>
      </h2>
      <Facts
        rows={[
          { id: 'server', label: t('index.server'), value: engine.server },
          {
            id: 'lag',
            label: t('index.lag'),
            value:
              engine.lag === 0
                ? t('index.noLag')
                : t('index.behind', { count: engine.lag, number: formatNumber(engine.lag, language) }),
          },
          {
            id: 'held',
            label: t('index.held'),
            value: t('index.number', {
              count: engine.records,
              number: formatNumber(engine.records, language),
            }),
          },
          { id: 'seen', label: t('index.seen'), value: formatAgo(engine.seen, language, now) },
        ]}
      />
      {engine.phase ? (
        <ProgressPanel
          title={t(`index.phase.${engine.phase}`)}
          job={{ state: 'running', phase: engine.phase, done: engine.done, total: engine.total }}
        />
      ) : null}
      {engine.error ? (
        <Callout tone="warning" title={t('index.error')}>
          <p className={classes.plain}>{engine.error}</p>
          <p className={classes.plain}>{t('index.errorMeans')}</p>
        </Callout>
      ) : null}
      {engine.parked.length > 0 ? <Parked engine={engine} /> : null}
    </section>
  );
}

function Parked({ engine }: { engine: IndexStatus }) {
  const { t } = useTranslation(['search', 'words']);
  return (
    <Callout tone="warning" title={t('search:index.parked', { count: engine.parked.length })}>
      <p className={classes.plain}>{t('search:index.parkedWhat')}</p>
      <ScrollRegion className={classes.parked} aria-label={t('search:index.parkedList')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('search:index.record')}</th>
              <th scope="col">{t('search:index.why')}</th>
            </tr>
          </thead>
          <tbody>
            {engine.parked.map(({ kind, id, why }) => (
              <tr key={`${kind} ${id}`}>
                <th scope="row">
                  {t(`words:kind.${kind}`, { defaultValue: kind })}{' '}
                  {isKind(kind) ? <Link href={recordAddress({ kind, id })}>{id}</Link> : id}
                </th>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Callout>
  );
}

const isKind = (kind: string): kind is SearchKind => (searchKinds as readonly string[]).includes(kind);
