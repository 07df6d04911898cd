// @ts-check
/** Why nothing is created, or what could not be finished: one line, with what to do. */
export class Refusal extends Error {}
