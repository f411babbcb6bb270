import type { da } from './deadline.da.ts';

export const en: Record<keyof typeof da, string> = {
  'basic-element': 'That changes something basic. It cannot be done on the way, not even with a longer deadline. Cancel, and begin again.',
  'significant-needs-time': 'The documents change significantly. The deadline {deadline} must be extended at the same time.',
  'information-too-late': 'The information comes too late before the deadline {deadline}. Extend it at least to {leastDeadline}.',
  'information-maybe-too-late': 'The information comes late before the deadline {deadline}. If it was asked for in time and matters, the deadline must be extended at least to {leastDeadline}.',
  'moved-earlier': 'The deadline moves forward from {from} to {to}. Whoever relied on the old one has less time.',
};
