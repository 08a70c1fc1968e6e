import { ComponentType, type ModalBuilder } from 'discord.js';
import type { App } from '../src/app.ts';
import type { ListedPin, PinFault } from '../src/curation/pins/pin.ts';
import { pinForm } from '../src/discord/pins/form.ts';
import { listPost } from '../src/discord/pins/list.ts';
import { confirmPost, faultPost, keptPost, shownQuestion, undoablePost } from '../src/discord/pins/told.ts';
import type { Post } from '../src/discord/post.ts';
import type { Strings } from '../src/strings/index.ts';

/** A form as text: each input with its label, what is said of it, and what it is opened with. */
function formText(form: ModalBuilder): string {
  const { title, components } = form.toJSON();
  const inputs = components.map((part) => {
    if (part.type !== ComponentType.Label) return '';
    const { label, description = '', component } = part;
    const head = `${label}${description === '' ? '' : ` (${description})`}`;
    if (component.type === ComponentType.StringSelect) {
      const options = component.options.map((one) => `${one.default === true ? '●' : '○'} ${one.label}`);
      return `${head}\n  ${component.placeholder ?? ''}\n  ${options.join('\n  ')}`;
    }
    return `${head}\n  ${component.type === ComponentType.TextInput ? (component.value ?? '') : ''}`;
  });
  return [`[${title}]`, ...inputs].join('\n');
}

const listed = (id: string, given: Partial<ListedPin>): ListedPin => ({
  id,
  question: 'Hvornår er der medlemsmøde?',
  phrasings: ['mødetid'],
  target: null,
  passageId: null,
  markdown: 'Første tirsdag i måneden kl. 19.\n\nKaffen er på kanden fra kl. 18.30.',
  state: 'own',
  createdAt: new Date('2026-11-12'),
  updatedAt: new Date('2026-11-12'),
  by: '100000000000000103',
  revision: 1,
  isLive: true,
  uses: 14,
  lastUsedAt: null,
  channelPin: null,
  ...given,
});

const faults = (pin: ListedPin): readonly PinFault[] => [
  { kind: 'question-empty' },
  { kind: 'text-empty' },
  { kind: 'two-answers' },
  { kind: 'phrasing-long', phrasing: 'x', limit: 300 },
  { kind: 'duplicate', pin, asked: 'mødetid' },
  { kind: 'changed', pin },
  { kind: 'locked', detail: '' },
  { kind: 'unreachable', detail: '' },
];

/** What moderators see: the form, its faults, the confirmations and the list. */
export async function pinScreens(
  app: App,
  { pins: words }: Strings,
  postText: (post: Post) => string,
): Promise<ReadonlyMap<string, string>> {
  const pin = listed('000000000001', {});
  const question = 'hvordan netværker man bedst';
  const { ranking } = await app.answers.ask({ text: question, server: null });
  const [first = null] = ranking;
  const form = { question, phrasings: [], choices: ranking.slice(0, 4), text: '' };
  const at = { message: '0', part: '0' };
  const passage = listed('000000000002', {
    question: 'Netværkstips?',
    target: first,
    passageId: first?.passage.id ?? null,
    state: 'outdated',
  });
  const draft = { question: 'Mødetid?', phrasings: [], target: null, text: 'Anden tirsdag kl. 19.' };
  const covered = listed('000000000003', {
    question: 'Er der parkering?',
    markdown: 'Ja.',
    state: 'covered',
  });
  return new Map([
    ['form · shown', formText(pinForm({ ...form, at, chosen: first?.passage.hash ?? null }, words))],
    ['form · unsure', formText(pinForm({ ...form, at, chosen: null }, words))],
    [
      'form · edit',
      formText(
        pinForm(
          { ...form, ...pin, at: { pin: pin.id, revision: 1 }, chosen: 'own', text: pin.markdown },
          words,
        ),
      ),
    ],
    ...faults(pin).map(
      (fault) => [`fault · ${fault.kind}`, postText(keptPost(fault, draft, pin.id, words))] as const,
    ),
    ['fault · without a draft', postText(faultPost({ kind: 'missing' }, words))],
    ['confirmed', postText(undoablePost(words.done.added(shownQuestion(pin)), pin, words))],
    ['remove', postText(confirmPost(pin, words))],
    ['list', postText(listPost([pin, passage, covered], 0, words))],
    ['list · empty', postText(listPost([], 0, words))],
    ['/settings', [words.settings.curators('<@&1>'), words.settings.integrations].join('\n')],
    [
      'sentences',
      [...Object.values(words.fault), ...Object.values(words.draft)]
        .filter((text) => typeof text === 'string')
        .join('\n'),
    ],
  ]);
}
