/** Saying a wish with an undo. */
import { useTranslation } from 'react-i18next';
import type { Preference } from '@/lib/match/types';
import { showDone, showFailure } from '@/ui/base/toast';
import { usePrefer } from './api';

/** Says what `from` wishes of `to`; a note without a wish is kept as "later". */
export function useWish(from: string) {
  const { t } = useTranslation('profiles');
  const prefer = usePrefer(from);
  const say = (to: string, next: Preference, before: Preference) => {
    const noteAlone = !next.mine && !before.mine && Boolean(next.note);
    const wish: Preference = noteAlone ? { ...next, mine: 'later' } : next;
    prefer.mutate(
      { to, wish },
      {
        onSuccess: () =>
          showDone(t(noteAlone ? 'wish.noteLater' : wish.mine ? 'wish.saved' : 'wish.gone'), () =>
            prefer.mutateAsync({ to, wish: before }),
          ),
        onError: showFailure,
      },
    );
  };
  return { say, busy: (to: string) => prefer.isPending && prefer.variables.to === to };
}
