/** A company's first screen: what is open for us, and how our needs stand. */
import { Button } from '@mantine/core';
import { IconClipboardPlus, IconMoodSmile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/ui/base/Empty';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Link } from '@/ui/base/Link';
import { Loading } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';
import { type Need, useNeeds } from './api';
import classes from './CompanyHome.module.css';
import { NeedCard } from './NeedCard';
import { candidatesOf } from './state';

export default function CompanyHome() {
  const { t } = useTranslation('needs');
  const needs = useNeeds({ sort: 'due' }, { limit: 100 });
  if (needs.isPending) return <Loading />;
  if (needs.isError) return <ErrorPanel error={needs.error} onRetry={() => void needs.refetch()} />;
  const all = needs.data.pages.flatMap((page) => page.items ?? []);
  const ours = all.filter((need) => need.holder === 'company');
  const waiting = all.filter((need) => need.holder === 'coordinator');
  const create = (
    <Button component={Link} href="/needs/new">
      {t('new.verb')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('home.title')}
        state={t('home.state', { all: all.length, ours: ours.length, waiting: waiting.length })}
        action={create}
      />
      {all.length === 0 ? (
        <Empty icon={IconClipboardPlus} title={t('list.empty')} why={t('list.emptyWhy')} action={create} />
      ) : (
        <div className={classes.columns}>
          <Group title={t('home.ours')} needs={ours} none={t('home.oursNone')} />
          <Group title={t('home.waiting')} needs={waiting} none={t('home.waitingNone')} />
        </div>
      )}
    </>
  );
}

function Group({ title, needs, none }: { title: string; needs: Need[]; none: string }) {
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.title}>
        {title} <span className={classes.count}>{needs.length}</span>
      </h2>
      {needs.length === 0 ? <Empty icon={IconMoodSmile} title={none} /> : null}
      {needs.map((need) => (
        <NeedCard key={need.id} need={need} level={3} actions={<NextStep need={need} />} />
      ))}
    </section>
  );
}

/** The one thing that is most likely wanted next. */
function NextStep({ need }: { need: Need }) {
  const { t } = useTranslation('needs');
  const id = encodeURIComponent(need.id ?? '');
  const kind = candidatesOf(need.kind);
  if (need.state === 'draft' || need.state === 'returned') {
    return (
      <Button variant="default" component={Link} href={`/needs/${id}/edit`}>
        {t(need.state === 'draft' ? 'home.goOn' : 'home.answer')}
      </Button>
    );
  }
  if (kind && need.can?.includes('rank')) {
    return (
      <Button variant="default" component={Link} href={`/needs/${id}/matches`}>
        {t(`seeMatches.${kind}`)}
      </Button>
    );
  }
  return null;
}
