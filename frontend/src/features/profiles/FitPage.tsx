/** Which companies fit the reader, and why: a need each, a wish on each. */
import { Button } from '@mantine/core';
import { IconTargetOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { formatDate } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { Empty } from '@/ui/base/Empty';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Link } from '@/ui/base/Link';
import { PageHead } from '@/ui/base/PageHead';
import { MatchCardSkeleton } from '@/ui/match/MatchCardSkeleton';
import { useOffers, useOwnId } from './api';
import { OfferCard } from './OfferCard';
import classes from './Profiles.module.css';

const page = 20;

export default function FitPage() {
  const { t } = useTranslation('profiles');
  const language = useLanguage();
  const kind = useMe().data?.role === 'investor' ? 'investor' : 'expert';
  const id = useOwnId();
  const [top, setTop] = useState(page);
  const list = useOffers(kind, id, top);
  if (list.isError) return <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />;
  const offers = list.data?.offers ?? [];
  return (
    <>
      <PageHead
        title={t('fit.title')}
        state={
          list.data
            ? t('fit.state', {
                count: offers.length,
                weights: list.data.weights,
                day: formatDate(list.data.day, language),
              })
            : null
        }
      />
      {list.data ? null : <MatchCardSkeleton />}
      {list.data && offers.length === 0 ? (
        <Empty
          icon={IconTargetOff}
          title={t('fit.empty')}
          why={t(`fit.emptyWhy.${kind}`)}
          action={
            <Button component={Link} href="/profile">
              {t(`fit.fill.${kind}`)}
            </Button>
          }
        />
      ) : null}
      <h2 className="ju-visually-hidden">{t('fit.list')}</h2>
      <ol className={classes.list} aria-busy={list.isFetching}>
        {offers.map((offer) => (
          <li key={`${offer.match.candidate.id} ${offer.need?.id ?? ''}`}>
            <OfferCard offer={offer} from={id} kind={kind} weights={list.data?.weights ?? ''} />
          </li>
        ))}
      </ol>
      {list.data && offers.length >= top && top < 100 ? (
        <Button variant="default" loading={list.isFetching} onClick={() => setTop(Math.min(100, top + page))}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}
