import { describe, expect, test } from 'vitest';
import { failureText } from '../../../components/view-models/failure.ts';
import { english } from '../../support/english.ts';
import { say } from './gallery-reading.ts';

describe('failures', () => {
  test.each([
    ['signature', 'The signature does not match the publisher’s key. Nothing from it was kept.'],
    ['too-new', 'The pack was made for a newer version of Claim Context.'],
    ['no-answer', 'The part of the extension that holds the notes did not answer. Trying again starts it anew.'],
    ['never-heard-of', 'In the words of the program: it broke'],
  ])('%s', (code, text) => {
    expect(say(failureText({ code, message: 'it broke' }, english))).toBe(text);
  });
});
