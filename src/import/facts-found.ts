/** A fact with its place in the text, before it becomes a proposal. */
import type { Span } from './facts-text.ts';
import type { Proposal } from './model.ts';

export interface Found extends Span {
  key: string;
  value: Proposal['value'];
  isSure: boolean;
}
