/** A company in the portfolio: what it does, what it looks for, how it fits, and a wish on it. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import type { Match, Preference } from '@/lib/match/types';
import { formatMoneyRange } from '@/lib/money/money';
import type { Found } from '@/lib/search/types';
import { plain } from '@/lib/text/bilingual';
import { BiText } from '@/ui/base/BiText';
import { Link } from '@/ui/base/Link';
import { FitMark } from '@/ui/match/FitMark';
import { PreferenceControl } from '@/ui/match/PreferenceControl';
import { FoundLine } from '@/ui/search/FoundLine';
import type { Company, Need } from './api';
import { useValueName } from './names';
import classes from './Profiles.module.css';

export interface CompanyCardProps {
  company: Company;
  /** Where the words of a search stand in it. */
  found?: Found | undefined;
  needs: Need[];
  /** Its best match with the reader, if there is one. */
  match: Match | undefined;
  wish: Preference;
  onWish: (next: Preference) => void;
  busy: boolean;
  /** Level of the name among the page's headings. */
  level?: 2 | 3;
  /** More at the foot of the card. */
  extra?: React.ReactNode;
}

export const addressOf = (company: Company): string => `/companies/${encodeURIComponent(company.id ?? '')}`;

export function CompanyCard(props: CompanyCardProps) {
  const { company, found, match, wish, onWish, busy, level = 2 } = props;
  const Heading = `h${level}` as const;
  const language = useLanguage();
  const name = useValueName();
  const facts = [
    company.stage ? name('stage', company.stage) : '',
    company.industries?.[0] ? name('industry', company.industries[0].slice(0, 3)) : '',
    [company.region, company.city].filter(Boolean).join(' '),
  ].filter(Boolean);
  return (
    <article className={`ju-card ${classes.card}`}>
      <div className={classes.cardHead}>
        <Heading className={classes.name}>
          <Link href={addressOf(company)}>
            <BiText text={company.name} empty={company.id ?? ''} marks={found?.name_marks} />
          </Link>
        </Heading>
        {match ? <FitMark fit={match.fit} band={false} /> : null}
      </div>
      <FoundLine name={company.name} found={found} />
      <p className={classes.quiet}>{facts.join(' · ')}</p>
      <p className={classes.summary}>
        <BiText text={company.summary} />
      </p>
      <OpenNeeds needs={props.needs} />
      <div className={classes.foot}>
        <PreferenceControl
          about={plain(company.name, language) || (company.id ?? '')}
          value={wish}
          onChange={onWish}
          busy={busy}
        />
        {props.extra}
      </div>
    </article>
  );
}

/** What it wants invested, each leading to the need. */
export function OpenNeeds({ needs }: { needs: Need[] }) {
  const { t } = useTranslation('profiles');
  const language = useLanguage();
  if (needs.length === 0) return null;
  return (
    <ul className={classes.needs} aria-label={t('portfolio.needs')}>
      {needs.map((need) => (
        <li key={need.id}>
          <span className={classes.quiet}>{t('portfolio.need')}</span>{' '}
          <Link href={`/needs/${encodeURIComponent(need.id ?? '')}`}>
            <BiText text={need.title} empty={need.id ?? ''} />
          </Link>
          {need.amount ? (
            <span className={classes.quiet}> · {formatMoneyRange(need.amount, language)}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
