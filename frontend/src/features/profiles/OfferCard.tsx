/** A company that fits, with the need it fits by. */
import { useTranslation } from 'react-i18next';
import { BiText } from '@/ui/base/BiText';
import { Link } from '@/ui/base/Link';
import { MatchCard } from '@/ui/match/MatchCard';
import type { Offer } from './api';
import classes from './Profiles.module.css';
import { useWish } from './useWish';

export interface OfferCardProps {
  offer: Offer;
  /** The own record. */
  from: string;
  kind: 'expert' | 'investor';
  weights: string;
}

/** An expert says it of the need, an investor of the company. */
export const aboutWhom = (offer: Offer, kind: 'expert' | 'investor'): string =>
  (kind === 'expert' ? offer.need?.id : undefined) ?? offer.match.candidate.id;

export function OfferCard({ offer, from, kind, weights }: OfferCardProps) {
  const { t } = useTranslation('profiles');
  const wish = useWish(from);
  const { match, need } = offer;
  const to = aboutWhom(offer, kind);
  return (
    <div className={classes.offer}>
      {need ? (
        <p className={classes.needLine}>
          <span className={classes.quiet}>{t('need')}</span>{' '}
          <Link href={`/needs/${encodeURIComponent(need.id ?? '')}`}>
            <BiText text={need.title} empty={need.id ?? ''} />
          </Link>
        </p>
      ) : null}
      <MatchCard
        match={match}
        level={3}
        href={`/companies/${encodeURIComponent(match.candidate.id)}`}
        weights={weights}
        settle={(field) => (field.startsWith('candidate.') ? '/profile' : undefined)}
        onPreference={(next) => wish.say(to, next, match.preference ?? {})}
        preferenceBusy={wish.busy(to)}
      />
    </div>
  );
}
