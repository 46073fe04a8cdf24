import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Bilingual } from '@/lib/text/bilingual';
import { show } from '@/testing/render';
import { BilingualField } from './BilingualField';
import { Completeness } from './Completeness';
import { FileDrop } from './FileDrop';
import { Guide } from './Guide';
import { MoneyInput } from './MoneyInput';

function Money({ onChange, start = '' }: { onChange?: (value: string) => void; start?: string }) {
  const [value, setValue] = useState(start);
  return (
    <>
      <MoneyInput
        label="희망 금액"
        value={value}
        onChange={(next) => {
          setValue(next);
          onChange?.(next);
        }}
      />
      <button type="button" onClick={() => setValue('7000')}>
        set
      </button>
    </>
  );
}

describe('MoneyInput', () => {
  it('reads what people write and echoes it', async () => {
    const onChange = vi.fn();
    const { user } = show(<Money onChange={onChange} />);
    await user.type(screen.getByRole('textbox', { name: '희망 금액' }), '2.5억');
    expect(onChange).toHaveBeenLastCalledWith('250000000');
    expect(screen.getByRole('status').textContent).toBe('2억 5,000만원 (250,000,000원)');
    await user.tab();
    expect(screen.getByRole('textbox')).toHaveProperty('value', '250,000,000');
  });

  it('complains only after the field was left, and keeps what was typed', async () => {
    const { user } = show(<Money />);
    const input = screen.getByRole('textbox');
    await user.type(input, '많이');
    expect(screen.queryByText(/읽을 수 없습니다/)).toBeNull();
    await user.tab();
    expect(screen.getByText(/읽을 수 없습니다/)).toBeTruthy();
    expect(input).toHaveProperty('value', '많이');
  });

  it('follows a value set from outside', async () => {
    const { user } = show(<Money start="1000" />);
    await user.click(screen.getByRole('button', { name: 'set' }));
    expect(screen.getByRole('textbox')).toHaveProperty('value', '7,000');
  });
});

describe('BilingualField', () => {
  function Example() {
    const [value, setValue] = useState<Bilingual>({ ko: '인증' });
    return <BilingualField label="제목" value={value} onChange={setValue} />;
  }
  it('names each field by its language and tells what is missing', async () => {
    const { user } = show(<Example />);
    expect(screen.getByText(/영문이 비어 있습니다/)).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: '제목, 영어' }), 'CE');
    expect(screen.getByText('국문과 영문을 모두 작성하였습니다.')).toBeTruthy();
  });
});

describe('Completeness', () => {
  it('counts and leads to what is missing', async () => {
    const items = [
      { id: 'a', label: '소개', done: true },
      { id: 'b', label: '매출', done: false, href: '/company#revenue' },
    ];
    const { user, went } = show(<Completeness title="소개 자료" items={items} />);
    expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('2개 중 1개 작성');
    await user.click(screen.getByRole('link', { name: '매출' }));
    expect(went).toEqual(['/company#revenue']);
  });
});

describe('FileDrop', () => {
  it('takes good files and names the others with the reason', async () => {
    const onChange = vi.fn();
    const { user } = show(
      <FileDrop label="자료" files={[]} onChange={onChange} accept={['.xlsx']} multiple largest={10} />,
    );
    const input = screen.getByLabelText('자료');
    const file = (name: string, text: string) => new File([text], name);
    // The file dialog's own filter can be switched off by the person.
    (input as HTMLInputElement).removeAttribute('accept');
    await user.upload(input, [
      file('ok.XLSX', 'abc'),
      file('b.pdf', 'abc'),
      file('big.xlsx', 'x'.repeat(11)),
      file('no.xlsx', ''),
    ]);
    expect(onChange.mock.calls[0]?.[0].map((f: File) => f.name)).toEqual(['ok.XLSX']);
    expect(screen.getByText(/b\.pdf: 받을 수 없는 형식/)).toBeTruthy();
    expect(screen.getByText(/big\.xlsx: 파일이 너무 큽니다/)).toBeTruthy();
    expect(screen.getByText(/no\.xlsx: 빈 파일/)).toBeTruthy();
  });
});

describe('Guide', () => {
  function Example({ onFinish }: { onFinish: () => void }) {
    const [at, setAt] = useState('a');
    const steps = [
      { id: 'a', label: '종류', done: true },
      { id: 'b', label: '금액', done: false },
    ];
    return (
      <Guide title="수요 작성" steps={steps} current={at} onStep={setAt} verb="수요 접수" onFinish={onFinish}>
        <input aria-label="x" />
      </Guide>
    );
  }
  it('moves the focus to the heading of each step and finishes only at the end', async () => {
    const onFinish = vi.fn();
    const { user } = show(<Example onFinish={onFinish} />);
    await user.click(screen.getByRole('button', { name: '다음' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '금액' }));
    expect(onFinish).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: '수요 접수' }));
    expect(onFinish).toHaveBeenCalledOnce();
  });
});
