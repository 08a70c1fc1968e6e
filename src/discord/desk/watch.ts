import type { ServerId } from '../../answers/answer.ts';
import type { App, ArticleEvent } from '../../app.ts';
import { faultOf } from '../fault.ts';
import { deskWordsFor, type Front } from '../front.ts';
import { digestPost, isQuiet, weekOf } from './digest.ts';
import { reloadPost } from './reload.ts';
import { localeOf, sendToDesk } from './send.ts';
import { weekName } from './week.ts';

/** How often it is looked whether a week is over. Milliseconds. */
const interval = 10 * 60 * 1000;

/** The deed of writing a week's summary. */
export const digestDeed = (now: Date): string => `digest ${weekName(now)}`;

/**
 * Writes to moderators of its own accord: a summary of each week, once, and what goes wrong with the articles.
 * @param running holds work under way
 * @param signal ends it
 */
export function watchDesks(
  front: Pick<Front, 'client' | 'app'>,
  running: Set<Promise<void>>,
  signal: AbortSignal,
): void {
  const track = (work: Promise<void>): void => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };
  const look = (): void => {
    track(
      sendDigests(front, new Date()).catch((error: unknown) => {
        front.app.log.error(faultOf(error), 'the summaries of the week could not be written');
      }),
    );
  };
  look();
  const timer = setInterval(look, interval).unref();
  let told = '';
  front.app.onArticles((event) => {
    const trouble = troubleOf(event);
    // A reload that finds the same trouble says nothing new.
    if (!signal.aborted && trouble !== '' && trouble !== told) track(sendReload(event, front));
    told = trouble;
  });
  signal.addEventListener('abort', () => {
    clearInterval(timer);
  });
}

/** Servers with a desk that this process is connected for. */
async function ownServers({ client, app }: Pick<Front, 'client' | 'app'>): Promise<readonly ServerId[]> {
  const servers = await app.desks?.servers();
  return servers?.ok === true ? servers.value.filter((id) => client.guilds.cache.has(id)) : [];
}

async function sendDigests(front: Pick<Front, 'client' | 'app'>, now: Date): Promise<void> {
  for (const server of await ownServers(front)) await sendDigest(server, front, now);
}

/** Once a week, also where several processes look at the same moment; tried again where it could not be written. */
async function sendDigest(server: ServerId, front: Pick<Front, 'client' | 'app'>, now: Date): Promise<void> {
  const { once, desks } = front.app;
  const first = await once?.first(server, digestDeed(now));
  if (first?.ok !== true || !first.value) return;
  if (!(await isWritten(server, front, now, desks))) await once?.notDone(server, digestDeed(now));
}

async function isWritten(
  server: ServerId,
  front: Pick<Front, 'client' | 'app'>,
  now: Date,
  desks: App['desks'],
): Promise<boolean> {
  const desk = await desks?.of(server);
  const week = await weekOf(server, front.app, now);
  if (desk?.ok !== true || desk.value === null || week === null) return false;
  // A week without a question needs no message.
  return isQuiet(week) || sendToDesk(server, desk.value, digestPost(week, localeOf(server, front)), front);
}

/** What is wrong with the articles, as a text that tells one trouble from another; empty where nothing is. */
function troubleOf(event: ArticleEvent): string {
  if (event.kind !== 'live') return event.kind;
  return event.kept.map(({ file, line }) => `${file}:${String(line)}`).join('\n');
}

async function sendReload(event: ArticleEvent, front: Pick<Front, 'client' | 'app'>): Promise<void> {
  for (const server of await ownServers(front)) {
    const desk = await front.app.desks?.of(server);
    if (desk?.ok !== true || desk.value === null) continue;
    const post = reloadPost(event, deskWordsFor(localeOf(server, front)));
    if (post !== null) await sendToDesk(server, desk.value, post, front);
  }
}
