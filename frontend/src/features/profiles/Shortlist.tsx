/** Companies that the investor wants to meet, by how much; up to four side by side. */
import { Button, Checkbox } from '@mantine/core';
import { IconStar, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import type { Match, PreferenceLevel } from '@/lib/match/types';
import { useQueryState } from '@/lib/routing/hooks';
import { plain } from '@/lib/text/bilingual';
import { Empty } from '@/ui/base/Empty';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Link } from '@/ui/base/Link';
import { PageHead } from '@/ui/base/PageHead';
import { CompareTable, mostCompared } from '@/ui/match/CompareTable';
import { type Company, useCompaniesById } from './api';
import { CompanyCard } from './CompanyCard';
import { Pending } from './Pending';
import classes from './Profiles.module.css';
import { useInvestorView } from './useInvestorView';

const levels = ['must', 'want', 'later'] as const satisfies readonly PreferenceLevel[];

export default function Shortlist() {
  const { t } = useTranslation('profiles');
  const view = useInvestorView();
  const wishes = [...(view.wishes.data?.values() ?? [])].filter((wish) => wish.level !== 'no');
  const companies = useCompaniesById(wishes.map((wish) => wish.to).sort());
  const [query, setQuery] = useQueryState();
  const chosen = query.getAll('with');
  const choose = (ids: string[]) =>
    setQuery((state) => {
      state.delete('with');
      for (const id of ids) state.append('with', id);
    });
  const error = view.wishes.error ?? companies.error;
  if (error) return <ErrorPanel error={error} onRetry={() => void view.wishes.refetch()} />;
  if (view.wishes.isPending || (wishes.length > 0 && companies.isPending))
    return <Pending title={t('shortlist.title')} />;
  const listed = wishes.filter((wish) => companies.data?.has(wish.to));
  const compared = chosen.map(view.matchOf).filter((match): match is Match => match !== undefined);
  const comparing = query.get('view') === 'compare' && compared.length > 1;
  const groups = levels.map((level) => ({
    level,
    companies: listed
      .filter((wish) => wish.level === level)
      .flatMap((wish) => companies.data?.get(wish.to) ?? []),
  }));
  return (
    <>
      <PageHead
        title={t('shortlist.title')}
        state={t('shortlist.state', { count: listed.length })}
        action={
          compared.length > 1 ? (
            <Button
              onClick={() =>
                setQuery((state) => (comparing ? state.delete('view') : state.set('view', 'compare')))
              }
            >
              {comparing ? t('shortlist.list') : t('shortlist.compare', { count: compared.length })}
            </Button>
          ) : null
        }
      />
      {listed.length === 0 ? (
        <Empty
          icon={IconStar}
          title={t('shortlist.empty')}
          why={t('shortlist.emptyWhy')}
          action={
            <Button component={Link} href="/">
              {t('shortlist.browse')}
            </Button>
          }
        />
      ) : comparing ? (
        <CompareTable
          matches={compared}
          subject={t('shortlist.title')}
          onRemove={(id) => choose(chosen.filter((other) => other !== id))}
          href={(match) => `/companies/${encodeURIComponent(match.candidate.id)}`}
        />
      ) : (
        groups.map((group) => (
          <Group key={group.level} {...group} view={view} chosen={chosen} onChoose={choose} />
        ))
      )}
    </>
  );
}

interface GroupProps {
  level: (typeof levels)[number];
  companies: Company[];
  view: ReturnType<typeof useInvestorView>;
  chosen: string[];
  onChoose: (ids: string[]) => void;
}

function Group({ level, companies, view, chosen, onChoose }: GroupProps) {
  const { t } = useTranslation(['profiles', 'words']);
  const language = useLanguage();
  if (companies.length === 0) return null;
  return (
    <section className={classes.group} aria-labelledby={`group-${level}`}>
      <h2 id={`group-${level}`} className={classes.heading}>
        {t(`words:preference.${level}`)} <span className={classes.quiet}>{companies.length}</span>
      </h2>
      {companies.map((company) => {
        const id = company.id ?? '';
        const wish = view.wishFor(id);
        const name = plain(company.name, language) || id;
        const on = chosen.includes(id);
        return (
          <CompanyCard
            key={id}
            level={3}
            company={company}
            needs={view.needsOf(id)}
            match={view.matchOf(id)}
            wish={wish}
            onWish={(next) => view.say(id, next)}
            busy={view.busy(id)}
            extra={
              <>
                {wish.note ? (
                  <p className={classes.quote}>
                    <strong>{t('profiles:shortlist.note')}</strong> {wish.note}
                  </p>
                ) : null}
                <div className={classes.bar}>
                  {view.matchOf(id) ? (
                    <Checkbox
                      label={t('profiles:shortlist.choose')}
                      aria-label={t('profiles:shortlist.chooseName', { name })}
                      checked={on}
                      disabled={!on && chosen.length >= mostCompared}
                      onChange={() => onChoose(on ? chosen.filter((other) => other !== id) : [...chosen, id])}
                    />
                  ) : (
                    <span className={classes.quiet}>{t('profiles:shortlist.noMatch')}</span>
                  )}
                  <Button
                    variant="subtle"
                    leftSection={<IconTrash size={18} stroke={1.75} aria-hidden="true" />}
                    aria-label={t('profiles:shortlist.removeName', { name })}
                    onClick={() => view.say(id, { ...wish, mine: undefined })}
                  >
                    {t('profiles:shortlist.remove')}
                  </Button>
                </div>
              </>
            }
          />
        );
      })}
    </section>
  );
}
