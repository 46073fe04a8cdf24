import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { show } from '@/testing/render';
import { ChartFrame } from './ChartFrame';
import { type Dot, stack } from './DotPlot';
import { ownLabel } from './Plots';

describe('labels of stacked bars', () => {
  // The drawing library hands over where a segment ends; a reader wants how large it is.
  const entry = { payload: { label: 'A', taken: 32, room: 8 }, value: [32, 40] };

  it("are a segment's own value, never the running total", () => {
    expect(ownLabel('taken', 'ko').valueAccessor(entry)).toBe('32');
    expect(ownLabel('room', 'ko').valueAccessor(entry)).toBe('8');
  });
  it('are left out for nothing', () => {
    expect(ownLabel('room', 'ko').valueAccessor({ payload: { room: 0 } })).toBe('');
    expect(ownLabel('room', 'ko').valueAccessor({})).toBe('');
  });
});

describe('stack', () => {
  const dot = (id: string, value: number): Dot => ({ id, label: id, value });

  it('draws every single dot, those of like value on top of each other', () => {
    const placed = stack([dot('b', 0.5), dot('a', 0.5), dot('c', 1)], 0, 1, 10);
    expect(placed.map((p) => [p.dot.id, p.column, p.level])).toEqual([
      ['a', 5, 0],
      ['b', 5, 1],
      ['c', 9, 0],
    ]);
  });
  it('keeps what lies outside the axis at its ends, and a single value drawable', () => {
    expect(stack([dot('low', -3), dot('high', 9)], 0, 1, 4).map((p) => p.column)).toEqual([0, 3]);
    expect(stack([dot('only', 2)], 2, 2, 4)).toHaveLength(1);
  });
});

describe('ChartFrame', () => {
  const table = {
    columns: [{ label: '주제' }, { label: '수요', numeric: true }],
    rows: [['해외 인증', 38]],
  };

  it('has the same figures in a table behind it', async () => {
    const { user } = show(
      <ChartFrame finding="해외 인증이 가장 많습니다" what="주제별 수요(건)" table={table}>
        <span>plot</span>
      </ChartFrame>,
    );
    expect(screen.getByRole('heading', { name: '해외 인증이 가장 많습니다' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '표로 보기' }));
    expect(screen.getByRole('rowheader', { name: '해외 인증' })).toBeTruthy();
    expect(screen.getByRole('cell', { name: '38' })).toBeTruthy();
  });
  it('claims no finding when there is nothing to draw', () => {
    show(
      <ChartFrame finding="가장 많습니다" what="주제별 수요(건)" empty table={table}>
        <span>plot</span>
      </ChartFrame>,
    );
    expect(screen.queryByText('가장 많습니다')).toBeNull();
    expect(screen.queryByText('plot')).toBeNull();
  });
});
