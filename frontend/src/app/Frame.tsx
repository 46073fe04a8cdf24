/** The frame around every signed-in page: places of the role, search, account, language. */

import { IconLogout, IconUserCog } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/lib/api/client';
import { type Me, meKey } from '@/lib/api/me';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useGo } from '@/lib/routing/hooks';
import { forgetRecent } from '@/lib/search/recent';
import { plain } from '@/lib/text/bilingual';
import { AppShell } from '@/ui/shell/AppShell';
import { OpenSearchContext } from '@/ui/work/openSearch';
import { navOf } from './nav';
import { Palette } from './Palette';

export function Frame({
  me,
  place,
  wide,
  children,
}: {
  me: Me;
  place?: string | undefined;
  wide?: boolean | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation('app');
  const language = useLanguage();
  const go = useGo();
  const queries = useQueryClient();
  const [searching, setSearching] = useState(false);
  const [words, setWords] = useState('');

  const openSearch = useCallback((initial: string) => {
    setWords(initial);
    setSearching(true);
  }, []);
  const openChange = useCallback((opened: boolean) => {
    setSearching(opened);
    if (!opened) setWords('');
  }, []);

  const signOut = useCallback(async () => {
    await api.POST('/sign-out');
    forgetRecent();
    queries.clear();
    go('/sign-in');
  }, [go, queries]);

  const keepLanguage = useCallback(
    (next: 'ko' | 'en') => {
      void api
        .PATCH('/me', { params: { header: { 'If-Match': `"${me.version}"` } }, body: { lang: next } })
        .then(() => queries.invalidateQueries({ queryKey: meKey }));
    },
    [me.version, queries],
  );

  const own = (name: Me['name']) => (name ? plain(name, language) : '');
  return (
    <AppShell
      nav={navOf(me.role, (id) => t(`nav.${me.role}.${id}`, { defaultValue: t(`nav.${id}`) }))}
      {...(place ? { current: place } : {})}
      {...(wide ? { wide } : {})}
      onSearch={() => openSearch('')}
      onLanguage={keepLanguage}
      account={{
        name: own(me.name) || me.email,
        role: me.role,
        ...(me.subject?.name ? { organisation: own(me.subject.name) } : {}),
        items: [
          { id: 'account', label: t('account'), icon: IconUserCog, href: '/account' },
          { id: 'sign-out', label: t('signOut'), icon: IconLogout, onClick: () => void signOut() },
        ],
      }}
      {...(me.demo ? { demo: me.role === 'administrator' ? { onRemove: () => go('/settings') } : {} } : {})}
    >
      <OpenSearchContext value={openSearch}>{children}</OpenSearchContext>
      <Palette me={me} opened={searching} initial={words} onOpenChange={openChange} />
    </AppShell>
  );
}
