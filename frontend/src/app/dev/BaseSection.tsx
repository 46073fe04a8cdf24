import {
  Button,
  Checkbox,
  Radio,
  SegmentedControl,
  Select,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconBuildingFactory2 } from '@tabler/icons-react';
import { useState } from 'react';
import { ApiError } from '@/lib/api/problem';
import { Callout } from '@/ui/base/Callout';
import { ConfirmByName } from '@/ui/base/ConfirmByName';
import { Empty } from '@/ui/base/Empty';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { KeyFigure } from '@/ui/base/KeyFigure';
import { Loading, RowSkeleton } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';
import { type Role, RoleBadge } from '@/ui/base/RoleBadge';
import { StaleDialog } from '@/ui/base/StaleDialog';
import { StateTag } from '@/ui/base/StateTag';
import { showDone, showFailure } from '@/ui/base/toast';
import classes from './Gallery.module.css';
import { SamplePalette } from './SamplePalette';
import { samples, useSample } from './samples';

const roles: Role[] = ['company', 'expert', 'investor', 'coordinator', 'manager', 'administrator'];

const failure = new ApiError({
  status: 422,
  code: 'invalid',
  detail: '',
  fields: [{ location: 'body.amount.max', message: 'is below min' }],
  requestId: '4f1c-20ab',
});

export function BaseSection() {
  const s = useSample();
  return (
    <div className={classes.stack}>
      <SamplePalette />
      <div className={`ju-card ${classes.pad}`}>
        <PageHead
          title={s({ ko: '전문가 배정', en: 'Assignment of experts' })}
          state={s(samples.state)}
          back={{ href: '/dev/gallery', label: s({ ko: '현황', en: 'Overview' }) }}
          more={<Button variant="default">{s({ ko: '내보내기', en: 'Export' })}</Button>}
          action={<Button>{s(samples.publish)}</Button>}
        />
      </div>
      <div className={classes.grid}>
        <KeyFigure
          large
          name={s({ ko: '접수된 수요', en: 'Needs filed' })}
          value="287"
          unit={s({ ko: '건', en: 'needs' })}
          note={s({ ko: '지난주보다 12건 늘었습니다', en: '12 more than last week' })}
        />
        <KeyFigure
          name={s({ ko: '검토를 기다리는 수요', en: 'Waiting for triage' })}
          value="12"
          unit={s({ ko: '건', en: 'needs' })}
        />
        <KeyFigure
          name={s({ ko: '가장 낮은 기업', en: 'Worst-off company' })}
          value="0.41"
          note={s({ ko: '마루정밀', en: 'Maru Precision' })}
        />
      </div>
      <div className={classes.row}>
        {roles.map((role) => (
          <RoleBadge key={role} role={role} />
        ))}
      </div>
      <div className={classes.row}>
        <StateTag>{s({ ko: '작성 중', en: 'Draft' })}</StateTag>
        <StateTag tone="info">{s({ ko: '접수', en: 'Filed' })}</StateTag>
        <StateTag tone="success">{s({ ko: '합의', en: 'Agreed' })}</StateTag>
        <StateTag tone="warning">{s({ ko: '보완 요청', en: 'Returned' })}</StateTag>
        <StateTag tone="danger">{s({ ko: '기한 지남', en: 'Overdue' })}</StateTag>
        <StateTag tone="attention">{s({ ko: '확인 필요', en: 'Needs a person' })}</StateTag>
      </div>
      <Callout
        title={s({ ko: '기한이 3일 남았습니다', en: 'Three days left' })}
        tone="warning"
        action={<Button variant="default">{s({ ko: '열기', en: 'Open' })}</Button>}
      >
        {s({ ko: '답을 기다리는 수요가 2건 있습니다.', en: 'Two needs wait for an answer.' })}
      </Callout>
      <Callout tone="attention">
        {s({ ko: '담당자가 정해지지 않은 기업이 1곳 있습니다.', en: 'One company has nobody in charge.' })}
      </Callout>
      <Buttons />
      <Controls />
      <div className={classes.pair}>
        <div className="ju-card">
          <Empty
            icon={IconBuildingFactory2}
            title={s({ ko: '추천 전문가가 여기에 표시됩니다', en: 'Matched experts will be here' })}
            why={s({ ko: '접수한 수요가 아직 없습니다.', en: 'No need has been filed yet.' })}
            action={<Button>{s({ ko: '수요 작성', en: 'Write a need' })}</Button>}
          />
        </div>
        <div className={classes.stack}>
          <ErrorPanel
            error={failure}
            kept={s({ ko: '작성한 내용은 그대로 있습니다.', en: 'What you wrote is still here.' })}
            onRetry={() => undefined}
          />
          <ErrorPanel error={new TypeError('Failed to fetch')} />
        </div>
      </div>
      <Loading after={0}>
        <RowSkeleton rows={3} />
      </Loading>
    </div>
  );
}

function Buttons() {
  const s = useSample();
  const [asking, setAsking] = useState(false);
  const [stale, setStale] = useState(false);
  return (
    <div className={classes.row}>
      <Button>{s(samples.publish)}</Button>
      <Button variant="default">{s({ ko: '취소', en: 'Cancel' })}</Button>
      <Button variant="light">{s({ ko: '초안 저장', en: 'Save draft' })}</Button>
      <Button variant="subtle">{s({ ko: '자세히', en: 'Details' })}</Button>
      <Button disabled>{s({ ko: '사용 불가', en: 'Disabled' })}</Button>
      <Button loading>{s({ ko: '저장', en: 'Save' })}</Button>
      <Button color="danger" onClick={() => setAsking(true)}>
        {s({ ko: '기수 삭제', en: 'Delete cohort' })}
      </Button>
      <Button variant="default" onClick={() => showDone(s(samples.saved), () => undefined)}>
        {s({ ko: '되돌리기 알림', en: 'Undo toast' })}
      </Button>
      <Button variant="default" onClick={() => showFailure(new TypeError('Failed to fetch'))}>
        {s({ ko: '오류 알림', en: 'Failure toast' })}
      </Button>
      <Button variant="default" onClick={() => setStale(true)}>
        {s({ ko: '동시 수정', en: 'Stale dialog' })}
      </Button>
      <ConfirmByName
        opened={asking}
        onClose={() => setAsking(false)}
        title={s({ ko: '2025년 2기를 삭제합니다', en: 'Delete cohort 2, 2025' })}
        name={s({ ko: '2025년 2기', en: 'Cohort 2' })}
        verb={s({ ko: '기수 삭제', en: 'Delete cohort' })}
        onConfirm={() => undefined}
      >
        {s({
          ko: '기업 100곳의 배정과 수요가 함께 삭제됩니다.',
          en: 'Assignments and needs of 100 companies go with it.',
        })}
      </ConfirmByName>
      <StaleDialog
        opened={stale}
        onClose={() => setStale(false)}
        onKeepMine={() => setStale(false)}
        onTakeTheirs={() => setStale(false)}
        fields={[
          {
            name: s({ ko: '제목', en: 'Title' }),
            mine: s(samples.need),
            theirs: s({ ko: '유럽 인증', en: 'European certification' }),
          },
        ]}
      />
    </div>
  );
}

function Controls() {
  const s = useSample();
  return (
    <div className={classes.grid}>
      <TextInput
        label={s({ ko: '기업 이름', en: 'Company name' })}
        description={s({ ko: '등기된 이름을 적으십시오.', en: 'As registered.' })}
        placeholder={s({ ko: '가온소재', en: 'Gaon Materials' })}
      />
      <TextInput
        label={s({ ko: '전자우편', en: 'E-mail' })}
        error={s({ ko: '@가 들어 있어야 합니다.', en: 'An @ is missing.' })}
        defaultValue="seo.example"
      />
      <Select
        label={s({ ko: '투자 단계', en: 'Stage' })}
        data={[
          { value: 'a', label: 'Series A' },
          { value: 'b', label: 'Series B' },
        ]}
        defaultValue="b"
      />
      <Textarea label={s({ ko: '바라는 결과', en: 'Outcome wanted' })} minRows={3} autosize />
      <div className={classes.stack}>
        <Checkbox label={s({ ko: '비공개', en: 'Confidential' })} defaultChecked />
        <Switch label={s({ ko: '알림 받기', en: 'Get notices' })} defaultChecked />
      </div>
      <Radio.Group label={s({ ko: '우선순위', en: 'Priority' })} defaultValue="1">
        <Radio value="1" label={s({ ko: '높음', en: 'High' })} mt={4} />
        <Radio value="2" label={s({ ko: '보통', en: 'Normal' })} mt={4} />
      </Radio.Group>
      <SegmentedControl
        aria-label={s({ ko: '보기', en: 'View' })}
        data={[s({ ko: '전체', en: 'All' }), s({ ko: '내 담당', en: 'Mine' })]}
      />
    </div>
  );
}
