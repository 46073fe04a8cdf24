/** Who can sign in, and who is invited. */
import { Button, Select, Tabs } from '@mantine/core';
import { IconMailForward, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import type { RoleName } from '@/lib/routing/types';
import { plain } from '@/lib/text/bilingual';
import { Empty } from '@/ui/base/Empty';
import { PageHead } from '@/ui/base/PageHead';
import { RoleBadge } from '@/ui/base/RoleBadge';
import { StateTag } from '@/ui/base/StateTag';
import { showDone, showFailure } from '@/ui/base/toast';
import { DataTable } from '@/ui/table/DataTable';
import { HandOver } from './HandOver';
import { Invite } from './Invite';
import {
  type HandedOver,
  useDisable,
  useInvitations,
  useRenew,
  useResetLink,
  useRevoke,
  useSignOutUser,
  useUsers,
} from './people';

const roles: RoleName[] = ['company', 'expert', 'investor', 'manager', 'coordinator', 'administrator'];
const tones = { open: 'info', spent: 'success', revoked: 'neutral', expired: 'warning' } as const;

export default function PeoplePage() {
  const { t } = useTranslation('office');
  const [inviting, setInviting] = useState(false);
  const [handed, setHanded] = useState<HandedOver>();
  return (
    <>
      <PageHead
        title={t('people.title')}
        state={t('people.state')}
        action={<Button onClick={() => setInviting(true)}>{t('invite.verb')}</Button>}
      />
      <Tabs defaultValue="accounts" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="accounts">{t('people.accounts')}</Tabs.Tab>
          <Tabs.Tab value="invitations">{t('people.invitations')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="accounts">
          <Accounts onLink={setHanded} />
        </Tabs.Panel>
        <Tabs.Panel value="invitations">
          <Invitations onLink={setHanded} />
        </Tabs.Panel>
      </Tabs>
      <Invite
        opened={inviting}
        onClose={() => setInviting(false)}
        onDone={(made) => {
          setInviting(false);
          setHanded(made);
        }}
      />
      <HandOver handed={handed} onClose={() => setHanded(undefined)} />
    </>
  );
}

function Accounts({ onLink }: { onLink: (handed: HandedOver) => void }) {
  const { t } = useTranslation(['office', 'words']);
  const language = useLanguage();
  const [role, setRole] = useState<RoleName | ''>('');
  const users = useUsers(role);
  const reset = useResetLink();
  const disable = useDisable();
  const signOut = useSignOutUser();
  const rows = users.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const done = (key: string) => ({
    onSuccess: () => void showDone(t(`office:${key}`)),
    onError: showFailure,
  });
  return (
    <DataTable
      caption={t('office:people.accounts')}
      rows={rows}
      rowId={(user) => user.id}
      rowName={(user) => user.email}
      tools={
        <Select
          aria-label={t('office:people.role')}
          placeholder={t('office:people.anyRole')}
          data={roles.map((value) => ({ value, label: t(`words:role.${value}`) }))}
          value={role || null}
          onChange={(value) => setRole((value ?? '') as RoleName | '')}
          clearable
        />
      }
      columns={[
        {
          id: 'name',
          header: t('office:people.name'),
          minWidth: 12,
          cell: (user) => plain(user.name, language) || user.email,
          sortValue: (user) => plain(user.name, language) || user.email,
        },
        { id: 'email', header: t('office:people.email'), cell: (user) => user.email },
        { id: 'role', header: t('office:people.role'), cell: (user) => <RoleBadge role={user.role} /> },
        {
          id: 'subject',
          header: t('office:people.subject'),
          cell: (user) => plain(user.subject?.name, language),
        },
        {
          id: 'seen',
          header: t('office:people.seen'),
          cell: (user) => (user.last_seen ? formatDateTime(user.last_seen, language) : ''),
          sortValue: (user) => user.last_seen ?? null,
        },
        {
          id: 'state',
          header: t('office:people.stateOf'),
          cell: (user) => (
            <StateTag tone={user.disabled ? 'warning' : 'success'}>
              {t(user.disabled ? 'office:people.disabled' : 'office:people.active')}
            </StateTag>
          ),
        },
      ]}
      rowActions={(user) => (
        <>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => reset.mutate(user.id, { onSuccess: onLink, onError: showFailure })}
          >
            {t('office:people.reset')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => signOut.mutate(user.id, done('people.signedOut'))}
          >
            {t('office:people.signOut')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              disable.mutate(
                { user, disabled: !user.disabled },
                done(user.disabled ? 'people.enabledDone' : 'people.disabledDone'),
              )
            }
          >
            {t(user.disabled ? 'office:people.enable' : 'office:people.disable')}
          </Button>
        </>
      )}
      loading={users.isPending}
      error={users.error}
      onRetry={() => void users.refetch()}
      empty={<Empty icon={IconUsers} title={t('office:people.none')} why={t('office:people.noneWhy')} />}
      {...(users.hasNextPage ? { onMore: () => void users.fetchNextPage() } : {})}
      loadingMore={users.isFetchingNextPage}
    />
  );
}

function Invitations({ onLink }: { onLink: (handed: HandedOver) => void }) {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const invitations = useInvitations();
  const renew = useRenew();
  const revoke = useRevoke();
  const rows = invitations.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  return (
    <DataTable
      caption={t('people.invitations')}
      rows={rows}
      rowId={(one) => one.id}
      rowName={(one) => one.email || plain(one.name, language) || one.id}
      columns={[
        {
          id: 'who',
          header: t('people.name'),
          minWidth: 12,
          cell: (one) => plain(one.name, language) || one.email || t('people.anybody'),
        },
        { id: 'email', header: t('people.email'), cell: (one) => one.email ?? '' },
        { id: 'role', header: t('people.role'), cell: (one) => <RoleBadge role={one.role} /> },
        { id: 'subject', header: t('people.subject'), cell: (one) => plain(one.subject?.name, language) },
        {
          id: 'state',
          header: t('people.stateOf'),
          cell: (one) => <StateTag tone={tones[one.state]}>{t(`invite.${one.state}`)}</StateTag>,
        },
        { id: 'expires', header: t('people.expires'), cell: (one) => formatDateTime(one.expires, language) },
      ]}
      rowActions={(one) =>
        one.state === 'spent' ? null : (
          <>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => renew.mutate(one.id, { onSuccess: onLink, onError: showFailure })}
            >
              {t('invite.renew')}
            </Button>
            {one.state === 'open' ? (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() =>
                  revoke.mutate(one.id, {
                    onSuccess: () => void showDone(t('invite.revokedDone')),
                    onError: showFailure,
                  })
                }
              >
                {t('invite.revoke')}
              </Button>
            ) : null}
          </>
        )
      }
      loading={invitations.isPending}
      error={invitations.error}
      onRetry={() => void invitations.refetch()}
      empty={<Empty icon={IconMailForward} title={t('invite.none')} why={t('invite.noneWhy')} />}
      {...(invitations.hasNextPage ? { onMore: () => void invitations.fetchNextPage() } : {})}
      loadingMore={invitations.isFetchingNextPage}
    />
  );
}
