/** An expert's first screen: my load, how complete my record is, the companies that fit best. */
import { Button } from '@mantine/core';
import { IconTargetOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/ui/base/Empty';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { KeyFigure } from '@/ui/base/KeyFigure';
import { Link } from '@/ui/base/Link';
import { PageHead } from '@/ui/base/PageHead';
import { Completeness } from '@/ui/form/Completeness';
import { MatchCardSkeleton } from '@/ui/match/MatchCardSkeleton';
import { type Expert, useOffers, useOwn, useOwnId } from './api';
import { OfferCard } from './OfferCard';
import { Pending } from './Pending';
import classes from './Profiles.module.css';
import { expertDone, expertParts } from './read';

const shown = 3;

export default function ExpertHome() {
  const { t } = useTranslation('profiles');
  const id = useOwnId();
  const own = useOwn('expert', id);
  if (own.isPending) return <Pending title={t('home.title')} />;
  if (own.isError) return <ErrorPanel error={own.error} onRetry={() => void own.refetch()} />;
  return <Home expert={own.data} id={id} />;
}

function Home({ expert, id }: { expert: Expert; id: string }) {
  const { t } = useTranslation('profiles');
  const items = useExpertItems(expert, '/profile');
  return (
    <>
      <PageHead
        title={t('home.title')}
        state={t('home.state')}
        action={
          <Button component={Link} href="/fit">
            {t('home.all')}
          </Button>
        }
      />
      <h2 className="ju-visually-hidden">{t('home.now')}</h2>
      <div className={classes.figures}>
        <LoadFigures expert={expert} />
        <div className={`ju-card ${classes.pad}`}>
          <Completeness title={t('complete.title')} items={items} />
        </div>
      </div>
      <TopOffers id={id} />
    </>
  );
}

/** The parts of the record with the place where each is filled; `page` is empty on that page itself. */
export function useExpertItems(expert: Expert, page: string) {
  const { t } = useTranslation('profiles');
  const done = expertDone(expert);
  return expertParts.map((part) => ({
    id: part,
    label: t(`complete.${part}.label`),
    why: t(`complete.${part}.why`),
    done: done[part],
    href: `${page}#part-${part === 'worksBoth' ? 'works' : part}`,
  }));
}

function LoadFigures({ expert }: { expert: Expert }) {
  const { t } = useTranslation('profiles');
  const load = expert.load ?? 0;
  const { capacity } = expert;
  const note =
    capacity === undefined
      ? t('home.capacityUnknown')
      : capacity > load
        ? t('home.free', { count: capacity - load })
        : t('home.full');
  return (
    <div className={classes.pair}>
      <KeyFigure name={t('home.load')} value={load} unit={t('home.unit')} note={note} large />
      <KeyFigure
        name={t('home.capacity')}
        value={capacity ?? t('home.notStated')}
        unit={capacity === undefined ? '' : t('home.unit')}
      />
    </div>
  );
}

function TopOffers({ id }: { id: string }) {
  const { t } = useTranslation('profiles');
  const list = useOffers('expert', id, shown);
  return (
    <section aria-labelledby="top-offers">
      <h2 id="top-offers" className={classes.heading}>
        {t('home.top')}
      </h2>
      {list.isPending ? <MatchCardSkeleton /> : null}
      {list.isError ? <ErrorPanel error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data?.offers.length === 0 ? (
        <Empty icon={IconTargetOff} title={t('fit.empty')} why={t('fit.emptyWhy.expert')} />
      ) : null}
      <ol className={classes.list}>
        {list.data?.offers.map((offer) => (
          <li key={`${offer.match.candidate.id} ${offer.need?.id ?? ''}`}>
            <OfferCard offer={offer} from={id} kind="expert" weights={list.data.weights} />
          </li>
        ))}
      </ol>
    </section>
  );
}
