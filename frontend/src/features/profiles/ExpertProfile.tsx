/** An expert's own record. What is typed survives a reload and somebody else's change. */
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Completeness } from '@/ui/form/Completeness';
import { type Expert, useOwn, useOwnId } from './api';
import { CvPaste } from './CvPaste';
import { useDraft } from './draft';
import { Basics, Capacity, Knowledge } from './ExpertFields';
import { useExpertItems } from './ExpertHome';
import { OwnForm, Section } from './OwnForm';
import { Pending } from './Pending';
import { Works } from './Works';

export default function ExpertProfile() {
  const { t } = useTranslation('profiles');
  const id = useOwnId();
  const own = useOwn('expert', id);
  if (own.isPending) return <Pending title={t('profile.title')} />;
  if (own.isError) return <ErrorPanel error={own.error} onRetry={() => void own.refetch()} />;
  return <Form key={id} stored={own.data} reload={async () => (await own.refetch()).data} />;
}

function Form({ stored, reload }: { stored: Expert; reload: () => Promise<Expert | undefined> }) {
  const { t } = useTranslation('profiles');
  const draft = useDraft(`expert.${stored.id}`, stored);
  const expert = draft.value;
  const items = useExpertItems(expert, '');
  const locked = new Set(stored.locked ?? []);
  const fields = { expert, onChange: draft.change, locked };
  const works = expert.works ?? [];
  return (
    <OwnForm
      kind="expert"
      title={t('profile.title')}
      state={t('profile.state')}
      draft={draft}
      reload={reload}
      aside={<Completeness title={t('complete.title')} items={items} />}
    >
      <Section title={t('profile.basics')}>
        <Basics {...fields} />
      </Section>
      <Section title={t('profile.works')}>
        <CvPaste id={stored.id ?? ''} onTake={(more) => draft.change({ works: [...works, ...more] })} />
        <Works
          works={works}
          onChange={(next) => draft.change({ works: next })}
          locked={locked.has('works')}
        />
      </Section>
      <Section title={t('profile.knowledge')}>
        <Knowledge {...fields} />
      </Section>
      <Section title={t('profile.capacity')}>
        <Capacity {...fields} />
      </Section>
    </OwnForm>
  );
}
