import { QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newQueryClient } from '@/lib/api/query';
import { show } from '@/testing/render';
import type { IndexStatus, SearchStatus } from './api';
import { EngineCard } from './EngineCard';
import { faultsOf, readGroups, serverFaults, withWord, writeGroups } from './groups';
import { healthOf, isBusy, pendingRebuild, stateOf } from './health';
import { SynonymsEditor } from './SynonymsEditor';

const now = new Date('2026-11-23T05:00:00Z');

const engine = (part: Partial<IndexStatus> = {}): IndexStatus => ({
  server: 'local',
  engine: 'embedded',
  position: 10,
  lag: 0,
  ready: true,
  phase: '',
  done: 0,
  total: 0,
  records: 1016,
  parked: [],
  error: '',
  asked: '',
  seen: '2026-11-23T04:59:58Z',
  ...part,
});

const status = (...engines: IndexStatus[]): SearchStatus => ({ head: 10, engines, counts: [] });

describe('groups of synonyms', () => {
  it('are lines of words', () => {
    const text = ' 수출 =  해외  진출= Export = export=\n\n=\n a = b ';
    expect(readGroups(text)).toEqual([
      { line: 1, words: ['수출', '해외 진출', 'Export'] },
      { line: 4, words: ['a', 'b'] },
    ]);
    expect(
      writeGroups([
        ['a', 'b'],
        ['c d', 'e'],
      ]),
    ).toBe('a = b\nc d = e');
  });

  it('are judged at their lines', () => {
    const long = '가'.repeat(61);
    const many = Array.from({ length: 31 }, (_, i) => `w${i}`).join('=');
    expect(faultsOf(readGroups(`a=b\n혼자\n\nA = c\n${long}=d\n${many}`))).toEqual([
      { line: 2, code: 'single', word: '혼자' },
      { line: 4, code: 'twice', word: 'A', other: 1 },
      { line: 5, code: 'long', word: long },
      { line: 6, code: 'many', count: 31 },
    ]);
  });

  it('take the server’s words to the line of the group', () => {
    const lines = readGroups('a=b\n\nc=d');
    expect(
      serverFaults({ 'groups.1': 'no', 'groups.1.0': 'too', 'groups.7': 'x', groups: 'y' }, lines),
    ).toEqual([
      { line: 3, code: 'server', message: 'no' },
      { line: 3, code: 'server', message: 'too' },
    ]);
  });

  it('begin a group for a word', () => {
    expect(withWord('a = b\n\n', ' 양자=센서 ')).toEqual({ text: 'a = b\n양자 센서 = ', caret: 14 });
    expect(withWord('', 'x').text).toBe('x = ');
  });
});

describe('health of the indexes', () => {
  it('names the gravest first', () => {
    expect(stateOf(engine(), now)).toBe('well');
    expect(stateOf(engine({ lag: 3 }), now)).toBe('behind');
    expect(stateOf(engine({ phase: 'filling', lag: 3 }), now)).toBe('busy');
    expect(stateOf(engine({ parked: [{ kind: 'need', id: 'n1', why: 'x' }] }), now)).toBe('parked');
    expect(stateOf(engine({ error: 'down', phase: 'filling' }), now)).toBe('failed');
    expect(stateOf(engine({ error: 'down', seen: '2026-11-23T04:00:00Z' }), now)).toBe('silent');
  });

  it('is busy while a request to rebuild is open, but never for who is silent', () => {
    const asked = '0198-b';
    const all = status(engine({ asked: '0198-b' }), engine({ asked: '0198-a' }), engine({ asked: '0198-c' }));
    expect(pendingRebuild(all, asked, now)).toBe(1);
    expect(pendingRebuild(all, undefined, now)).toBe(0);
    expect(isBusy(all, asked, now)).toBe(true);
    expect(isBusy(all, undefined, now)).toBe(false);
    expect(isBusy(undefined, asked, now)).toBe(false);
    expect(pendingRebuild(status(engine({ seen: '2026-11-23T04:00:00Z' })), asked, now)).toBe(0);
    expect(healthOf(status(engine(), engine({ lag: 1 })), now)).toBe('busy');
    expect(healthOf(status(engine({ lag: 1 }), engine({ error: 'x' })), now)).toBe('ill');
  });

  it('tells lag, progress, errors and what was left out in words', () => {
    show(
      <EngineCard
        now={now}
        engine={engine({
          lag: 1200,
          phase: 'filling',
          done: 400,
          total: 1000,
          error: 'connection refused',
          parked: [{ kind: 'need', id: 'n 1', why: 'the text is too long' }],
        })}
      />,
    );
    expect(screen.getByText('변경 1,200건을 아직 담지 못하였습니다')).toBeTruthy();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('1,000 중 400');
    expect(screen.getByText('connection refused')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'n 1' }).getAttribute('href')).toBe('/needs/n%201');
    expect(screen.getByText('the text is too long')).toBeTruthy();
  });
});

describe('SynonymsEditor', () => {
  let stored = { groups: [['수출', 'export']], version: 1 };
  let refuse: { status: number; body: object } | undefined;
  const server = setupServer(
    http.get('*/api/v1/synonyms', () => HttpResponse.json(stored)),
    http.put('*/api/v1/synonyms', async ({ request }) => {
      if (refuse) return HttpResponse.json(refuse.body, { status: refuse.status });
      if (request.headers.get('If-Match') !== `"${stored.version}"`) {
        return HttpResponse.json({ code: 'stale' }, { status: 412 });
      }
      const { groups } = (await request.json()) as { groups: string[][] };
      stored = { groups, version: stored.version + 1 };
      return HttpResponse.json(stored);
    }),
  );
  beforeAll(() => server.listen());
  afterAll(() => server.close());
  afterEach(() => {
    stored = { groups: [['수출', 'export']], version: 1 };
    refuse = undefined;
  });

  const start = (word?: string) =>
    show(
      <QueryClientProvider client={newQueryClient()}>
        <SynonymsEditor word={word} onTaken={() => undefined} />
      </QueryClientProvider>,
    );
  const field = () => screen.findByRole('textbox', { name: '동의어 그룹' });
  const saveButton = () => screen.getByRole('button', { name: '동의어 저장' });

  it('saves groups and leaves nothing to save', async () => {
    const { user } = start();
    await user.type(await field(), '\n로봇=robot');
    await user.click(saveButton());
    await waitFor(() =>
      expect(stored.groups).toEqual([
        ['수출', 'export'],
        ['로봇', 'robot'],
      ]),
    );
    await waitFor(() => expect(saveButton()).toHaveProperty('disabled', true));
    expect(await field()).toHaveProperty('value', '수출 = export\n로봇 = robot');
  });

  it('sends nothing with a fault and leads to its line', async () => {
    const { user } = start();
    const text = (await field()) as HTMLTextAreaElement;
    await user.type(text, '\n혼자');
    await user.click(saveButton());
    expect(screen.getByText(/‘혼자’만 있습니다/)).toBeTruthy();
    expect(text.getAttribute('aria-invalid')).toBe('true');
    expect(text.value.slice(text.selectionStart, text.selectionEnd)).toBe('혼자');
    expect(stored.version).toBe(1);
    await user.type(text, ' = alone');
    expect(screen.queryByText(/‘혼자’만 있습니다/)).toBeNull();
  });

  it('shows what the server says at its line', async () => {
    refuse = {
      status: 422,
      body: { code: 'invalid', errors: [{ location: 'body.groups[1]', message: 'is odd' }] },
    };
    const { user } = start();
    await user.type(await field(), '\n\na=b');
    await user.click(saveButton());
    const fault = await screen.findByText(/is odd/);
    expect(fault.textContent).toContain('3행');
  });

  it('lets the person decide when somebody else was faster', async () => {
    const { user } = start();
    await user.type(await field(), '\n로봇=robot');
    stored = {
      groups: [
        ['수출', 'export'],
        ['바이오', 'biotech'],
      ],
      version: 7,
    };
    await user.click(saveButton());
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('로봇 = robot');
    expect(dialog.textContent).toContain('바이오 = biotech');
    await user.click(screen.getByRole('button', { name: '내 내용으로 계속' }));
    await user.click(saveButton());
    await waitFor(() => expect(stored.version).toBe(8));
    expect(stored.groups).toEqual([
      ['수출', 'export'],
      ['로봇', 'robot'],
    ]);
  });

  it('begins a group for a word that was looked for in vain', async () => {
    start('양자 센서');
    await waitFor(async () => expect(await field()).toHaveProperty('value', '수출 = export\n양자 센서 = '));
  });
});
