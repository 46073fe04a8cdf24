/** How the ten best of each open need would change under the draft: the most changed first. */
import { Accordion, Button } from '@mantine/core';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { Empty } from '@/ui/base/Empty';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { LineSkeleton, Loading } from '@/ui/base/Loading';
import type { Effect, useSensitivity } from './api';
import { MoveTable } from './MoveTable';
import classes from './Weights.module.css';

const most = 25;

export interface EffectsProps {
  ready: boolean;
  effect: ReturnType<typeof useSensitivity>;
  onAsk: () => void;
}

export function Effects({ ready, effect, onAsk }: EffectsProps) {
  const { t } = useTranslation('weights');
  const all = effect.data?.items ?? [];
  const moved = all.filter((one) => one.entered > 0 || (one.moves?.length ?? 0) > 0);
  return (
    <section className={`ju-card ${classes.box}`} aria-label={t('effect.title')} aria-busy={effect.isPending}>
      <div className={classes.head}>
        <h2>{t('effect.title')}</h2>
        <Button variant="default" disabled={!ready} loading={effect.isPending} onClick={onAsk}>
          {t('effect.verb')}
        </Button>
      </div>
      {effect.isError ? <ErrorPanel error={effect.error} kept={t('effect.kept')} onRetry={onAsk} /> : null}
      {effect.isPending ? (
        <Loading>
          <LineSkeleton lines={6} />
        </Loading>
      ) : null}
      {effect.isIdle ? (
        <Empty
          icon={IconArrowsShuffle}
          title={t('effect.empty')}
          why={t(ready ? 'effect.ask' : 'effect.change')}
        />
      ) : null}
      {effect.isSuccess ? (
        <>
          <p role="status">{t('effect.sum', { moved: moved.length, all: all.length })}</p>
          <Accordion variant="separated">
            {[...moved]
              .sort(byChange)
              .slice(0, most)
              .map((one) => (
                <OneNeed key={one.need} effect={one} />
              ))}
          </Accordion>
          {moved.length > most ? <p>{t('effect.more', { count: moved.length - most })}</p> : null}
        </>
      ) : null}
    </section>
  );
}

const byChange = (a: Effect, b: Effect) => a.kendall - b.kendall || b.entered - a.entered;

function OneNeed({ effect }: { effect: Effect }) {
  const { t } = useTranslation('weights');
  const language = useLanguage();
  return (
    <Accordion.Item value={effect.need}>
      <Accordion.Control>
        <strong>{plain(effect.title, language)}</strong>
        <br />
        {plain(effect.company, language)} ·{' '}
        {t('effect.one', { entered: effect.entered, moved: effect.moves?.length ?? 0 })}
      </Accordion.Control>
      <Accordion.Panel>
        <MoveTable caption={plain(effect.title, language)} moves={effect.moves ?? []} />
      </Accordion.Panel>
    </Accordion.Item>
  );
}
