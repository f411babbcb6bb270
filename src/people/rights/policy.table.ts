/**
 * Who may do what. A line: the action, what it is done to, by which roles, in which states, and the sentence that a jurist signs. Behind it what is
 * unusual: whose it is (`whose`; otherwise one's own organisation's), a strong login, a second person, people named for the task, no API key.
 * What no line allows is refused. Beside the table, `may` refuses whoever has declared a conflict of interest, and what the actor may not see.
 * @see docs/design/market.md, udbudsloven §§ 4, 138, 160, 171 and 194
 */
import { ROLES, type Role } from '../actor.ts';
import { RELATIONS, rule } from './policy.ts';

const BUYS: readonly Role[] = ['buyer', 'approver'];
const SUPPLIES: readonly Role[] = ['supplier-admin', 'bidder'];
const HOUSE: readonly Role[] = ['buyer', 'approver', 'committee', 'evaluator', 'contract-manager', 'auditor'];
const OPENED: readonly string[] = ['opened', 'assessed', 'decided', 'contracted'];

const PARTY = { whose: ['party'] } as const;
const OUTSIDE = { whose: ['party', 'other'] } as const;
const PUBLIC = { whose: RELATIONS } as const;
const STRONG = { strong: true } as const;
/** A second person with the role of approver confirms. */
const TWO = { strong: true, second: ['approver'] } as const;
const NAMED = { whose: ['own', 'party'], named: true, strong: true, personal: true } as const;
const PERSONAL = { personal: true } as const;

export const POLICY = [
  rule('market.read', 'market', 'anyone', 'any', 'Alle kan se markedspladsens forside og lister; listerne viser kun det, den enkelte må se.', PUBLIC),

  rule('need.start', 'need', BUYS, ['new'], 'En indkøber kan oprette et behov.'),
  rule('need.write', 'need', BUYS, ['draft'], 'En indkøber kan beskrive et behov, indtil det er afgjort.'),
  rule('need.decide', 'need', BUYS, ['draft'], 'En indkøber eller godkender afgør, hvordan et behov skal dækkes.'),
  rule('need.drop', 'need', BUYS, ['draft', 'decided'], 'En indkøber kan opgive et behov, så længe der ikke er købt ind til det.'),
  rule('need.read', 'need', HOUSE, 'any', 'Et behov ses af organisationens egne folk.'),
  rule('need.read', 'need', 'anyone', 'any', 'Et behov, der er offentliggjort, ses af alle.', PUBLIC),

  rule('dialogue.start', 'dialogue', BUYS, ['new'], 'En indkøber kan åbne en markedsdialog.'),
  rule('dialogue.ask', 'dialogue', SUPPLIES, ['open'], 'En leverandør kan stille spørgsmål i en åben dialog.', OUTSIDE),
  rule('dialogue.answer', 'dialogue', BUYS, ['open', 'closed'], 'Indkøberen svarer på spørgsmål i dialogen, også på dem, der kom lige før den lukkede.'),
  rule('dialogue.respond', 'dialogue', SUPPLIES, ['open'], 'En leverandør kan give sit svar på dialogen.', OUTSIDE),
  rule('dialogue.decline', 'dialogue', SUPPLIES, ['open'], 'En leverandør kan sige, at den ikke vil være med, og hvorfor.', OUTSIDE),
  rule('dialogue.note', 'dialogue', BUYS, ['open', 'closed'], 'Indkøberen skriver referat af møder og samtaler, også efter at dialogen er lukket.'),
  rule('dialogue.close', 'dialogue', BUYS, ['open'], 'Indkøberen lukker dialogen.'),
  rule('dialogue.read', 'dialogue', HOUSE, 'any', 'En dialog ses af organisationens egne folk.'),
  rule('dialogue.read', 'dialogue', SUPPLIES, 'any', 'En leverandør, der er inviteret til en dialog, kan se den.', PARTY),
  rule('dialogue.read', 'dialogue', 'anyone', 'any', 'En dialog, der er offentliggjort, ses af alle.', PUBLIC),

  rule('dis.start', 'dis', BUYS, ['new'], 'En indkøber kan oprette et dynamisk indkøbssystem.'),
  rule('dis.write', 'dis', BUYS, ['draft'], 'En indkøber kan skrive på et dynamisk indkøbssystem, indtil det er offentliggjort.'),
  rule('dis.publish', 'dis', BUYS, ['draft'], 'Et dynamisk indkøbssystem offentliggøres af to: én foreslår, en anden godkender.', TWO),
  rule('dis.change-period', 'dis', BUYS, ['open'], 'Varigheden af et dynamisk indkøbssystem ændres af to.', TWO),
  rule('dis.end', 'dis', BUYS, ['open'], 'En indkøber kan afslutte et dynamisk indkøbssystem før tid.', STRONG),
  rule('dis.cancel', 'dis', BUYS, ['open'], 'Et dynamisk indkøbssystem annulleres af to.', TWO),
  rule('dis.drop', 'dis', BUYS, ['draft'], 'En indkøber kan opgive et dynamisk indkøbssystem, der ikke er offentliggjort.'),
  rule('dis.read', 'dis', HOUSE, 'any', 'Et dynamisk indkøbssystem ses af organisationens egne folk.'),
  rule('dis.read', 'dis', 'anyone', 'any', 'Et dynamisk indkøbssystem, der er offentliggjort, ses af alle.', PUBLIC),

  rule('application.start', 'application', SUPPLIES, ['new'], 'En leverandør kan begynde en ansøgning om optagelse.'),
  rule('application.write', 'application', SUPPLIES, ['draft', 'correction'], 'Leverandøren skriver på sin ansøgning, til den er sendt, og når den skal rettes.'),
  rule('application.submit', 'application', SUPPLIES, ['draft', 'correction'], 'Leverandøren sender sin ansøgning.', STRONG),
  rule('application.ask-correction', 'application', BUYS, ['submitted'], 'Systemets ejer kan bede ansøgeren rette eller supplere.', PARTY),
  rule('application.extend', 'application', BUYS, ['submitted'], 'Systemets ejer kan i et begrundet tilfælde tage op til 15 arbejdsdage til en afgørelse.', PARTY),
  rule('application.admit', 'application', BUYS, ['submitted'], 'Systemets ejer optager ansøgeren.', { ...PARTY, ...STRONG }),
  rule('application.refuse', 'application', BUYS, ['submitted'], 'Systemets ejer afviser en ansøgning.', { ...PARTY, ...STRONG }),
  rule('application.ask-renewal', 'application', BUYS, ['admitted'], 'Systemets ejer kan bede om fornyede oplysninger.', PARTY),
  rule('application.renew', 'application', SUPPLIES, ['renewal'], 'Leverandøren fornyer sine oplysninger.', STRONG),
  rule('application.hear', 'application', BUYS, ['admitted', 'renewal'], 'Systemets ejer hører leverandøren, før den kan tages ud.', PARTY),
  rule('application.respond', 'application', SUPPLIES, ['hearing'], 'Leverandøren svarer på høringen.', STRONG),
  rule('application.keep', 'application', BUYS, ['hearing'], 'Systemets ejer kan lade leverandøren blive efter høringen.', { ...PARTY, ...STRONG }),
  rule('application.remove', 'application', BUYS, ['hearing'], 'En leverandør tages ud efter høring af to hos systemets ejer.', { ...PARTY, ...TWO }),
  rule('application.withdraw', 'application', SUPPLIES, ['draft', 'submitted', 'correction', 'admitted', 'renewal', 'hearing'], 'Leverandøren kan trække sin ansøgning eller træde ud.', STRONG),
  rule('application.read', 'application', SUPPLIES, 'any', 'En ansøgning ses af leverandørens egne folk.'),
  rule('application.read', 'application', HOUSE, 'any', 'Systemets ejer ser en ansøgning, når den er sendt; ingen anden gør.', PARTY),

  rule('framework.start', 'framework', BUYS, ['new'], 'En indkøber kan oprette en rammeaftale.'),
  rule('framework.write', 'framework', BUYS, ['draft'], 'En indkøber kan skrive på en rammeaftale, indtil den er offentliggjort.'),
  rule('framework.set-parties', 'framework', BUYS, ['draft'], 'En indkøber fører ind, hvem der er part i en rammeaftale, og hvem der må bruge den.'),
  rule('framework.write-offer', 'framework', BUYS, ['draft', 'active'], 'Ejeren fører leverandørernes tilbud ind i rammeaftalens katalog.'),
  rule('framework.drop-offer', 'framework', BUYS, ['draft', 'active'], 'Ejeren tager et tilbud ud af rammeaftalens katalog med en begrundelse.'),
  rule('framework.publish', 'framework', BUYS, ['draft'], 'En rammeaftale tages i brug af to.', TWO),
  rule('framework.record-call-off', 'framework', [...BUYS, 'contract-manager'], ['active', 'ended'], 'Ejeren fører træk ind, der er sket uden for Torvet.'),
  rule('framework.party-left', 'framework', BUYS, ['active'], 'Ejeren fører ind, at en leverandør er trådt ud af rammeaftalen.'),
  rule('framework.end', 'framework', BUYS, ['active'], 'En indkøber afslutter en rammeaftale.', STRONG),
  rule('framework.read', 'framework', HOUSE, 'any', 'En rammeaftale ses af organisationens egne folk.'),
  rule('framework.read', 'framework', [...HOUSE, ...SUPPLIES], 'any', 'En rammeaftale ses af dem, der er part i den eller må trække på den.', PARTY),
  rule('framework.read', 'framework', 'anyone', 'any', 'En rammeaftale, der er offentliggjort, ses af alle.', PUBLIC),

  rule('purchase.start', 'purchase', BUYS, ['new'], 'En indkøber kan begynde et køb.'),
  rule('purchase.write', 'purchase', BUYS, ['draft'], 'En indkøber kan skrive på et køb, indtil det er offentliggjort.'),
  rule('purchase.set-model', 'purchase', BUYS, ['draft'], 'En indkøber vælger evalueringsmodellen, indtil købet er offentliggjort.'),
  rule('purchase.set-sheet', 'purchase', BUYS, ['draft'], 'En indkøber skriver prislisten, indtil købet er offentliggjort.'),
  rule('purchase.attach', 'purchase', BUYS, ['draft'], 'En indkøber lægger filer ved købet.'),
  rule('purchase.detach', 'purchase', BUYS, ['draft'], 'En indkøber tager filer fra, indtil købet er offentliggjort.'),
  rule('purchase.upload', 'purchase', BUYS, ['draft', 'announced'], 'En indkøber kan lægge filer op, der venter på at blive en del af købet.'),
  rule('purchase.set-holders', 'purchase', BUYS, ['draft'], 'En indkøber vælger, hvem der skal åbne tilbuddene.'),
  rule('purchase.prove-key', 'purchase', ['committee'], ['draft', 'announced', 'closed'], 'Den, der skal åbne tilbud, viser, at nøglen virker.', NAMED),
  rule('purchase.announce', 'purchase', BUYS, ['draft'], 'Et køb offentliggøres af to: én foreslår, en anden godkender.', TWO),
  rule('purchase.ask', 'purchase', SUPPLIES, ['announced'], 'En leverandør kan stille spørgsmål til et køb, den kan se.', OUTSIDE),
  rule('purchase.decline', 'purchase', SUPPLIES, ['announced'], 'En inviteret leverandør kan sige, at den ikke giver tilbud, og hvorfor.', PARTY),
  rule('purchase.answer', 'purchase', BUYS, ['announced'], 'Indkøberen svarer på spørgsmål, så alle kan se det.'),
  rule('purchase.change', 'purchase', BUYS, ['announced'], 'Et offentliggjort køb ændres af to.', TWO),
  rule('purchase.move-deadline', 'purchase', BUYS, ['announced', 'closed'], 'Fristen flyttes af to; efter fristen kun, når Torvet var nede, og intet er åbnet.', TWO),
  rule('purchase.cancel', 'purchase', BUYS, ['draft', 'announced', 'closed', 'opened', 'assessed', 'decided', 'shortlisted'], 'Et køb annulleres af to.', TWO),
  rule('purchase.declare', 'purchase', HOUSE, 'any', 'Den, der har med købet at gøre, oplyser om sine interesser.', { whose: ['own', 'party'], ...PERSONAL }),
  rule('purchase.shortlist', 'purchase', BUYS, ['draft'], 'Indkøberen vælger, hvem der overvejes ved direkte tildeling.'),
  rule('purchase.set-evaluators', 'purchase', BUYS, ['draft', 'announced', 'closed', 'opened'], 'En indkøber udpeger, hvem der bedømmer tilbuddene.'),
  rule('purchase.check', 'purchase', BUYS, ['opened'], 'Indkøberen ser efter, om leverandøren er egnet, og om mindstekravene er opfyldt.', STRONG),
  rule('purchase.assess', 'purchase', BUYS, ['opened'], 'Indkøberen låser vurderingen, når den er enig og færdig.', STRONG),
  rule('purchase.score', 'purchase', ['evaluator'], ['opened'], 'De udpegede bedømmere giver hver for sig point.', NAMED),
  rule('purchase.consensus', 'purchase', ['evaluator'], ['opened'], 'De udpegede bedømmere bliver enige om point og begrundelse.', NAMED),
  rule('purchase.award', 'purchase', BUYS, ['assessed', 'shortlisted'], 'Tildelingen besluttes af to.', TWO),
  rule('purchase.letters', 'purchase', BUYS, ['decided'], 'Indkøberen underretter alle om tildelingen med begrundelse.', STRONG),
  rule('purchase.sign', 'purchase', ['approver', 'contract-manager'], ['decided'], 'En godkender eller kontraktansvarlig underskriver kontrakten.', { ...STRONG, ...PERSONAL }),
  rule('purchase.note-notice', 'purchase', [...BUYS, 'contract-manager'], ['contracted'], 'Indkøberen noterer, at bekendtgørelsen om kontrakten er sendt.'),
  rule('purchase.start-direct', 'purchase', BUYS, ['new'], 'En indkøber kan begynde en direkte tildeling på en rammeaftale.'),
  rule('purchase.write-direct', 'purchase', BUYS, ['draft'], 'En indkøber kan skrive behov og krav, indtil listen over, hvem der opfylder dem, er låst.'),
  rule('purchase.reopen', 'purchase', BUYS, ['shortlisted'], 'En indkøber kan låse listen op igen med en begrundelse, der bliver stående.'),
  rule('purchase.award-direct', 'purchase', BUYS, ['shortlisted'], 'En direkte tildeling besluttes af to.', TWO),
  rule('purchase.letters-direct', 'purchase', BUYS, ['decided'], 'Indkøberen underretter alle parter på delaftalen om en direkte tildeling med begrundelse.', STRONG),
  rule('purchase.sign-direct', 'purchase', ['approver', 'contract-manager'], ['decided'], 'En godkender eller kontraktansvarlig underskriver kontrakten efter en direkte tildeling.', { ...STRONG, ...PERSONAL }),
  rule('purchase.read', 'purchase', HOUSE, 'any', 'Et køb ses af organisationens egne folk.'),
  rule('purchase.read', 'purchase', [...HOUSE, ...SUPPLIES], 'any', 'Et køb ses af dem, der er inviteret eller har en opgave i det.', PARTY),
  rule('purchase.read', 'purchase', 'anyone', 'any', 'Et køb, der er offentliggjort, ses af alle.', PUBLIC),

  rule('bid.draft', 'purchase', SUPPLIES, ['announced'], 'En inviteret leverandør kan skrive på sit tilbud.', PARTY),
  rule('bid.upload', 'purchase', SUPPLIES, ['announced', 'closed'], 'En inviteret leverandør kan lægge forseglede filer op.', PARTY),
  rule('bid.submit', 'purchase', SUPPLIES, ['announced', 'closed'], 'En inviteret leverandør afgiver tilbud; efter fristen får den kvittering for, at det var for sent.', { ...PARTY, ...STRONG }),
  rule('bid.withdraw', 'purchase', SUPPLIES, ['announced'], 'En leverandør kan trække sit tilbud tilbage indtil fristen.', { ...PARTY, ...STRONG }),
  rule('bid.read', 'bid', SUPPLIES, 'any', 'Et tilbud ses af leverandørens egne folk.'),
  rule('bid.read', 'bid', ['buyer', 'approver', 'committee', 'evaluator', 'auditor'], OPENED, 'Et tilbud ses hos indkøberen først, når det er åbnet.', PARTY),
  rule('receipt.read', 'receipt', SUPPLIES, 'any', 'En kvittering ses af leverandørens egne folk.'),

  rule('opening.commit', 'purchase', ['committee'], ['closed'], 'De udpegede åbnere binder sig til deres dele, når fristen er gået.', NAMED),
  rule('opening.reveal', 'purchase', ['committee'], ['closed'], 'De udpegede åbnere lægger deres dele frem sammen.', NAMED),
  rule('opening.conclude', 'purchase', BUYS, ['closed'], 'To beslutter at åbne det, der kan åbnes, når en åbner udebliver, og et tilbud derfor ikke kan åbnes.', TWO),

  rule('letter.read', 'letter', HOUSE, 'any', 'Et brev om en tildeling ses af indkøberens egne folk.'),
  rule('letter.read', 'letter', SUPPLIES, 'any', 'Et brev om en tildeling ses af den leverandør, det er til, og ingen anden.', PARTY),
  rule('contribution.read', 'contribution', SUPPLIES, 'any', 'Det, en leverandør har sendt, ses af dens egne folk.'),
  rule('contribution.read', 'contribution', HOUSE, 'any', 'Det, en leverandør har sendt til en dialog eller et køb, ses hos indkøberen.', PARTY),

  rule('contract.read', 'contract', HOUSE, 'any', 'En kontrakt ses af organisationens egne folk.'),
  rule('contract.read', 'contract', SUPPLIES, 'any', 'En kontrakt ses af den leverandør, der er part i den.', PARTY),
  rule('contract.read', 'contract', 'anyone', 'any', 'En kontrakt, der er offentliggjort, ses af alle.', PUBLIC),
  rule('contract.end', 'contract', ['approver', 'contract-manager'], ['signed'], 'En kontraktansvarlig eller godkender afslutter kontrakten.', STRONG),

  rule('account.read', 'account', ROLES, 'any', 'Enhver, der er logget ind, ser sin egen konto.', PERSONAL),
  rule('supplier.follow', 'account', SUPPLIES, 'any', 'En leverandørs folk følger dens frister og nyt til den i kalender og nyhedslæser.'),
  rule('people.manage', 'people', ['supplier-admin', 'approver'], 'any', 'Leverandørens administrator og indkøbets godkender styrer egne medlemmer.', { ...STRONG, ...PERSONAL }),
  rule('people.manage', 'people', ['platform-admin'], 'any', 'Platformens administrator kan hjælpe en organisation med dens medlemmer.', { whose: ['other'], ...STRONG, ...PERSONAL }),
  rule('key.register', 'key', ROLES, 'any', 'Enhver, der er logget ind, registrerer sin egen nøgle.', { ...STRONG, ...PERSONAL }),
  rule('api-key.manage', 'api-key', ['buyer', 'approver', 'supplier-admin', 'editor'], 'any', 'De, der handler for en organisation, kan lave API-nøgler med højst egne roller.', { ...STRONG, ...PERSONAL }),
  rule('session.revoke', 'session', ROLES, 'any', 'Enhver, der er logget ind, kan afslutte sine egne logins.', PERSONAL),
] as const;

/** Everything that somebody can be allowed. A command has the name of its action. */
export type Action = (typeof POLICY)[number]['action'];
