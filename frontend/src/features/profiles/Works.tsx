/** What an expert really did: a list, each opened in place to change it. */
import { Button, Switch, TextInput } from '@mantine/core';
import { IconLock, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { BiText } from '@/ui/base/BiText';
import { showDone } from '@/ui/base/toast';
import { BilingualField } from '@/ui/form/BilingualField';
import type { Work } from './api';
import type { Part } from './draft';
import classes from './Profiles.module.css';
import { both } from './read';

export interface WorksProps {
  works: Work[];
  onChange: (works: Work[]) => void;
  locked: boolean;
}

export function Works({ works, onChange, locked }: WorksProps) {
  const { t } = useTranslation('profiles');
  const language = useLanguage();
  const [open, setOpen] = useState<number | null>(null);
  const remove = (at: number) => {
    setOpen(null);
    onChange(works.filter((_, i) => i !== at));
    showDone(t('works.removed'), async () => onChange(works));
  };
  const nameOf = (work: Work, i: number) => plain(work.title, language) || t('works.nth', { n: i + 1 });
  return (
    <div id="part-works">
      <ul className={classes.works}>
        {works.map((work, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: works have no id; the list is changed by index
          <li key={i} className={classes.work}>
            <div className={classes.workHead}>
              <div>
                <strong>
                  <BiText text={work.title} empty={t('works.untitled')} />
                </strong>
                <div className={classes.quiet}>
                  {[work.client, work.date].filter(Boolean).join(' · ')}
                  {work.client_private ? (
                    <>
                      {' '}
                      <IconLock size={14} stroke={2} aria-hidden="true" /> {t('works.private')}
                    </>
                  ) : null}
                </div>
              </div>
              {locked ? null : (
                <div>
                  <Button
                    variant="subtle"
                    aria-expanded={open === i}
                    aria-label={t(open === i ? 'works.closeName' : 'works.editName', {
                      name: nameOf(work, i),
                    })}
                    onClick={() => setOpen(open === i ? null : i)}
                  >
                    {t(open === i ? 'works.close' : 'works.edit')}
                  </Button>
                  <Button
                    variant="subtle"
                    aria-label={t('works.removeName', { name: nameOf(work, i) })}
                    onClick={() => remove(i)}
                  >
                    {t('works.remove')}
                  </Button>
                </div>
              )}
            </div>
            {open === i ? (
              <WorkFields
                work={work}
                onChange={(part) =>
                  onChange(works.map((one, j) => (j === i ? ({ ...one, ...part } as Work) : one)))
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      {locked ? null : (
        <Button
          mt="md"
          variant="default"
          leftSection={<IconPlus size={18} stroke={1.75} aria-hidden="true" />}
          onClick={() => {
            onChange([...works, {}]);
            setOpen(works.length);
          }}
        >
          {t('works.add')}
        </Button>
      )}
    </div>
  );
}

export function WorkFields({ work, onChange }: { work: Work; onChange: (part: Part<Work>) => void }) {
  const { t } = useTranslation('profiles');
  return (
    <>
      <BilingualField
        label={t('field.workTitle')}
        required
        maxLength={200}
        value={both(work.title)}
        onChange={(title) => onChange({ title })}
      />
      <BilingualField
        label={t('field.workText')}
        lines={3}
        maxLength={20000}
        value={both(work.text)}
        onChange={(text) => onChange({ text })}
      />
      <div className={classes.rowLine}>
        <TextInput
          className={classes.grow}
          label={t('field.client')}
          value={work.client ?? ''}
          onChange={(event) => onChange({ client: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('field.workDate')}
          value={work.date ?? ''}
          onChange={(event) => onChange({ date: event.currentTarget.value })}
        />
      </div>
      <Switch
        label={t('field.clientPrivate')}
        description={t('help.clientPrivate')}
        checked={work.client_private ?? false}
        onChange={(event) => onChange({ client_private: event.currentTarget.checked })}
      />
    </>
  );
}
