import { toReading } from '../../../components/view-models/reading.ts';
import type { ArticleReading } from '../../../lib/messages/reading.ts';
import { GALLERY_READING } from '../../fixtures/gallery/reading.ts';
import { english } from '../../support/english.ts';

/** The reading of the gallery's article, as the view models are given it. */
export const say = english.text;
export const reading = toReading(GALLERY_READING, 'en');
export const { analysis } = GALLERY_READING;
export const without = (changes: Partial<ArticleReading['analysis']>) =>
  toReading({ ...GALLERY_READING, analysis: { ...analysis, ...changes } }, 'en');
