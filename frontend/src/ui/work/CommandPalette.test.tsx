import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { show } from '@/testing/render';
import { CommandPalette } from './CommandPalette';
import type { PaletteAnswer, PaletteAsk, PaletteItem, PaletteSource } from './paletteSource';

const company = (name: string, words: string): PaletteItem => ({
  id: name,
  title: `${name} ${words}`,
  does: { go: `/companies/${name}` },
});

const answer = (words: string): PaletteAnswer => ({
  total: 2,
  groups: [
    { id: 'company', label: '기업', aside: '2', items: ['가온', '나래'].map((name) => company(name, words)) },
  ],
});

const nothing: PaletteAnswer = { total: 0, groups: [] };

/** Answers at once and keeps what it was asked. */
function asked(reply: (ask: PaletteAsk) => PaletteAnswer): { source: PaletteSource; asks: PaletteAsk[] } {
  const asks: PaletteAsk[] = [];
  const source: PaletteSource = async (ask) => {
    asks.push(ask);
    return reply(ask);
  };
  return { source, asks };
}

const box = () => screen.findByRole('combobox');
const options = () => screen.getAllByRole('option').map((option) => option.textContent?.trim());

describe('CommandPalette', () => {
  it('is worked by keys alone', async () => {
    const onClose = vi.fn();
    const onChosen = vi.fn();
    const { source } = asked(({ words }) => answer(words));
    const { user, went } = show(
      <CommandPalette opened onClose={onClose} source={source} onChosen={onChosen} />,
    );
    const input = await box();
    await user.type(input, 'a');
    await waitFor(() => expect(options()).toEqual(['가온 a', '나래 a']));
    expect(screen.getAllByRole('option')[0]?.getAttribute('aria-selected')).toBe('true');
    await user.type(input, '{ArrowDown}');
    expect(input.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id);
    await user.type(input, '{Enter}');
    expect(went).toEqual(['/companies/나래']);
    expect(onChosen).toHaveBeenCalledWith('a', expect.objectContaining({ id: '나래' }));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('says what was found once the typing rests, and names no option before somebody moves', async () => {
    const { source } = asked(({ words }) => answer(words));
    const { user } = show(<CommandPalette opened onClose={() => undefined} source={source} />);
    const input = await box();
    await user.type(input, '가');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    const status = within(screen.getByRole('dialog')).getByRole('status');
    expect(status.textContent).toBe('');
    expect(input.getAttribute('aria-activedescendant')).toBeNull();
    await waitFor(() => expect(status.textContent).toBe('결과 2건. 엔터를 누르면 가온 가를 엽니다.'), {
      timeout: 3000,
    });
  });

  it('leaves Enter to the input method while a syllable is composed', async () => {
    const { source } = asked(({ words }) => answer(words));
    const { user, went } = show(<CommandPalette opened onClose={() => undefined} source={source} />);
    const input = await box();
    await user.type(input, '한');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    expect(went).toEqual([]);
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(went).toEqual(['/companies/가온']);
  });

  it('asks composed letters, and nothing twice for blanks', async () => {
    const { source, asks } = asked(({ words }) => answer(words));
    show(<CommandPalette opened onClose={() => undefined} source={source} />);
    fireEvent.change(await box(), { target: { value: ' 한빛 '.normalize('NFD') } });
    await waitFor(() => expect(asks.at(-1)?.words).toBe('한빛'));
  });

  it('counts words that found nothing when they have rested', async () => {
    const { source, asks } = asked(() => nothing);
    const { user } = show(<CommandPalette opened onClose={() => undefined} source={source} />);
    await user.type(await box(), '없는말');
    expect(await screen.findByText('‘없는말’에 맞는 결과가 없습니다', { selector: 'div p' })).toBeTruthy();
    await waitFor(() => expect(asks.at(-1)).toEqual({ words: '없는말', typing: false }), { timeout: 3000 });
    expect(asks.filter((ask) => !ask.typing)).toHaveLength(1);
  });

  it('never counts words that it was opened with', async () => {
    const { source, asks } = asked(() => nothing);
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      show(<CommandPalette opened onClose={() => undefined} source={source} initial="없는말" />);
      await waitFor(() => expect(asks).toHaveLength(1));
      await vi.advanceTimersByTimeAsync(5000);
      expect(asks).toEqual([{ words: '없는말', typing: true }]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('narrows to one group and widens again', async () => {
    const { source, asks } = asked(({ words, only }) => ({
      total: words ? 9 : 0,
      groups: [
        {
          id: 'person',
          label: '담당자',
          items: !words
            ? []
            : only
              ? [{ id: 'back', title: '모든 종류', does: { only: null } }]
              : [{ id: 'all', title: '담당자 9건', does: { only: 'person' } }, company('가온', words)],
        },
      ],
    }));
    const { user } = show(<CommandPalette opened onClose={() => undefined} source={source} />);
    await user.type(await box(), 'a');
    await user.click(await screen.findByRole('option', { name: '담당자 9건' }));
    await user.click(await screen.findByRole('option', { name: '모든 종류' }));
    await screen.findByRole('option', { name: '담당자 9건' });
    expect(asks.map((ask) => ask.only)).toEqual([undefined, undefined, 'person', undefined]);
    expect(screen.getByRole('combobox')).toHaveProperty('value', 'a');
  });

  it('offers earlier words, and forgets them', async () => {
    let recent = ['수출'];
    const { source } = asked(({ words }) =>
      words
        ? answer(words)
        : {
            total: 0,
            groups: [
              {
                id: 'recent',
                label: '최근 검색',
                items: recent.flatMap((one): PaletteItem[] => [
                  { id: one, title: one, does: { ask: one } },
                  { id: 'forget', title: '지우기', does: { run: () => (recent = []) } },
                ]),
              },
            ],
          },
    );
    const { user } = show(<CommandPalette opened onClose={() => undefined} source={source} />);
    await user.click(await screen.findByRole('option', { name: '수출' }));
    expect(screen.getByRole('combobox')).toHaveProperty('value', '수출');
    await screen.findByRole('option', { name: '가온 수출' });
    await user.clear(screen.getByRole('combobox'));
    await user.click(await screen.findByRole('option', { name: '지우기' }));
    await waitFor(() => expect(screen.queryAllByRole('option')).toEqual([]));
  });

  it('marks where the words stand without breaking the name', async () => {
    const { source } = asked(() => ({
      total: 1,
      groups: [
        {
          id: 'c',
          label: '기업',
          items: [{ ...company('한빛정밀', ''), title: '한빛정밀', ranges: [[0, 2]] }],
        },
      ],
    }));
    const { user } = show(<CommandPalette opened onClose={() => undefined} source={source} />);
    await user.type(await box(), '한빛');
    const option = await screen.findByRole('option', { name: '한빛정밀' });
    expect(option.querySelector('mark')?.textContent).toBe('한빛');
  });

  it('drops an answer that comes after a later question', async () => {
    const waiting = new Map<string, (reply: PaletteAnswer) => void>();
    const source: PaletteSource = ({ words }) => new Promise((resolve) => waiting.set(words, resolve));
    const { user } = show(<CommandPalette opened onClose={() => undefined} source={source} />);
    await user.type(await box(), 'a');
    await waitFor(() => expect(waiting.has('a')).toBe(true));
    await user.type(screen.getByRole('combobox'), 'b');
    await waitFor(() => expect(waiting.has('ab')).toBe(true));
    waiting.get('ab')?.(answer('new'));
    waiting.get('a')?.(answer('old'));
    expect(await screen.findByRole('option', { name: '가온 new' })).toBeTruthy();
    expect(screen.queryByRole('option', { name: '가온 old' })).toBeNull();
  });

  it('says when the search did not work', async () => {
    const { user } = show(
      <CommandPalette opened onClose={() => undefined} source={() => Promise.reject(new Error('down'))} />,
    );
    await user.type(await box(), 'a');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/검색하지 못하였습니다/));
  });
});
