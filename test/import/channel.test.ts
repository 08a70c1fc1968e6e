import { describe, expect, it } from 'vitest';
import { entriesOf, imported } from './files.ts';

interface Message {
  readonly content: string;
  readonly author?: string;
  readonly [key: string]: unknown;
}

/** A channel as DiscordChatExporter writes it. */
function channel(messages: readonly Message[], about: object = {}): string {
  return JSON.stringify({
    guild: { id: '1', name: 'Club', iconUrl: 'https://cdn.discordapp.com/icons/1.png' },
    channel: {
      id: '22',
      type: 'GuildTextChat',
      categoryId: '3',
      category: 'Info',
      name: 'faq-og-svar',
      topic: null,
      ...about,
    },
    dateRange: { after: null, before: null },
    exportedAt: '2026-11-01T12:00:00+00:00',
    messages: messages.map(({ author = 'mod', ...message }, index) => ({
      id: String(index),
      type: 'Default',
      timestamp: '2026-01-01T12:00:00+00:00',
      isPinned: false,
      author: { id: author, name: author, isBot: false },
      attachments: [],
      embeds: [],
      mentions: [],
      ...message,
    })),
    messageCount: messages.length,
  });
}

describe('a channel of Discord', () => {
  it('asks in bold lines and headings; what follows answers, in the next message of the same person too', async () => {
    const result = await imported({
      'faq.json': channel([
        { content: 'Welcome!' },
        { content: '**When is training?**\nTuesday at 18.\n\n__**Where is it?**__\nIn the hall.' },
        { content: 'The door is at the back.' },
        { content: 'Thanks', author: 'somebody' },
        { content: '## What does it cost?\n100 kr.' },
        { content: 'Q: Who may come?\nA: All.' },
        { content: 'Can I bring a dog?\nNo.' },
      ]),
    });
    expect(entriesOf(result)).toEqual([
      ['When is training?', [], 'Tuesday at 18.'],
      ['Where is it?', [], 'In the hall.\nThe door is at the back.'],
      ['What does it cost?', [], '100 kr.'],
      ['Who may come?', [], 'All.'],
      ['Can I bring a dog?', [], 'No.'],
    ]);
    expect(result.articles).toMatchObject([{ id: 'faq-og-svar.md', title: 'Faq og svar' }]);
    expect(result.remarks).toEqual([
      'faq.json:messages[0] message-loose',
      'faq.json:messages[3] message-loose',
    ]);
    expect(result.problems).toEqual([]);
  });

  it('names mentions and emoji in plain words, and says which it cannot name', async () => {
    const result = await imported({
      'faq.json': channel([
        {
          content:
            '**Whom do I ask?**\n<@42> or <@&77> in <#22>, not <#23>. <:yes:123> <a:no:124> </ask:99> <t:0:R> <id:guide>\n>>> quoted\nlines',
          mentions: [{ id: '42', name: 'anders', nickname: 'Anders' }],
          attachments: [{ id: '5', url: 'https://cdn.discordapp.com/map.png', fileName: 'map.png' }],
        },
        { content: 'Pinned a message.', type: 'ChannelPinnedMessage' },
      ]),
    });
    expect(result.passages.map(({ markdown }) => markdown)).toEqual([
      '@Anders or @… in #faq-og-svar, not #…. :yes: :no: `/ask` 1970-01-01 00:00 UTC #…\n\n> quoted\n> lines',
    ]);
    expect(result.report.remarks).toMatchObject([
      { code: 'mention-unknown', parameters: { mention: '<@&77>' } },
      { code: 'mention-unknown', parameters: { mention: '<#23>' } },
      { code: 'file-attached', parameters: { name: 'map.png' } },
      { code: 'message-system', parameters: { kind: 'ChannelPinnedMessage' } },
    ]);
  });

  it('reads the embeds that bots post', async () => {
    const result = await imported({
      'faq.json': channel([
        { content: '', embeds: [{ title: 'How do I join?', description: 'Fill in the form.' }] },
      ]),
    });
    expect(entriesOf(result)).toEqual([['How do I join?', [], 'Fill in the form.']]);
  });

  it('takes the title of a forum post as the question', async () => {
    const about = { type: 'GuildPublicThread', name: 'How do I join?', category: 'help-forum' };
    const result = await imported({
      'post.json': channel(
        [{ content: 'Fill in the form.' }, { content: 'Then wait.' }, { content: 'ok', author: 'somebody' }],
        about,
      ),
    });
    expect(entriesOf(result)).toEqual([['How do I join?', [], 'Fill in the form.\nThen wait.']]);
    expect(result.articles.map(({ title }) => title)).toEqual(['Help forum']);
    expect(result.remarks).toEqual(['post.json:messages[2] message-loose']);
  });

  it('says where a message is none', async () => {
    const text = channel([{ content: '**A?**\nOne.' }]).replace('"messages":[', '"messages":[7,{"id":8},');
    const { remarks, passages } = await imported({ 'faq.json': text });
    expect(remarks).toEqual(['faq.json:messages[0] no-entry', 'faq.json:messages[1] no-entry']);
    expect(passages).toHaveLength(1);
  });
});
