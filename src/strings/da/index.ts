export { check } from './check.ts';
export { discord } from './discord.ts';
export { importing } from './import.ts';
export { figures } from './figures.ts';
export { gaps } from './gaps.ts';
export { pins } from './pins.ts';
export { problems } from './problems.ts';
export { terminal } from './terminal.ts';
