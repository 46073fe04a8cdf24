/** What an investor sees beside each company: the best match, the needs for investment, the own wish. */
import { useMemo } from 'react';
import type { Match, Preference } from '@/lib/match/types';
import { type Need, useInvestmentNeeds, useOffers, useOwnId, useWishes, wishOf } from './api';
import { useWish } from './useWish';

/** As many as the server ranks at once. */
const ranked = 100;

export function useInvestorView() {
  const id = useOwnId();
  const offers = useOffers('investor', id, ranked);
  const needs = useInvestmentNeeds();
  const wishes = useWishes(id);
  const say = useWish(id);
  const best = useMemo(() => {
    const found = new Map<string, Match>();
    for (const { match } of offers.data?.offers ?? []) {
      if (!found.has(match.candidate.id)) found.set(match.candidate.id, match);
    }
    return found;
  }, [offers.data]);
  return {
    wishes,
    matchOf: (company: string): Match | undefined => best.get(company),
    needsOf: (company: string): Need[] => needs.data?.get(company) ?? [],
    wishFor: (company: string): Preference => wishOf(wishes.data?.get(company)),
    say: (company: string, next: Preference) => say.say(company, next, wishOf(wishes.data?.get(company))),
    busy: say.busy,
  };
}
