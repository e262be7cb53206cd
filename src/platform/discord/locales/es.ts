import type { Locale } from './locale.ts'

export const ES: Locale = {
  about: 'Entrevistas de práctica sobre diseño de sistemas de aprendizaje automático.',
  grade: 'Evaluar esta respuesta',
  own: 'Lo tuyo: tabla, nombres unidos, páginas y todo lo que se guarda sobre ti.',
  tools: {
    about: 'Calcula algo: métricas, datos, estimaciones, pruebas A/B, diagramas.',
    values: 'las opciones o el texto, como se escriben: --label y --score p',
    file: 'el archivo que se debe mirar',
    commands: {
      metrics: 'Lee un CSV de etiquetas y predicciones y dice lo buenas que son.',
      'bias-variance': 'Dice si estorba el sesgo, la varianza o que los datos no se parecen.',
      data: 'Busca qué falla en un CSV: equilibrio, huecos, duplicados, deriva, fugas.',
      estimate: 'Calcula una estimación línea por línea.',
      'choose-metric': 'Dice qué métrica conviene a la decisión y cuándo no.',
      'choose-model': 'Dice con qué modelo empezar, qué probar después y qué ajustar.',
      'ab-test': 'Planea una prueba A/B o interpreta una terminada.',
      diagram: 'Dibuja un sistema a partir de flechas, Mermaid o DOT y dice qué le falta.',
    },
  },
  commands: {
    start: {
      about: 'Empieza una entrevista. Si no indicas nada más, se te preguntan los detalles.',
      options: {
        problem: 'qué problema de práctica',
        level: 'el nivel con el que se te mide',
        minutes: 'cuánto debe durar la conversación',
        flow: 'mlsd: entrevista completa; sprint: una etapa a fondo; warmup: una sola pregunta',
        focus: 'la etapa del sprint, o la etapa o el criterio del warmup; si falta, se elige una',
        mode: 'coach da pistas, exam sigue el reloj estrictamente',
        scenario: 'un problema con tus propias palabras, en lugar de uno de práctica',
        language: 'el idioma de la conversación por su código, por ejemplo es',
        where: 'aquí, aquí sin que otros lo vean o por mensajes directos, donde los haya',
      },
    },
    peer: {
      about:
        'Una entrevista entre dos: tú respondes, la persona que nombres pregunta y el bot lleva el tiempo.',
      options: {
        person: 'quién debe entrevistarte',
        problem: 'qué problema de práctica; si no, uno nuevo para los dos',
        level: 'el nivel con el que se te mide',
        minutes: 'cuánto debe durar la conversación',
      },
    },
    hint: {
      about: 'Un empujón en la buena dirección, cada vez más claro. Las pistas constan en el informe.',
    },
    next: { about: 'Pasa a la etapa siguiente.' },
    back: { about: 'Vuelve a la etapa anterior.' },
    skip: { about: 'Deja esta pregunta sin responder.' },
    repeat: { about: 'Dice la pregunta otra vez.' },
    think: { about: 'Dos minutos para pensar, sin preguntas entretanto.' },
    time: { about: 'Dónde estás y cuánto tiempo queda.' },
    pause: { about: 'Detiene el reloj hasta que continúes.' },
    resume: { about: 'Continúa donde te detuviste.' },
    end: { about: 'Termina aquí la entrevista y hace el informe.' },
    rate: {
      about: 'Tu propia nota de cada etapa antes del informe: 1 muy por debajo, 4 por encima, - omite una.',
      options: { ratings: 'un número por etapa, en el orden de las etapas' },
    },
    retry: {
      about: 'Repite una etapa de una entrevista terminada y muestra el antes y el después.',
      options: { stage: 'qué etapa' },
    },
    report: {
      about: 'El informe de una entrevista; el de la última si no indicas ninguna.',
      options: { id: 'qué entrevista, como figura en el historial' },
    },
    contest: {
      about: 'Marca un veredicto de tu informe como erróneo; un modelo, si lo hay, lo juzga de nuevo.',
      options: {
        criterion: 'qué criterio, como lo nombra el informe',
        reason: 'por qué el veredicto es erróneo, en una o dos frases',
      },
    },
    history: { about: 'Tus entrevistas hasta ahora.' },
    problems: {
      about: 'Los problemas de práctica, o los que encuentra una palabra.',
      options: { word: 'qué buscar' },
    },
    daily: {
      about: 'Cada día una pregunta sobre lo que te faltó, aquí o en mensajes directos.',
      options: {
        what: 'on con una hora, off, status, now, skip, snooze o answer',
        words: 'con on: hora, zona horaria, días, etapas, nivel; con answer: tu respuesta',
      },
    },
    settings: {
      about: 'Con qué empiezan tus entrevistas; con team, lo que vale aquí para todos.',
      options: {
        scope: 'team para lo que vale aquí para todos, que fija quien administra el servidor',
        level: 'tu nivel',
        minutes: 'cuánto dura una conversación',
        mode: 'tu modo',
        language: 'tu idioma por su código, por ejemplo es, o any para el de tu plataforma',
        channels: 'para el equipo: dónde puede haber entrevistas, o any para cualquier sitio',
        flows: 'para el equipo: qué esquemas se pueden usar, o any para todos',
        levels: 'para el equipo: qué niveles se pueden usar, o any para todos',
        modes: 'para el equipo: qué modos se pueden usar, o any para todos',
        retention: 'para el equipo: días tras los que se borra una entrevista terminada, o never para nunca',
      },
    },
    channel: {
      about: 'Lo que vale para las entrevistas de este canal; lo fija quien lo administra.',
      options: {
        what: 'setup cambia lo que vale aquí, show lo muestra, off lo quita',
        flows: 'qué esquemas se pueden usar aquí, o any para todos',
        levels: 'qué niveles se pueden usar aquí, o any para todos',
        modes: 'qué modos se pueden usar aquí, o any para todos',
        spectators: 'on si otros pueden leer, off si la entrevista debe quedar fuera de su vista',
        starters: 'quién puede empezar una entrevista aquí: everyone para todos, o nombres de roles',
        cleanup: 'días tras los que se quita el lugar de una entrevista terminada, o never para nunca',
        language: 'el idioma de las entrevistas aquí por su código, o any para el de quien empieza',
      },
    },
    board: {
      about: 'Quién practicó cuánto, bajo un nombre a elección; solo quien lo desea.',
      options: {
        what: 'week, month o all; join con un nombre, leave; team y remove son de quien administra',
        words: 'con join o remove: el nombre; si no: practice, coverage o improvement',
      },
    },
    link: {
      about: 'Une tus nombres en varias plataformas: sin código te da uno, con código los une.',
      options: { code: 'el código que recibiste en la otra plataforma, u off', sure: 'yes, para unirlos' },
    },
    page: {
      about: 'Un informe o tu historial como página para leer o imprimir.',
      options: {
        what: 'report, history, list para tus enlaces, withdraw para retirarlos',
        id: 'qué entrevista, o qué enlace',
      },
    },
    export: { about: 'Todo lo que hay guardado sobre ti, en archivos.' },
    forget: {
      about: 'Borra todo lo que hay guardado sobre ti, después de preguntar.',
      options: { sure: 'yes, para que no se pregunte más' },
    },
    help: { about: 'Todos los comandos, o uno en detalle.', options: { command: 'qué comando' } },
  },
}
