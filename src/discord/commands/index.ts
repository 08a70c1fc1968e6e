import { answerThis } from './answer-this.ts';
import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { help } from './help.ts';
import { pinAnswer } from './pin-answer.ts';
import { pins } from './pins.ts';
import { questions } from './questions.ts';
import { settings } from './settings.ts';
import { topics } from './topics.ts';

/** Every command; a new one is a file and a row. */
export const commands: readonly Command[] = [
  ask,
  topics,
  help,
  answerThis,
  pinAnswer,
  pins,
  questions,
  settings,
];
