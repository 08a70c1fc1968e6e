import type { pins as english } from '../en/pins.ts';

export const pins = {} satisfies typeof english;
