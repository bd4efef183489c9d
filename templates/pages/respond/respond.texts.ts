import { defineTexts } from '../../partials/define-texts.js';

export const respondTexts = defineTexts({
  nl: {
    titles: {
      choose: 'Kies een moment voor het interview',
      check: 'Controleer en bevestig',
      propose: 'Stel zelf een moment voor',
      booked: 'Uw interview staat vast',
      decline: 'Wilt u liever niet meedoen?',
      cancel: 'Wilt u het interview afzeggen?',
    },
    step: (n: number) => `Stap ${n} van 2`,
    intro: (title: string) =>
      `Voor het onderzoek “${title}” spreken wij graag met u, omdat u de praktijk kent. Kies hieronder het moment dat u het beste past. U kunt dit later nog wijzigen.`,
    duration: 'Duur',
    about: (duration: string) => `ongeveer ${duration}`,
    who: 'Met',
    answerBy: 'Reageren',
    until: (moment: string) => `tot en met ${moment}`,
    where: 'Waar',
    which: 'Welk moment past u?',
    zone: (zone: string) =>
      zone === 'Europe/Amsterdam'
        ? 'Alle tijden zijn Nederlandse tijd.'
        : `Alle tijden gelden in de tijdzone ${zone}.`,
    otherwise: 'Anders',
    noneFits: 'Geen van deze momenten past',
    noneFitsNote: 'U kunt hierna zelf een voorstel doen',
    next: 'Verder naar controleren',
    decline: 'Ik doe liever niet mee',
    with: (name: string) => `met ${name}`,
    noMoments:
      'De momenten die wij u aanboden, zijn niet meer vrij. Stel hieronder zelf een moment voor. Dan nemen wij contact met u op.',
    proposedTitle: 'Uw voorstel is binnen',
    proposed: 'Wij nemen contact met u op. Past een van deze momenten toch? Dan kunt u dat nog kiezen.',
    proposedNone: 'Wij nemen contact met u op om een moment af te spreken.',
    cancelledTitle: 'Uw interview is afgezegd',
    cancelledChoose: (moment: string) =>
      `Het moment van ${moment} is vervallen. Wilt u nog meedoen? Kies dan een ander moment.`,
    chosen: 'U koos',
    day: 'Dag',
    time: 'Tijd',
    place: 'Plaats',
    changeChoice: 'Ander moment kiezen',
    consent: 'Toestemming',
    consentHint: 'Kruis aan waarmee u het eens bent. Alleen wat verplicht is, is nodig om mee te doen.',
    required: 'verplicht',
    optional: 'mag, hoeft niet',
    confirm: 'Bevestig dit moment',
    move: 'Verzet naar dit moment',
    moveFrom: (moment: string) => `Nu staat uw interview op ${moment}. Dat moment vervalt als u bevestigt.`,
    taken:
      'Dit moment is net door iemand anders gekozen. Kies een ander moment. Uw aankruisjes staan er nog.',
    gone: 'Dit moment kan niet meer. Kies een ander moment. Uw aankruisjes staan er nog.',
    chooseOne: 'Kies een moment.',
    consentMissing: 'Kruis deze verklaring aan als u wilt meedoen.',
    proposal: 'Wanneer kunt u wel?',
    proposalHint: 'Bijvoorbeeld: dinsdagochtend, of een andere week. U hoeft geen reden te geven.',
    proposalMissing: 'Schrijf op wanneer u wel kunt.',
    proposalTooLong: 'Gebruik hoogstens 1000 tekens.',
    send: 'Verstuur mijn voorstel',
    back: 'Terug naar de momenten',
    keep: 'Nee, terug',
    bookedIntro: 'Dank u wel. Wij hebben u een bevestiging gemaild, met een uitnodiging voor uw agenda.',
    reference: 'Kenmerk',
    addToCalendar: 'Zet in mijn agenda (.ics)',
    route: 'Bekijk de route',
    nextTitle: 'Hoe gaat het verder?',
    nextSteps: (name: string, mode: string) =>
      mode === 'phone'
        ? `${name} belt u op dit moment. U hoeft niets voor te bereiden.`
        : mode === 'video'
          ? `${name} stuurt u vóór het gesprek een link voor het videogesprek. U hoeft niets voor te bereiden.`
          : `${name} komt naar u toe op dit adres. U hoeft niets voor te bereiden.`,
    changeTitle: 'Verzetten of afzeggen',
    changeUntil: (moment: string) => `Dat kan hier tot ${moment}. Daarna kunt u ons mailen.`,
    tooLate: (moment: string) => `Hier kon dat tot ${moment}. Neem nu contact met ons op.`,
    moveWhich: 'Naar welk moment?',
    moveNext: 'Verder met verzetten',
    noOther: 'Er zijn nu geen andere momenten vrij. Zeg het interview af, of mail ons voor een ander moment.',
    cancel: 'Afzeggen',
    cancelIntro: (moment: string) => `Uw interview van ${moment} vervalt dan. U hoeft geen reden te geven.`,
    cancelYes: 'Ja, zeg het interview af',
    declineIntro:
      'Dat is helemaal goed. U hoeft geen reden te geven. Wij benaderen u dan niet meer voor dit interview.',
    declineBooked: (moment: string) => `Uw interview van ${moment} wordt dan afgezegd.`,
    declineYes: 'Ja, ik doe niet mee',
    consentGiven: 'Uw toestemming',
    consentOn: (moment: string) =>
      `Gegeven op ${moment}. Bewaar deze tekst als u wilt. Intrekken kan altijd: mail ons.`,
    answers: { given: 'Ja', refused: 'Nee', withdrawn: 'Ingetrokken' },
    helpTitle: 'Hulp nodig?',
    help: (name: string) => `Neem contact op met ${name}:`,
    voluntary: 'Meedoen is vrijwillig. U kunt op elk moment stoppen.',
    mailSubject: (title: string) => `Interview voor het onderzoek “${title}”`,
    askNew: 'Vraag om nieuwe momenten',
    ended: {
      declined: 'U doet niet mee',
      expired: 'De tijd om te reageren is voorbij',
      withdrawn: 'Deze momenten zijn ingetrokken',
      cancelled: 'Uw interview is afgezegd',
      past: 'Dank u wel voor uw hulp',
      nothing: 'Er staat nu niets voor u klaar',
      closed: 'Deze link werkt niet meer',
    },
    endedText: {
      declined:
        'Wij hebben opgeschreven dat u niet meedoet. Er staat geen afspraak meer. Hebt u zich bedacht? Mail ons dan.',
      expired:
        'U kon een moment kiezen tot de datum in onze e-mail. Wilt u nog meedoen? Vraag dan om nieuwe momenten.',
      withdrawn:
        'De onderzoekers bieden deze momenten niet meer aan. Kijk of u een nieuwere e-mail van ons hebt, of mail ons.',
      cancelled:
        'Dit moment is vervallen; u hoeft niets te doen. Wilt u nog meedoen? Vraag dan om nieuwe momenten.',
      past: 'Dit interview is geweest. Hebt u nog een vraag? Mail ons dan.',
      nothing: 'Er zijn op dit moment geen momenten om uit te kiezen. Hebt u een vraag? Mail ons dan.',
      closed: 'Kijk of u een nieuwere e-mail van ons hebt, of mail ons. Dan helpen wij u verder.',
    },
  },
  en: {
    titles: {
      choose: 'Choose a time for the interview',
      check: 'Check and confirm',
      propose: 'Propose a time yourself',
      booked: 'Your interview is booked',
      decline: 'Would you rather not take part?',
      cancel: 'Do you want to cancel the interview?',
    },
    step: (n: number) => `Step ${n} of 2`,
    intro: (title: string) =>
      `For the study “${title}” we would like to speak with you, because you know the work. Choose the time that suits you best. You can still change it later.`,
    duration: 'Duration',
    about: (duration: string) => `about ${duration}`,
    who: 'With',
    answerBy: 'Answer',
    until: (moment: string) => `until ${moment}`,
    where: 'Where',
    which: 'Which time suits you?',
    zone: (zone: string) =>
      zone === 'Europe/Amsterdam'
        ? 'All times are in Dutch time.'
        : `All times are in the time zone ${zone}.`,
    otherwise: 'Otherwise',
    noneFits: 'None of these times fits',
    noneFitsNote: 'You can propose something yourself next',
    next: 'Continue to check',
    decline: 'I would rather not take part',
    with: (name: string) => `with ${name}`,
    noMoments:
      'The times that we offered you are no longer free. Propose a time yourself below. We will then contact you.',
    proposedTitle: 'We have your proposal',
    proposed: 'We will contact you. Does one of these times fit after all? Then you can still choose it.',
    proposedNone: 'We will contact you to agree on a time.',
    cancelledTitle: 'Your interview is cancelled',
    cancelledChoose: (moment: string) =>
      `The time on ${moment} no longer stands. Would you still like to take part? Then choose another time.`,
    chosen: 'You chose',
    day: 'Day',
    time: 'Time',
    place: 'Place',
    changeChoice: 'Choose another time',
    consent: 'Consent',
    consentHint: 'Tick what you agree with. Only what is required is needed to take part.',
    required: 'required',
    optional: 'your choice',
    confirm: 'Confirm this time',
    move: 'Move to this time',
    moveFrom: (moment: string) =>
      `Your interview is now on ${moment}. That time is released when you confirm.`,
    taken: 'Somebody else has just chosen this time. Choose another one. What you ticked is still there.',
    gone: 'This time is no longer possible. Choose another one. What you ticked is still there.',
    chooseOne: 'Choose a time.',
    consentMissing: 'Tick this statement if you want to take part.',
    proposal: 'When would suit you?',
    proposalHint: 'For example: Tuesday morning, or another week. You need not give a reason.',
    proposalMissing: 'Write down when it would suit you.',
    proposalTooLong: 'Use at most 1000 characters.',
    send: 'Send my proposal',
    back: 'Back to the times',
    keep: 'No, go back',
    bookedIntro: 'Thank you. We have sent you a confirmation by mail, with an invitation for your calendar.',
    reference: 'Reference',
    addToCalendar: 'Add to my calendar (.ics)',
    route: 'See the route',
    nextTitle: 'What happens next?',
    nextSteps: (name: string, mode: string) =>
      mode === 'phone'
        ? `${name} will call you at this time. You need not prepare anything.`
        : mode === 'video'
          ? `${name} will send you a link for the video call beforehand. You need not prepare anything.`
          : `${name} will come to you at this address. You need not prepare anything.`,
    changeTitle: 'Move or cancel',
    changeUntil: (moment: string) => `You can do so here until ${moment}. After that you can mail us.`,
    tooLate: (moment: string) => `That was possible here until ${moment}. Please contact us now.`,
    moveWhich: 'To which time?',
    moveNext: 'Continue to move',
    noOther: 'No other times are free now. Cancel the interview, or mail us for another time.',
    cancel: 'Cancel the interview',
    cancelIntro: (moment: string) =>
      `Your interview on ${moment} will then be cancelled. You need not give a reason.`,
    cancelYes: 'Yes, cancel the interview',
    declineIntro:
      'That is perfectly fine. You need not give a reason. We will not contact you about this interview again.',
    declineBooked: (moment: string) => `Your interview on ${moment} will then be cancelled.`,
    declineYes: 'Yes, I will not take part',
    consentGiven: 'Your consent',
    consentOn: (moment: string) =>
      `Given on ${moment}. Keep this text if you like. You can always withdraw it: mail us.`,
    answers: { given: 'Yes', refused: 'No', withdrawn: 'Withdrawn' },
    helpTitle: 'Need help?',
    help: (name: string) => `Contact ${name}:`,
    voluntary: 'Taking part is voluntary. You can stop at any time.',
    mailSubject: (title: string) => `Interview for the study “${title}”`,
    askNew: 'Ask for new times',
    ended: {
      declined: 'You do not take part',
      expired: 'The time to answer is over',
      withdrawn: 'These times were withdrawn',
      cancelled: 'Your interview is cancelled',
      past: 'Thank you for your help',
      nothing: 'There is nothing for you to do now',
      closed: 'This link no longer works',
    },
    endedText: {
      declined:
        'We have noted that you do not take part. No appointment stands any more. Changed your mind? Then mail us.',
      expired:
        'You could choose a time until the date in our e-mail. Would you still like to take part? Then ask for new times.',
      withdrawn:
        'The researchers no longer offer these times. See whether you have a newer e-mail from us, or mail us.',
      cancelled:
        'This time no longer stands; you need not do anything. Would you still like to take part? Then ask for new times.',
      past: 'This interview has taken place. Do you have a question? Then mail us.',
      nothing: 'At the moment there are no times to choose from. Do you have a question? Then mail us.',
      closed: 'See whether you have a newer e-mail from us, or mail us. We will then help you.',
    },
  },
});
