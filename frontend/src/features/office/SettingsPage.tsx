/** What the administrator decides for everybody: the programme's name, the cohort shown first, the demonstration. */
import { Button, Select, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, ifMatch, type Schemas } from '@/lib/api/client';
import { meKey, useMe } from '@/lib/api/me';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { type Bilingual, plain, scriptOf } from '@/lib/text/bilingual';
import { Callout } from '@/ui/base/Callout';
import { ConfirmByName } from '@/ui/base/ConfirmByName';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Loading } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';
import { showDone } from '@/ui/base/toast';
import { BilingualField } from '@/ui/form/BilingualField';
import classes from './Office.module.css';

export default function SettingsPage() {
  const { t } = useTranslation('office');
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => data(api.GET('/settings', { signal })),
  });
  return (
    <>
      <PageHead title={t('settings.title')} state={t('settings.state')} />
      {settings.isPending ? <Loading /> : null}
      {settings.isError ? (
        <ErrorPanel error={settings.error} onRetry={() => void settings.refetch()} />
      ) : null}
      <div className={classes.columns}>
        {settings.data ? <Programme key={settings.data.version} stored={settings.data} /> : null}
        <Demonstration />
      </div>
    </>
  );
}

const both = (text: Schemas['Settings']['name']): Bilingual =>
  typeof text === 'string' ? { [scriptOf(text)]: text } : (text ?? {});

function Programme({ stored }: { stored: Schemas['Settings'] }) {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const queries = useQueryClient();
  const [name, setName] = useState<Bilingual>(() => both(stored.name));
  const [cohort, setCohort] = useState(stored.cohort ?? '');
  const cohorts = useQuery({
    queryKey: ['cohorts'],
    queryFn: ({ signal }) => data(api.GET('/cohorts', { params: { query: { limit: 100 } }, signal })),
  });
  const save = useMutation({
    mutationFn: () =>
      api.PUT('/settings', { params: { header: ifMatch(stored.version ?? 0) }, body: { name, cohort } }),
    onSuccess: () => {
      showDone(t('settings.saved'));
      return queries.invalidateQueries();
    },
  });
  return (
    <section className={`ju-card ${classes.box}`} aria-label={t('settings.programme')}>
      <h2>{t('settings.programme')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          {save.isError ? <ErrorPanel error={save.error} kept={t('import.kept')} /> : null}
          <BilingualField label={t('settings.name')} value={name} onChange={setName} maxLength={200} />
          <Select
            label={t('settings.cohort')}
            data={(cohorts.data?.items ?? []).map((one) => ({
              value: one.id ?? '',
              label: plain(one.name, language) || (one.id ?? ''),
            }))}
            value={cohort || null}
            onChange={(value) => setCohort(value ?? '')}
            clearable
          />
          <Button type="submit" loading={save.isPending}>
            {t('settings.save')}
          </Button>
        </Stack>
      </form>
    </section>
  );
}

function Demonstration() {
  const { t } = useTranslation('office');
  const me = useMe();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  if (!me.data?.demo) return null;
  return (
    <section className={`ju-card ${classes.box}`} aria-label={t('demo.title')}>
      <h2>{t('demo.title')}</h2>
      <Callout tone="attention">{t('demo.text')}</Callout>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('demo.verb')}
      </Button>
      <ConfirmByName
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('demo.verb')}
        name="demo"
        verb={t('demo.verb')}
        onConfirm={async () => {
          await api.POST('/demo/remove', { body: { confirm: 'demo' } });
          setAsking(false);
          showDone(t('demo.done'));
          await queries.invalidateQueries({ queryKey: meKey });
          await queries.invalidateQueries();
        }}
      >
        {t('demo.warning')}
      </ConfirmByName>
    </section>
  );
}
