/** The steps that this person may take with a need; those whose reason the other side reads ask for it. */
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/base/Dialog';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { showDone, showFailure } from '@/ui/base/toast';
import { type Need, type NeedStep, useStep } from './api';
import { needsRemark } from './state';

const primary: ReadonlySet<NeedStep> = new Set(['file', 'triage', 'match', 'agree']);

export function StepButtons({ need, only }: { need: Need; only?: readonly NeedStep[] }) {
  const { t } = useTranslation('needs');
  const take = useStep(need.id ?? '');
  const [asking, setAsking] = useState<NeedStep | null>(null);
  const steps = (need.steps ?? []).filter((step) => !only || only.includes(step));

  const press = (step: NeedStep) => {
    const remarkDue = needsRemark.has(step) && !(step === 'close' && need.state === 'draft');
    if (remarkDue) setAsking(step);
    else take.mutate({ step }, { onSuccess: () => showDone(t(`stepDone.${step}`)), onError: showFailure });
  };
  return (
    <>
      {steps.map((step) => (
        <Button
          key={step}
          variant={primary.has(step) ? 'filled' : 'default'}
          loading={take.isPending && take.variables.step === step}
          onClick={() => press(step)}
        >
          {t(`step.${step}`)}
        </Button>
      ))}
      <Dialog
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={asking ? t(`step.${asking}`) : ''}
      >
        {asking ? (
          <Remark
            step={asking}
            busy={take.isPending}
            error={take.error}
            onCancel={() => setAsking(null)}
            onSend={(remark) =>
              take.mutate(
                { step: asking, remark },
                {
                  onSuccess: () => {
                    setAsking(null);
                    showDone(t(`stepDone.${asking}`));
                  },
                },
              )
            }
          />
        ) : null}
      </Dialog>
    </>
  );
}

interface RemarkProps {
  step: NeedStep;
  busy: boolean;
  error: unknown;
  onSend: (remark: string) => void;
  onCancel: () => void;
}

function Remark({ step, busy, error, onSend, onCancel }: RemarkProps) {
  const { t } = useTranslation('needs');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const empty = text.trim() === '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!empty) onSend(text.trim());
      }}
    >
      <Stack>
        {error ? <ErrorPanel error={error} kept={t('form.kept')} /> : null}
        <Textarea
          label={t(`remark.${step}`)}
          description={t('remark.help')}
          autosize
          minRows={3}
          maxLength={2000}
          required
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={tried && empty ? t('remark.missing') : undefined}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t(`step.${step}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
