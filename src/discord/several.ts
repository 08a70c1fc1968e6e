import type { Answer } from '../answers/answer.ts';
import type { Answers } from '../answers/service.ts';
import { button, row, targetOf } from './controls.ts';
import { excerpt } from './cut.ts';
import { formatCustomId } from './custom-id.ts';
import { limits, measures } from './limits.ts';
import { assemble, lookOf, type Setting } from './looks.ts';
import type { Post } from './post.ts';

/**
 * Up to three answers in one post, each below its quoted question. The room of a post is shared;
 * a numbered button shows one privately in full.
 */
export function severalPost(
  answered: readonly { readonly question: string; readonly answer: Answer }[],
  answers: Answers,
  setting: Setting,
): Post {
  const parts = answered.map(({ question, answer }) => onePart(question, answer, answers, setting));
  const buttons = answered.flatMap(({ answer }, index) => {
    const target = targetOf(answer);
    if (target === null) return [];
    const id = formatCustomId({ verb: 'more', asker: setting.asker, target, page: '0', part: String(index) });
    return [{ target, rest: button(id, setting.words.answer.restOf(index + 1)) }];
  });
  const [first] = buttons;
  const panel =
    first === undefined
      ? []
      : [
          button(
            formatCustomId({ verb: 'panel', asker: setting.asker, target: first.target, part: '0' }),
            '⋯',
          ),
        ];
  const content = parts.join('\n\n');
  return {
    content: content.length <= limits.content ? content : shorter(answered, answers, setting),
    components: row([...buttons.map(({ rest }) => rest), ...panel]),
    ping: null,
  };
}

function onePart(question: string, answer: Answer, answers: Answers, setting: Setting): string {
  const look = lookOf(answer, answers, setting.words);
  const body = excerpt(look.blocks, measures.sharedBody, look.weigh);
  const short = question.slice(0, 120);
  return assemble({ ...setting, quoted: short }, look, body.text);
}

/** Headings alone, where long titles and addresses leave no room for texts. */
function shorter(
  answered: readonly { readonly question: string; readonly answer: Answer }[],
  answers: Answers,
  setting: Setting,
): string {
  const room = Math.floor(limits.content / answered.length) - 2;
  const parts = answered.map(({ question, answer }) => {
    const { head } = lookOf(answer, answers, setting.words);
    const part = assemble({ ...setting, quoted: question.slice(0, 80) }, { head, foot: '' }, '');
    return part.length <= room ? part : part.slice(0, part.indexOf('\n'));
  });
  return parts.join('\n\n');
}
