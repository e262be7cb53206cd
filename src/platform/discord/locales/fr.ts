import type { Locale } from './locale.ts'

export const FR: Locale = {
  about: 'Entretiens d’entraînement sur la conception de systèmes d’apprentissage automatique.',
  grade: 'Évaluer cette réponse',
  own: 'Ce qui est à toi : tableau, noms réunis, pages et tout ce qui est enregistré sur toi.',
  tools: {
    about: 'Calcule : métriques, données, estimations, tests A/B, schémas.',
    values: 'les options ou le texte, tels qu’ils se tapent : --label y --score p',
    file: 'le fichier à examiner',
    commands: {
      metrics: 'Lit un CSV d’étiquettes et de prédictions et dit ce qu’elles valent.',
      'bias-variance': 'Dit si le biais, la variance ou un écart entre les données fait obstacle.',
      data: 'Cherche les défauts d’un CSV : équilibre, trous, doublons, dérive, fuites.',
      estimate: 'Calcule une estimation ligne par ligne.',
      'choose-metric': 'Dit quelle métrique convient à la décision, et quand l’éviter.',
      'choose-model': 'Dit par quel modèle commencer, quoi essayer ensuite et quoi régler.',
      'ab-test': 'Prépare un test A/B ou en lit un qui est terminé.',
      diagram: 'Dessine un système à partir de flèches, de Mermaid ou de DOT et dit ce qui manque.',
    },
  },
  commands: {
    start: {
      about: 'Commence un entretien. Sans autre indication, les détails te sont demandés.',
      options: {
        problem: 'quel exercice',
        level: 'le niveau auquel tu es mesuré',
        minutes: 'combien de temps doit durer l’entretien',
        flow: 'mlsd : entretien entier ; sprint : une étape en détail ; warmup : une seule question',
        focus: 'l’étape du sprint, ou l’étape ou le critère du warmup ; sinon elle est choisie',
        mode: 'coach donne des indices, exam suit strictement l’horloge',
        scenario: 'un problème dans tes propres mots, à la place d’un exercice',
        language: 'la langue de l’entretien par son code, par exemple fr',
        where: 'ici, ici à l’abri des regards, ou en messages privés, là où c’est possible',
      },
    },
    peer: {
      about:
        'Un entretien à deux : tu réponds, la personne nommée pose les questions, le bot tient le temps.',
      options: {
        person: 'qui doit t’interroger',
        problem: 'quel exercice ; sinon un qui est nouveau pour les deux',
        level: 'le niveau auquel tu es mesuré',
        minutes: 'combien de temps doit durer l’entretien',
      },
    },
    hint: { about: 'Un coup de pouce, chaque fois plus clair. Les indices sont notés dans le rapport.' },
    next: { about: 'Passe à l’étape suivante.' },
    back: { about: 'Revient à l’étape précédente.' },
    skip: { about: 'Laisse cette question sans réponse.' },
    repeat: { about: 'Répète la question.' },
    think: { about: 'Deux minutes pour réfléchir, sans question entre-temps.' },
    time: { about: 'Où tu en es et combien de temps il reste.' },
    pause: { about: 'Arrête l’horloge jusqu’à ce que tu reprennes.' },
    resume: { about: 'Reprend là où tu t’es arrêté.' },
    end: { about: 'Termine l’entretien ici et établit le rapport.' },
    rate: {
      about: 'Ta propre note par étape avant le rapport : 1 loin du compte, 4 au-dessus, - en omet une.',
      options: { ratings: 'un nombre par étape, dans l’ordre des étapes' },
    },
    retry: {
      about: 'Reprend une étape d’un entretien terminé et montre l’avant et l’après.',
      options: { stage: 'quelle étape' },
    },
    report: {
      about: 'Le rapport d’un entretien ; du dernier si aucun n’est nommé.',
      options: { id: 'quel entretien, tel que l’historique le nomme' },
    },
    contest: {
      about: 'Marque un verdict de ton rapport comme faux ; un modèle, s’il y en a un, le juge à nouveau.',
      options: {
        criterion: 'quel critère, tel que le rapport le nomme',
        reason: 'pourquoi le verdict est faux, en une ou deux phrases',
      },
    },
    history: { about: 'Tes entretiens jusqu’ici.' },
    problems: {
      about: 'Les exercices, ou ceux que trouve un mot.',
      options: { word: 'ce qu’il faut chercher' },
    },
    daily: {
      about: 'Chaque jour une question sur ce qui t’a manqué, ici ou en messages privés.',
      options: {
        what: 'on avec une heure, off, status, now, skip, snooze ou answer',
        words: 'avec on : heure, fuseau, jours, étapes, niveau ; avec answer : ta réponse',
      },
    },
    settings: {
      about: 'Ce par quoi commencent tes entretiens ; avec team, ce qui vaut ici pour tout le monde.',
      options: {
        scope: 'team pour ce qui vaut ici pour tous, que fixe qui gère le serveur',
        level: 'ton niveau',
        minutes: 'combien de temps dure un entretien',
        mode: 'ton mode',
        language: 'ta langue par son code, par exemple fr, ou any pour celle de ta plateforme',
        channels: 'pour l’équipe : où les entretiens peuvent avoir lieu, ou any pour partout',
        flows: 'pour l’équipe : quels déroulements sont permis, ou any pour tous',
        levels: 'pour l’équipe : quels niveaux sont permis, ou any pour tous',
        modes: 'pour l’équipe : quels modes sont permis, ou any pour tous',
        retention: 'pour l’équipe : jours avant l’effacement d’un entretien terminé, ou never pour jamais',
      },
    },
    channel: {
      about: 'Ce qui vaut pour les entretiens de ce salon ; qui le gère le fixe.',
      options: {
        what: 'setup change ce qui vaut ici, show le montre, off l’enlève',
        flows: 'quels déroulements sont permis ici, ou any pour tous',
        levels: 'quels niveaux sont permis ici, ou any pour tous',
        modes: 'quels modes sont permis ici, ou any pour tous',
        spectators: 'on si d’autres peuvent lire, off si l’entretien se tient hors de leur vue',
        starters: 'qui peut commencer un entretien ici : everyone pour tous, ou des noms de rôles',
        cleanup: 'jours avant que le lieu d’un entretien terminé soit retiré, ou never pour jamais',
        language: 'la langue des entretiens ici par son code, ou any pour celle de qui commence',
      },
    },
    board: {
      about: 'Qui s’est exercé combien, sous un nom de son choix ; seulement qui le veut.',
      options: {
        what: 'week, month ou all ; join avec un nom, leave ; team et remove pour qui gère',
        words: 'avec join ou remove : le nom ; sinon : practice, coverage ou improvement',
      },
    },
    link: {
      about: 'Réunit tes noms de plusieurs plateformes : sans code en donne un, avec code les réunit.',
      options: { code: 'le code reçu sur l’autre plateforme, ou off', sure: 'yes, pour les réunir' },
    },
    page: {
      about: 'Un rapport ou ton historique, en page à lire ou à imprimer.',
      options: {
        what: 'report, history, list pour tes liens, withdraw pour les retirer',
        id: 'quel entretien, ou quel lien',
      },
    },
    export: { about: 'Tout ce qui est enregistré sur toi, en fichiers.' },
    forget: {
      about: 'Efface tout ce qui est enregistré sur toi, après confirmation.',
      options: { sure: 'yes, pour ne plus être interrogé' },
    },
    help: { about: 'Toutes les commandes, ou une en détail.', options: { command: 'quelle commande' } },
  },
}
