/** The weights: draft, see how lists would change, publish a version with its reason. */
import { Button, Tabs } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Link } from '@/ui/base/Link';
import { Loading } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';
import { type Draft, type Side, useSensitivity, useWeights, type Weights } from './api';
import { Effects } from './Effects';
import { History } from './History';
import { Publish } from './Publish';
import { SideForm } from './SideForm';
import classes from './Weights.module.css';

export default function WeightsPage() {
  const weights = useWeights();
  if (weights.isPending) return <Loading />;
  if (weights.isError) return <ErrorPanel error={weights.error} onRetry={() => void weights.refetch()} />;
  return <Editor key={weights.data.version} published={weights.data} />;
}

const draftOf = (w: Weights): Draft => ({ experts: { ...w.experts }, investors: { ...w.investors } });

/** How many parts of a side differ from what is published. */
export function changed(published: Weights, draft: Draft, side: Side): string[] {
  const codes = new Set([...Object.keys(published[side]), ...Object.keys(draft[side])]);
  return [...codes].filter((code) => (published[side][code] ?? 0) !== (draft[side][code] ?? 0));
}

function Editor({ published }: { published: Weights }) {
  const { t } = useTranslation('weights');
  const language = useLanguage();
  const [draft, setDraft] = useState<Draft>(() => draftOf(published));
  const [publishing, setPublishing] = useState(false);
  const effect = useSensitivity();
  const differing =
    changed(published, draft, 'experts').length + changed(published, draft, 'investors').length;
  const { reset } = effect;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new draft makes the shown effect out of date
  useEffect(() => reset(), [draft, reset]);
  return (
    <>
      <PageHead
        title={t('title')}
        state={t('state', {
          version: published.version,
          name: published.name,
          at: published.at ? formatDateTime(published.at, language) : t('fromStart'),
          differing,
        })}
        action={
          <Button disabled={differing === 0} onClick={() => setPublishing(true)}>
            {t('publish.verb')}
          </Button>
        }
        more={
          <>
            <Button component={Link} href="/runs" variant="default">
              {t('runs.title')}
            </Button>
            <Button variant="default" disabled={differing === 0} onClick={() => setDraft(draftOf(published))}>
              {t('reset')}
            </Button>
          </>
        }
      />
      <div className={classes.columns}>
        <section className={`ju-card ${classes.box}`} aria-label={t('form')}>
          <p className={classes.help}>{t('help')}</p>
          <Tabs defaultValue="experts" keepMounted={false}>
            <Tabs.List>
              {(['experts', 'investors'] as const).map((side) => (
                <Tabs.Tab key={side} value={side}>
                  {t(side)} {differs(changed(published, draft, side).length)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {(['experts', 'investors'] as const).map((side) => (
              <Tabs.Panel key={side} value={side} pt="md">
                <SideForm
                  side={side}
                  published={published}
                  values={draft[side]}
                  onChange={(code, value) =>
                    setDraft((old) => ({ ...old, [side]: { ...old[side], [code]: value } }))
                  }
                />
              </Tabs.Panel>
            ))}
          </Tabs>
        </section>
        <div className={classes.side}>
          <Effects ready={differing > 0} effect={effect} onAsk={() => effect.mutate(draft)} />
          <History />
        </div>
      </div>
      <Publish
        opened={publishing}
        onClose={() => setPublishing(false)}
        draft={draft}
        base={published.version}
        previewed={effect.isSuccess}
      />
    </>
  );

  function differs(count: number): string {
    return count > 0 ? t('differs', { count }) : '';
  }
}
