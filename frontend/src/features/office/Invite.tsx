/** Inviting somebody to a role; company, expert, investor and manager accounts act for a record. */
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '@/lib/api/client';
import { useMe } from '@/lib/api/me';
import { fieldErrors, toProblem } from '@/lib/api/problem';
import { useLanguage } from '@/lib/i18n/useLanguage';
import type { RoleName } from '@/lib/routing/types';
import { plain } from '@/lib/text/bilingual';
import { Dialog } from '@/ui/base/Dialog';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { type HandedOver, useInvite } from './people';

const subjectKind = {
  company: 'company',
  expert: 'expert',
  investor: 'investor',
  manager: 'institution',
} as const;
const roles: RoleName[] = ['company', 'expert', 'investor', 'manager', 'coordinator', 'administrator'];

interface InviteProps {
  opened: boolean;
  onClose: () => void;
  onDone: (handed: HandedOver) => void;
}

export function Invite({ opened, onClose, onDone }: InviteProps) {
  const { t } = useTranslation('office');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('invite.title')}>
      <Form onClose={onClose} onDone={onDone} />
    </Dialog>
  );
}

function Form({ onClose, onDone }: Omit<InviteProps, 'opened'>) {
  const { t } = useTranslation(['office', 'words']);
  const me = useMe();
  const invite = useInvite();
  const [role, setRole] = useState<RoleName>('company');
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [subject, setSubject] = useState('');
  const [lang, setLang] = useState<'ko' | 'en'>('ko');
  const kind = role in subjectKind ? subjectKind[role as keyof typeof subjectKind] : null;
  const faults = invite.isError ? fieldErrors(toProblem(invite.error)) : {};
  const allowed = roles.filter((one) => me.data?.can.includes(`invite.${one}`));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate(
          {
            role,
            lang,
            ...(email.trim() ? { email: email.trim() } : {}),
            ...(name.trim() ? { name: name.trim() } : {}),
            ...(kind && subject ? { subject: { kind, id: subject } } : {}),
          },
          { onSuccess: onDone },
        );
      }}
    >
      <Stack>
        {invite.isError ? <ErrorPanel error={invite.error} /> : null}
        <Select
          label={t('office:people.role')}
          data={allowed.map((value) => ({ value, label: t(`words:role.${value}`) }))}
          value={role}
          onChange={(value) => {
            setRole((value ?? 'company') as RoleName);
            setSubject('');
          }}
          allowDeselect={false}
        />
        {kind ? (
          <SubjectSelect kind={kind} value={subject} onChange={setSubject} error={faults['subject.id']} />
        ) : null}
        <TextInput
          label={t('office:people.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          type="email"
          label={t('office:people.email')}
          description={t('office:invite.emailHelp')}
          error={faults.email}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Select
          label={t('office:invite.lang')}
          data={[
            { value: 'ko', label: '한국어' },
            { value: 'en', label: 'English' },
          ]}
          value={lang}
          onChange={(value) => setLang(value === 'en' ? 'en' : 'ko')}
          allowDeselect={false}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('office:cancel')}
          </Button>
          <Button type="submit" loading={invite.isPending} disabled={kind !== null && subject === ''}>
            {t('office:invite.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The server has filtered already. */
const keepAll = <T,>({ options }: { options: T }): T => options;

const lists = {
  company: '/companies',
  expert: '/experts',
  investor: '/investors',
  institution: '/institutions',
} as const;

interface Named {
  id?: string;
  name?: string | { ko?: string; en?: string };
}

interface SubjectProps {
  kind: keyof typeof lists;
  value: string;
  onChange: (id: string) => void;
  error?: string | undefined;
}

/** The record the account will act for, found by its name. */
function SubjectSelect({ kind, value, onChange, error }: SubjectProps) {
  const { t } = useTranslation(['office', 'words']);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const found = useQuery({
    queryKey: ['subjects', kind, q],
    queryFn: ({ signal }) =>
      data(
        api.GET(lists[kind], { params: { query: { limit: 30, sort: 'name', ...(q ? { q } : {}) } }, signal }),
      ),
  });
  const rows = found.data?.items as Named[] | undefined;
  const options = useMemo(
    () =>
      (rows ?? []).map((one) => ({
        value: one.id ?? '',
        label: plain(one.name, language) || (one.id ?? ''),
      })),
    [rows, language],
  );
  return (
    <Select
      label={t('office:invite.subject', { kind: t(`words:kind.${kind}`) })}
      required
      searchable
      onSearchChange={setTyped}
      filter={keepAll}
      data={options}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      nothingFoundMessage={t('office:invite.subjectNone')}
      error={error}
    />
  );
}
