/**
 * A one-time link. Opening it asks what it is for and spends nothing; the button spends it. The secret is in
 * the address's fragment and leaves it at once, so that it stays out of histories and screenshots.
 */
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, type Schemas } from '@/lib/api/client';
import { fieldErrors, toProblem } from '@/lib/api/problem';
import { formatDateTime } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useGo } from '@/lib/routing/hooks';
import { plain } from '@/lib/text/bilingual';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Link } from '@/ui/base/Link';
import { Loading } from '@/ui/base/Loading';
import { RoleBadge } from '@/ui/base/RoleBadge';
import { Door } from './Door';

let remembered = '';

/** The secret of the address, taken out of it. */
function takeSecret(): string {
  if (window.location.hash.length > 1) {
    remembered = window.location.hash.slice(1);
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }
  return remembered;
}

export default function LinkPage() {
  const { t } = useTranslation('account');
  const [secret] = useState(takeSecret);
  const peek = useQuery({
    queryKey: ['link', secret],
    enabled: secret !== '',
    retry: false,
    queryFn: () => data(api.POST('/links/peek', { body: { secret } })),
  });
  if (
    secret === '' ||
    (peek.isError && toProblem(peek.error).status < 500 && toProblem(peek.error).status !== 429)
  ) {
    return (
      <Door title={t('link.dead')} lead={t('link.deadWhy')}>
        <Link href="/sign-in">{t('link.toSignIn')}</Link>
      </Door>
    );
  }
  if (peek.isError) {
    return (
      <Door title={t('link.unread')}>
        <ErrorPanel error={peek.error} onRetry={() => void peek.refetch()} />
      </Door>
    );
  }
  if (peek.isPending) {
    return (
      <Door title={t('link.reading')}>
        <Loading />
      </Door>
    );
  }
  return <Spend secret={secret} link={peek.data} />;
}

function Spend({ secret, link }: { secret: string; link: Schemas['Peek'] }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const go = useGo();
  const queries = useQueryClient();
  const [email, setEmail] = useState(link.email ?? '');
  const [name, setName] = useState(plain(link.name, language));
  const [password, setPassword] = useState('');
  const spend = useMutation({
    mutationFn: () =>
      data(
        api.POST('/links/spend', {
          body: {
            secret,
            ...(link.needs_password ? { password } : {}),
            ...(link.needs_email ? { email } : {}),
            ...(link.kind === 'invitation' && name.trim() ? { name: name.trim() } : {}),
          },
        }),
      ),
    onSuccess: () => {
      remembered = '';
      queries.clear();
      go('/', { replace: true });
    },
  });
  const faults = spend.isError ? fieldErrors(toProblem(spend.error)) : {};
  const subject = plain(link.subject_name, language);
  return (
    <Door
      title={t(`link.title.${link.kind}`)}
      lead={
        <>
          <RoleBadge role={link.role} /> {subject ? `${subject} · ` : ''}
          {t('link.until', { at: formatDateTime(link.expires, language) })}
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          spend.mutate();
        }}
      >
        <Stack>
          {spend.isError ? <ErrorPanel error={spend.error} kept={t('kept')} /> : null}
          {link.needs_email ? (
            <TextInput
              type="email"
              label={t('email')}
              autoComplete="username"
              required
              error={faults.email}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          ) : null}
          {link.kind === 'invitation' ? (
            <TextInput
              label={t('name')}
              autoComplete="name"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          ) : null}
          {link.needs_password ? (
            <PasswordInput
              label={t('newPassword')}
              description={t('passwordHelp')}
              autoComplete="new-password"
              required
              minLength={10}
              error={faults.password}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
            />
          ) : null}
          <Button type="submit" loading={spend.isPending}>
            {t(`link.verb.${link.kind}`)}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
