/** My account: password, and signing out everywhere. */
import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/lib/api/client';
import { useMe } from '@/lib/api/me';
import { fieldErrors, toProblem } from '@/lib/api/problem';
import { useGo } from '@/lib/routing/hooks';
import { Callout } from '@/ui/base/Callout';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { PageHead } from '@/ui/base/PageHead';
import { showDone, showFailure } from '@/ui/base/toast';
import classes from './AccountPage.module.css';

export default function AccountPage() {
  const { t } = useTranslation('account');
  const me = useMe();
  return (
    <>
      <PageHead title={t('mine.title')} state={me.data?.email} />
      <div className={classes.columns}>
        <Password />
        <Everywhere />
      </div>
    </>
  );
}

function Password() {
  const { t } = useTranslation('account');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => api.POST('/password', { body: { current, next } }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      showDone(t('mine.changed'));
    },
  });
  const faults = change.isError ? fieldErrors(toProblem(change.error)) : {};
  return (
    <section className={`ju-card ${classes.box}`}>
      <h2>{t('mine.password')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Stack>
          {change.isError ? <ErrorPanel error={change.error} /> : null}
          <PasswordInput
            label={t('mine.current')}
            autoComplete="current-password"
            required
            error={faults.current}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
          />
          <PasswordInput
            label={t('newPassword')}
            description={t('passwordHelp')}
            autoComplete="new-password"
            required
            minLength={10}
            error={faults.next}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
          />
          <Button type="submit" loading={change.isPending}>
            {t('mine.verb')}
          </Button>
        </Stack>
      </form>
    </section>
  );
}

function Everywhere() {
  const { t } = useTranslation('account');
  const go = useGo();
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: () => api.POST('/sign-out-everywhere'),
    onSuccess: () => {
      queries.clear();
      go('/sign-in');
    },
    onError: showFailure,
  });
  return (
    <section className={`ju-card ${classes.box}`}>
      <h2>{t('everywhere.title')}</h2>
      <Callout>{t('everywhere.why')}</Callout>
      <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
        {t('everywhere.verb')}
      </Button>
    </section>
  );
}
