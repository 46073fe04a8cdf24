import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/lib/api/problem';
import type { SavedSearch } from '@/lib/search/api';
import { show } from '@/testing/render';
import { BiText } from '../base/BiText';
import { chosenFilters, facetGroups } from '../table/facetGroups';
import { FoundLine } from './FoundLine';
import { NoMatch } from './NoMatch';
import { ReadingLine } from './ReadingLine';
import { SavedSearches, type SavedSearchesProps } from './SavedSearches';
import { SearchBox } from './SearchBox';

describe('SearchBox', () => {
  function Example({ onChange }: { onChange?: (words: string, typing: boolean) => void }) {
    const [words, setWords] = useState('처음');
    return (
      <>
        <SearchBox
          label="기업 검색"
          value={words}
          onChange={(next, typing) => {
            setWords(next);
            onChange?.(next, typing);
          }}
        />
        <button type="button" onClick={() => setWords('')}>
          비우기
        </button>
        <output>{words}</output>
      </>
    );
  }
  const box = () => screen.getByRole('searchbox', { name: '기업 검색' });

  it('passes words on when the typing rests, and at once with Enter', async () => {
    const onChange = vi.fn();
    const { user } = show(<Example onChange={onChange} />);
    await user.clear(box());
    await user.type(box(), '한빛');
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith('한빛', true));
    await user.type(box(), ' 정밀{Enter}');
    expect(onChange).toHaveBeenLastCalledWith('한빛 정밀', false);
    expect(box()).toHaveProperty('value', '한빛 정밀');
  });

  it('leaves Enter and Escape to the input method while a syllable is composed', () => {
    const onChange = vi.fn();
    show(<Example onChange={onChange} />);
    fireEvent.change(box(), { target: { value: '한' } });
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(box(), { key: 'Escape', isComposing: true });
    expect(onChange).not.toHaveBeenCalled();
    expect(box()).toHaveProperty('value', '한');
  });

  it('searches what is being composed, in composed letters', async () => {
    const onChange = vi.fn();
    show(<Example onChange={onChange} />);
    fireEvent.compositionStart(box());
    fireEvent.change(box(), { target: { value: '한ㅂ' } });
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith('한ㅂ', true));
    fireEvent.change(box(), { target: { value: '한빛 '.normalize('NFD') } });
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith('한빛', true));
  });

  it('takes over words from elsewhere and is emptied by its button', async () => {
    const { user } = show(<Example />);
    await user.click(screen.getByRole('button', { name: '비우기' }));
    expect(box()).toHaveProperty('value', '');
    await user.type(box(), 'a');
    await user.click(screen.getByRole('button', { name: '검색어 지우기' }));
    expect(box()).toHaveProperty('value', '');
    expect(document.activeElement).toBe(box());
  });

  it('keeps what is typed when its own words come back late', () => {
    const { rerender } = show(<SearchBox label="기업 검색" value="" onChange={() => undefined} />);
    fireEvent.change(box(), { target: { value: 'a' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    fireEvent.change(box(), { target: { value: 'ab' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    rerender(<SearchBox label="기업 검색" value="a" onChange={() => undefined} />);
    expect(box()).toHaveProperty('value', 'ab');
    rerender(<SearchBox label="기업 검색" value="ab" onChange={() => undefined} />);
    rerender(<SearchBox label="기업 검색" value="other" onChange={() => undefined} />);
    expect(box()).toHaveProperty('value', 'other');
  });
});

describe('marks', () => {
  const name = { ko: '한빛정밀', en: 'Hanbit Precision' };

  it('stand in the wording that is shown and leave the text whole', () => {
    const { container } = show(<BiText text={name} marks={{ ko: [[0, 2]] }} />);
    expect(container.querySelector('mark')?.textContent).toBe('한빛');
    expect(container.textContent).toContain('한빛정밀');
  });

  it('tell of the other wording when the words stand there alone', () => {
    const { container } = show(<FoundLine name={name} found={{ name_marks: { en: [[0, 6]] } }} />);
    expect(container.textContent).toContain('영문 Hanbit Precision');
    expect(container.querySelector('[lang=en] mark')?.textContent).toBe('Hanbit');
  });

  it('tell the piece of a longer text, and nothing when the name says it', () => {
    const snippet = { field: 'summary' as const, text: '유럽 인증', lang: 'ko' as const, marks: [[3, 5]] };
    const { container, unmount } = show(<FoundLine name={name} found={{ name_marks: {}, snippet }} />);
    expect(container.textContent).toContain('소개 유럽 인증');
    expect(container.querySelector('mark')?.textContent).toBe('인증');
    unmount();
    const bare = show(<FoundLine name={name} found={{ name_marks: { ko: [[0, 2]] } }} />);
    expect(bare.container.querySelector('mark')).toBeNull();
  });
});

describe('ReadingLine', () => {
  it('says what is not as asked, and else nothing', () => {
    show(<ReadingLine reading="typo" degraded />);
    expect(screen.getByText(/비슷한 철자로 찾았습니다/)).toBeTruthy();
    expect(screen.getByText('임시 색인으로 답했습니다.')).toBeTruthy();
  });
  it('is silent when all is well', () => {
    show(<ReadingLine reading="all" degraded={false} />);
    expect(screen.queryByText(/찾았습니다|답했습니다/)).toBeNull();
  });
});

describe('NoMatch', () => {
  const filters = [
    { attr: 'region', label: '지역: 서울' },
    { attr: 'stage', label: '단계: 시드' },
  ];

  it('names what to drop and what that would find, most first', async () => {
    const onDrop = vi.fn();
    const relax = [
      { attr: 'stage', total: 0 },
      { attr: 'q', total: 3 },
      { attr: 'region', total: 1200 },
    ];
    const { user } = show(
      <NoMatch words="센서" filters={filters} relax={relax} onDrop={onDrop} onClear={() => undefined} />,
    );
    const list = screen.getByRole('list', { name: '조건 하나를 빼면 다음과 같이 찾을 수 있습니다.' });
    const names = within(list)
      .getAllByRole('button')
      .map((button) => button.textContent);
    expect(names).toEqual(['지역: 서울 빼기 → 1,200건', '검색어 ‘센서’ 빼기 → 3건']);
    await user.click(screen.getByRole('button', { name: /^지역/ }));
    expect(onDrop).toHaveBeenCalledWith('region');
  });

  it('helps with words alone, and clears', async () => {
    const onClear = vi.fn();
    const { user } = show(<NoMatch words="쀍" filters={[]} onDrop={() => undefined} onClear={onClear} />);
    expect(screen.getByText('‘쀍’에 맞는 항목이 없습니다')).toBeTruthy();
    expect(screen.getByText(/초성/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '검색어 지우기' }));
    expect(onClear).toHaveBeenCalledOnce();
  });
});

describe('SavedSearches', () => {
  const kept: SavedSearch[] = [
    { id: '1', name: '수출', kind: 'expert', query: 'q=export' },
    { id: '2', name: '서울', kind: 'company', query: 'region=x' },
  ];
  const open = (props: Partial<SavedSearchesProps> = {}) =>
    show(
      <SavedSearches
        opened
        onClose={() => undefined}
        saved={kept}
        current={{ name: '센서', kind: 'company', query: 'q=sensor' }}
        hrefOf={(one) => `/${one.kind}?${one.query}`}
        onSave={async () => undefined}
        onRename={async () => undefined}
        onForget={async () => undefined}
        {...props}
      />,
    );

  it('saves the search on the screen under a name', async () => {
    const onSave = vi.fn(async () => undefined);
    const { user } = open({ onSave });
    const name = screen.getByRole('textbox', { name: '이름' });
    await user.clear(name);
    await user.type(name, ' 센서 회사 {Enter}');
    expect(onSave).toHaveBeenCalledWith({ name: '센서 회사', kind: 'company', query: 'q=sensor' });
  });

  it('shows those of this list first, opens, renames and forgets', async () => {
    const onRename = vi.fn(async () => undefined);
    const onForget = vi.fn(async () => undefined);
    const { user, went } = open({ onRename, onForget });
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['서울', '수출']);
    await user.click(screen.getByRole('link', { name: '수출' }));
    expect(went).toEqual(['/expert?q=export']);
    await user.click(screen.getByRole('button', { name: '이름 바꾸기: 서울' }));
    const field = screen.getByRole('textbox', { name: '‘서울’의 새 이름' });
    await user.clear(field);
    await user.type(field, '서울 기업{Enter}');
    expect(onRename).toHaveBeenCalledWith(kept[1], '서울 기업');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('이름 바꾸기: 서울'));
    await user.click(screen.getByRole('button', { name: '삭제: 수출' }));
    expect(onForget).toHaveBeenCalledWith(kept[0]);
  });

  it('says what went wrong and keeps the name', async () => {
    const problem = { status: 503, code: 'unavailable' as const, detail: '', fields: [], requestId: '' };
    const { user } = open({ onSave: () => Promise.reject(new ApiError(problem)) });
    await user.click(screen.getByRole('button', { name: '검색 저장' }));
    expect((await screen.findByRole('alert')).textContent).toContain('서비스를 잠시 쓸 수 없습니다.');
    expect(screen.getByRole('textbox', { name: '이름' })).toHaveProperty('value', '센서');
  });

  it('has a state for nothing kept, nothing to keep, and too many', () => {
    const { unmount } = open({ saved: [], current: undefined });
    expect(screen.getByText(/아직 저장한 검색이 없습니다/)).toBeTruthy();
    expect(screen.getByText(/검색어나 조건이 있어야/)).toBeTruthy();
    unmount();
    const many = Array.from({ length: 100 }, (_, i) => ({ id: String(i), name: `n${i}`, query: '' }));
    open({ saved: many });
    expect(screen.getByRole('button', { name: '검색 저장' })).toHaveProperty('disabled', true);
    expect(screen.getByText(/100개까지/)).toBeTruthy();
  });
});

describe('facets', () => {
  const words = { label: (attr: string) => `<${attr}>`, name: (_: string, value: string) => `*${value}` };
  const groups = facetGroups(
    ['region', 'stage', 'tag'],
    { region: [{ value: 'a', count: 2 }] },
    { stage: ['s', 't'] },
    words,
  );

  it('keep what is chosen though nothing is left of it', () => {
    expect(groups).toEqual([
      { id: 'region', label: '<region>', options: [{ value: 'a', count: 2, label: '*a' }] },
      {
        id: 'stage',
        label: '<stage>',
        options: [
          { value: 's', count: 0, label: '*s' },
          { value: 't', count: 0, label: '*t' },
        ],
      },
    ]);
  });
  it('read as filters', () => {
    expect(chosenFilters(groups, { stage: ['s', 't'] })).toEqual([
      { attr: 'stage', label: '<stage>: *s, *t' },
    ]);
  });
});
