/** Errors of the API (RFC 9457 problem documents) and of the way to it, in one type. */

/** Codes of the server, and two of the page: `offline` (no answer) and `unreadable` (an answer of another kind). */
export type ProblemCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'stale'
  | 'rate_limited'
  | 'unavailable'
  | 'internal'
  | 'offline'
  | 'unreadable';

export interface FieldProblem {
  /** Path of the field as the server names it, e.g. `body.title.ko`. */
  location: string;
  message: string;
}

export interface Problem {
  status: number;
  code: ProblemCode;
  detail: string;
  fields: FieldProblem[];
  /** To be quoted when asking for help; empty when the server gave none. */
  requestId: string;
  /** Seconds to wait, of a 429 or 503. */
  retryAfter?: number;
}

export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem.detail || problem.code, { cause });
    this.name = 'ApiError';
    this.problem = problem;
  }
}

const known: ReadonlySet<string> = new Set<ProblemCode>([
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'stale',
  'rate_limited',
  'unavailable',
  'internal',
]);

const byStatus: Record<number, ProblemCode> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'not_found',
  412: 'stale',
  413: 'invalid',
  422: 'invalid',
  428: 'stale',
  429: 'rate_limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

function codeOf(status: number, body: Record<string, unknown>): ProblemCode {
  for (const candidate of [
    body.code,
    String(body.type ?? '')
      .split(/[/:#]/)
      .at(-1),
  ]) {
    if (typeof candidate === 'string' && known.has(candidate)) return candidate as ProblemCode;
  }
  return byStatus[status] ?? (status >= 500 ? 'internal' : 'invalid');
}

function fieldsOf(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((item: unknown) => {
    const { location, message } = (item ?? {}) as Record<string, unknown>;
    return typeof message === 'string' ? [{ location: String(location ?? ''), message }] : [];
  });
}

/** Reads a refused answer: a problem document if it is one, else what its status tells. */
export function problemOf(response: Response, body: unknown): Problem {
  const document = body !== null && typeof body === 'object' ? (body as Record<string, unknown>) : {};
  const wait = Number(response.headers.get('Retry-After'));
  return {
    status: response.status,
    code: codeOf(response.status, document),
    detail: String(document.detail ?? document.title ?? ''),
    fields: fieldsOf(document.errors),
    requestId: response.headers.get('X-Request-Id') ?? '',
    ...(wait > 0 ? { retryAfter: wait } : {}),
  };
}

/** Any thrown value as a problem: what is not an answer of the server counts as no connection. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  const offline =
    error instanceof TypeError || (error instanceof DOMException && error.name !== 'AbortError');
  return {
    status: 0,
    code: offline ? 'offline' : 'internal',
    detail: error instanceof Error ? error.message : String(error),
    fields: [],
    requestId: '',
  };
}

/** Field problems by the form's own paths: `body.title.ko` is `title.ko`; the first message of a field wins. */
export function fieldErrors(problem: Problem): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { location, message } of problem.fields) {
    const path = location.replace(/^body\.?/, '').replace(/\[(\d+)\]/g, '.$1');
    found[path] ??= message;
  }
  return found;
}
