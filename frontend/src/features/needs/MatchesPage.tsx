/** Who fits a need and why: cards, a table, two to four side by side, and a wish on each. */
import { Button, Switch } from '@mantine/core';
import { IconUsersMinus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import type { Match, Preference } from '@/lib/match/types';
import { useParam, useQueryState } from '@/lib/routing/hooks';
import { plain } from '@/lib/text/bilingual';
import { Empty } from '@/ui/base/Empty';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Loading } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';
import { showDone, showFailure } from '@/ui/base/toast';
import { CompareTable, mostCompared } from '@/ui/match/CompareTable';
import { MatchCard } from '@/ui/match/MatchCard';
import { MatchCardSkeleton } from '@/ui/match/MatchCardSkeleton';
import { type Need, useNeed } from './api';
import classes from './MatchesPage.module.css';
import { type Ranking, useMatches, usePrefer, useSaveRun } from './matches';
import { StepButtons } from './StepButtons';
import { candidatesOf } from './state';

const page = 20;

export default function MatchesPage() {
  const id = useParam('id');
  const need = useNeed(id);
  const [top, setTop] = useState(page);
  const [query, setQuery] = useQueryState();
  const blocked = query.get('blocked') === '1';
  const ranking = useMatches(id, top, blocked);
  if (need.isPending) return <Loading />;
  if (need.isError) return <ErrorPanel error={need.error} onRetry={() => void need.refetch()} />;
  if (ranking.isError) return <ErrorPanel error={ranking.error} onRetry={() => void ranking.refetch()} />;
  return (
    <Matches
      need={need.data}
      ranking={ranking.data}
      busy={ranking.isFetching}
      top={top}
      onMore={() => setTop(top + page)}
      blocked={blocked}
      onBlocked={(on) => setQuery((q) => (on ? q.set('blocked', '1') : q.delete('blocked')))}
      chosen={query.getAll('with')}
      onChosen={(ids) =>
        setQuery((q) => {
          q.delete('with');
          for (const one of ids) q.append('with', one);
        })
      }
      comparing={query.get('view') === 'compare'}
      onComparing={(on) => setQuery((q) => (on ? q.set('view', 'compare') : q.delete('view')))}
    />
  );
}

interface MatchesProps {
  need: Need;
  ranking: Ranking | undefined;
  busy: boolean;
  top: number;
  onMore: () => void;
  blocked: boolean;
  onBlocked: (on: boolean) => void;
  chosen: string[];
  onChosen: (ids: string[]) => void;
  comparing: boolean;
  onComparing: (on: boolean) => void;
}

function Matches(props: MatchesProps) {
  const { need, ranking, chosen, comparing } = props;
  const { t } = useTranslation('needs');
  const language = useLanguage();
  const kind = candidatesOf(need.kind) ?? 'expert';
  const save = useSaveRun();
  const matches = ranking?.matches ?? [];
  const compared = useMemo(
    () => matches.filter((match) => chosen.includes(match.candidate.id)),
    [matches, chosen],
  );
  const title = plain(need.title, language) || t('untitled');
  return (
    <>
      <PageHead
        title={`${t(`matches.title.${kind}`)} · ${title}`}
        state={
          ranking
            ? t('matches.state', {
                count: matches.length,
                weights: ranking.key.weights,
                day: formatDate(ranking.key.day, language),
              })
            : null
        }
        back={{ href: `/needs/${encodeURIComponent(need.id ?? '')}`, label: t('matches.back') }}
        action={
          compared.length > 1 || comparing ? (
            <Button onClick={() => props.onComparing(!comparing)}>
              {comparing ? t('matches.list') : t('matches.compare', { count: compared.length })}
            </Button>
          ) : null
        }
        more={
          <>
            <StepButtons need={need} only={['none-fit', 'match']} />
            <Button
              variant="default"
              loading={save.isPending}
              onClick={() =>
                save.mutate(
                  { need: need.id ?? '', top: props.top },
                  { onSuccess: () => showDone(t('matches.saved')), onError: showFailure },
                )
              }
            >
              {t('matches.save')}
            </Button>
          </>
        }
      />
      {comparing ? (
        <CompareTable
          matches={compared}
          subject={title}
          onRemove={(one) => props.onChosen(chosen.filter((other) => other !== one))}
          href={(match) => addressOf(match)}
        />
      ) : (
        <Cards {...props} matches={matches} />
      )}
    </>
  );
}

const addressOf = (match: Match) => `/${match.candidate.kind}s/${encodeURIComponent(match.candidate.id)}`;

function Cards(props: MatchesProps & { matches: Match[] }) {
  const { need, ranking, matches, chosen, onChosen } = props;
  const { t } = useTranslation('needs');
  const mayWish = need.can?.includes('prefer') ?? false;
  const prefer = usePrefer(need.id ?? '');
  const wish = (to: string, next: Preference, before: Preference) =>
    prefer.mutate(
      { to, wish: next },
      {
        onSuccess: () =>
          showDone(t(next.mine ? 'matches.preferenceSaved' : 'matches.preferenceGone'), () =>
            prefer.mutateAsync({ to, wish: before }),
          ),
        onError: showFailure,
      },
    );
  if (!ranking) return <MatchCardSkeleton />;
  if (matches.length === 0) {
    return <Empty icon={IconUsersMinus} title={t('matches.empty')} why={t('matches.emptyWhy')} />;
  }
  return (
    <>
      <div className={classes.tools}>
        <Switch
          checked={props.blocked}
          onChange={(event) => props.onBlocked(event.currentTarget.checked)}
          label={t('matches.blocked')}
        />
        <span className={classes.hint}>{t('matches.compareHint')}</span>
      </div>
      <h2 className="ju-visually-hidden">{t('matches.list')}</h2>
      <ol className={classes.list} aria-busy={props.busy}>
        {matches.map((match) => (
          <li key={match.candidate.id}>
            <MatchCard
              match={match}
              href={addressOf(match)}
              weights={String(ranking.key.weights)}
              settle={(field) => settle(field, need)}
              compared={chosen.includes(match.candidate.id)}
              {...(chosen.length < mostCompared || chosen.includes(match.candidate.id)
                ? {
                    onCompare: (on: boolean) =>
                      onChosen(
                        on
                          ? [...chosen, match.candidate.id]
                          : chosen.filter((one) => one !== match.candidate.id),
                      ),
                  }
                : {})}
              {...(mayWish
                ? {
                    onPreference: (next: Preference) =>
                      wish(match.candidate.id, next, match.preference ?? {}),
                    preferenceBusy: prefer.isPending && prefer.variables.to === match.candidate.id,
                  }
                : {})}
            />
          </li>
        ))}
      </ol>
      {matches.length >= props.top ? (
        <Button variant="default" loading={props.busy} onClick={props.onMore}>
          {t('matches.more')}
        </Button>
      ) : null}
    </>
  );
}

/** Where this reader can fill a field that would settle a part. */
function settle(field: string, need: Need): string | undefined {
  if (field.startsWith('need.') && need.can?.includes('update')) {
    return `/needs/${encodeURIComponent(need.id ?? '')}/edit`;
  }
  return field.startsWith('company.') && need.can?.includes('update') ? '/profile' : undefined;
}
