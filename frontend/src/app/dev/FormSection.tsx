import { useState } from 'react';
import type { Bilingual } from '@/lib/text/bilingual';
import { Callout } from '@/ui/base/Callout';
import { BilingualField } from '@/ui/form/BilingualField';
import { Completeness } from '@/ui/form/Completeness';
import { FileDrop } from '@/ui/form/FileDrop';
import { Guide } from '@/ui/form/Guide';
import { MoneyInput } from '@/ui/form/MoneyInput';
import { TagInput } from '@/ui/form/TagInput';
import classes from './Gallery.module.css';
import { useSample } from './samples';

export function FormSection() {
  const s = useSample();
  const [step, setStep] = useState('outcome');
  const [title, setTitle] = useState<Bilingual>({ ko: '음극재 유럽 인증' });
  const [detail, setDetail] = useState<Bilingual>({});
  const [amount, setAmount] = useState('250000000');
  const [tags, setTags] = useState([s({ ko: '이차전지', en: 'batteries' }), 'CE']);
  const [files, setFiles] = useState<File[]>([new File(['x'.repeat(24_000)], 'companies.xlsx')]);
  return (
    <div className={classes.stack}>
      <Guide
        title={s({ ko: '수요 작성', en: 'Write a need' })}
        current={step}
        onStep={setStep}
        verb={s({ ko: '수요 접수', en: 'File the need' })}
        onFinish={() => undefined}
        saved={s({ ko: '14:20에 임시 저장되었습니다.', en: 'Draft saved at 14:20.' })}
        steps={[
          { id: 'kind', label: s({ ko: '종류', en: 'Kind' }), done: true },
          { id: 'outcome', label: s({ ko: '바라는 결과', en: 'Outcome wanted' }), done: false },
          { id: 'terms', label: s({ ko: '금액과 기한', en: 'Amount and deadline' }), done: false },
        ]}
        aside={
          <Callout title={s({ ko: '좋은 예', en: 'A good example' })}>
            {s({
              ko: '2027년 상반기까지 음극재의 유럽 인증을 받고, 베트남 공장에서 월 20톤을 양산하려 합니다.',
              en: 'By mid-2027 we want European certification for our anode material and 20 tonnes a month from Vietnam.',
            })}
          </Callout>
        }
      >
        <BilingualField label={s({ ko: '제목', en: 'Title' })} required value={title} onChange={setTitle} />
        <BilingualField
          label={s({ ko: '설명', en: 'Detail' })}
          description={s({
            ko: '무엇을 이미 해 보았는지도 적으십시오.',
            en: 'Say what you have tried, too.',
          })}
          lines={3}
          value={detail}
          onChange={setDetail}
        />
        <MoneyInput label={s({ ko: '희망 금액', en: 'Amount sought' })} value={amount} onChange={setAmount} />
        <TagInput
          label={s({ ko: '키워드', en: 'Keywords' })}
          value={tags}
          onChange={setTags}
          suggestions={['CE', 'UL', 'RoHS']}
        />
      </Guide>
      <div className={classes.pair}>
        <div className={`ju-card ${classes.pad}`}>
          <Completeness
            title={s({ ko: '해외 소개 자료', en: 'Profile shown abroad' })}
            items={[
              { id: 'summary', label: s({ ko: '기업 소개', en: 'Summary' }), done: true },
              {
                id: 'en',
                label: s({ ko: '영문 소개', en: 'English summary' }),
                done: false,
                why: s({ ko: '해외 투자자 46명이 봅니다.', en: '46 investors abroad read it.' }),
                href: '/dev/gallery',
              },
              { id: 'revenue', label: s({ ko: '매출', en: 'Revenue' }), done: false },
            ]}
          />
        </div>
        <FileDrop
          label={s({ ko: '자료 파일', en: 'Data files' })}
          files={files}
          onChange={setFiles}
          accept={['.xlsx', '.csv', '.jsonl']}
          multiple
          largest={20_000_000}
        />
      </div>
    </div>
  );
}
