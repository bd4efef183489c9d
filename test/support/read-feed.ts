import type { LightMyRequestResponse } from 'fastify';
import type { StudyApp, TeamRole } from './study-app.js';

export interface FeedEvent {
  /** The bytes of its VEVENT. */
  readonly bytes: string;
  readonly value: (name: string) => string | undefined;
}

export interface FeedAnswer {
  readonly response: LightMyRequestResponse;
  readonly body: string;
  readonly etag: string;
  /** By UID. */
  readonly events: ReadonlyMap<string, FeedEvent>;
}

/** The address of a feed, asked for by API. */
export async function openFeed(app: StudyApp, role: TeamRole, feed: string, more: object = {}) {
  const url = '/studies/STP/feeds';
  const answer = await app.api(role, { method: 'POST', url, payload: { feed, ...more } });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<{ url: string }>().url;
}

/** A feed as a calendar program reads it, which signs in to nothing. */
export async function readFeed(
  app: StudyApp,
  url: string,
  {
    method = 'GET',
    headers = {},
  }: { method?: 'GET' | 'HEAD'; headers?: Readonly<Record<string, string | undefined>> } = {},
): Promise<FeedAnswer> {
  const path = new URL(url).pathname;
  const response = (await app.app.inject({ method, url: path, headers })) as LightMyRequestResponse;
  const found = response.body.match(/BEGIN:VEVENT\r\n[\s\S]*?END:VEVENT\r\n/g) ?? [];
  const events = found.map((bytes) => {
    const lines = bytes.replaceAll('\r\n ', '').split('\r\n');
    const value = (name: string) =>
      lines
        .find((line) => new RegExp(`^${name}[:;]`).test(line))
        ?.split(':')
        .slice(1)
        .join(':');
    return [value('UID')!, { bytes, value }] as const;
  });
  return {
    response,
    body: response.body,
    etag: String(response.headers['etag']),
    events: new Map(events),
  };
}

/** The UIDs whose bytes differ, came or went. */
export function differences(was: FeedAnswer, is: FeedAnswer): readonly string[] {
  const uids = new Set([...was.events.keys(), ...is.events.keys()]);
  return [...uids].filter((uid) => was.events.get(uid)?.bytes !== is.events.get(uid)?.bytes);
}
