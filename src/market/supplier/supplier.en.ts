import type { da } from './supplier.da.ts';

export const en: Record<keyof typeof da, string> = {
  title: 'For suppliers',
  invited: 'Purchases that you are invited to tender for',
  noInvited: 'You are not invited to tender for anything just now.',
  deadline: 'Deadline {when}',
  letters: 'Letters about purchases that you bid on',
  applications: 'Your applications',
  noApplications: 'You have not applied for admission in any system yet.',
  systems: 'Systems in which you can apply for admission',
  systemsAbout: 'It is free, and you can apply as long as the system is open.',
  noSystems: 'No other systems are open just now.',
  dialogues: 'Open market dialogue',
  noDialogues: 'No market dialogue is open just now.',
};
