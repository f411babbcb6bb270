export const da = {
  'basic-element': 'Det ændrer noget grundlæggende. Det kan ikke ske undervejs, heller ikke med en længere frist. Annullér, og begynd forfra.',
  'significant-needs-time': 'Udbudsmaterialet ændres væsentligt. Fristen {deadline} skal forlænges samtidig.',
  'information-too-late': 'Oplysningen kommer for sent før fristen {deadline}. Forlæng den mindst til {leastDeadline}.',
  'information-maybe-too-late': 'Oplysningen kommer sent før fristen {deadline}. Er der spurgt i tide, og betyder svaret noget, skal fristen forlænges mindst til {leastDeadline}.',
  'moved-earlier': 'Fristen flyttes frem fra {from} til {to}. Den, der regnede med den gamle frist, får kortere tid.',
} as const;
