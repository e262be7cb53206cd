import type { Locale } from './locale.ts'

export const PT: Locale = {
  about: 'Entrevistas de treino sobre projeto de sistemas de aprendizado de máquina.',
  grade: 'Avaliar esta resposta',
  own: 'O que é seu: quadro, nomes unidos, páginas e tudo o que está guardado sobre você.',
  tools: {
    about: 'Calcula algo: métricas, dados, estimativas, testes A/B, diagramas.',
    values: 'as opções ou o texto, como se digitam: --label y --score p',
    file: 'o arquivo que deve ser examinado',
    commands: {
      metrics: 'Lê um CSV de rótulos e previsões e diz o quanto elas são boas.',
      'bias-variance': 'Diz se o problema é viés, variância ou dados que não se parecem.',
      data: 'Procura o que há de errado em um CSV: equilíbrio, lacunas, duplicatas, deriva, vazamentos.',
      estimate: 'Calcula uma estimativa linha por linha.',
      'choose-metric': 'Diz qual métrica serve à decisão e quando não usá-la.',
      'choose-model': 'Diz com qual modelo começar, o que tentar depois e o que ajustar.',
      'ab-test': 'Planeja um teste A/B ou lê um que terminou.',
      diagram: 'Desenha um sistema a partir de setas, Mermaid ou DOT e diz o que falta.',
    },
  },
  commands: {
    start: {
      about: 'Começa uma entrevista. Sem mais nada, os detalhes são perguntados.',
      options: {
        problem: 'qual problema de treino',
        level: 'o nível pelo qual você é medido',
        minutes: 'quanto tempo a conversa deve durar',
        flow: 'mlsd: entrevista inteira; sprint: uma etapa a fundo; warmup: uma única pergunta',
        focus: 'a etapa do sprint, ou a etapa ou o critério do warmup; se faltar, uma é escolhida',
        mode: 'coach dá dicas, exam segue o relógio à risca',
        scenario: 'um problema nas suas próprias palavras, em vez de um de treino',
        language: 'o idioma da conversa pelo código, por exemplo pt',
        where: 'aqui, aqui sem que outros vejam ou por mensagens diretas, onde houver',
      },
    },
    peer: {
      about: 'Uma entrevista a dois: você responde, a pessoa indicada pergunta, o bot cuida do tempo.',
      options: {
        person: 'quem deve entrevistar você',
        problem: 'qual problema de treino; senão, um que seja novo para os dois',
        level: 'o nível pelo qual você é medido',
        minutes: 'quanto tempo a conversa deve durar',
      },
    },
    hint: { about: 'Um empurrão na direção certa, cada vez mais claro. As dicas constam no relatório.' },
    next: { about: 'Passa para a próxima etapa.' },
    back: { about: 'Volta para a etapa anterior.' },
    skip: { about: 'Deixa esta pergunta sem resposta.' },
    repeat: { about: 'Diz a pergunta mais uma vez.' },
    think: { about: 'Dois minutos para pensar, sem perguntas no meio.' },
    time: { about: 'Onde você está e quanto tempo resta.' },
    pause: { about: 'Para o relógio até você continuar.' },
    resume: { about: 'Continua de onde você parou.' },
    end: { about: 'Encerra a entrevista aqui e faz o relatório.' },
    rate: {
      about: 'Sua própria nota por etapa antes do relatório: 1 bem abaixo, 4 acima, - deixa uma de fora.',
      options: { ratings: 'um número por etapa, na ordem das etapas' },
    },
    retry: {
      about: 'Refaz uma etapa de uma entrevista encerrada e mostra o antes e o depois.',
      options: { stage: 'qual etapa' },
    },
    report: {
      about: 'O relatório de uma entrevista; da última, se nenhuma for indicada.',
      options: { id: 'qual entrevista, como consta no histórico' },
    },
    contest: {
      about: 'Marca um veredito do seu relatório como errado; um modelo, se houver, julga de novo.',
      options: {
        criterion: 'qual critério, como o relatório o chama',
        reason: 'por que o veredito está errado, em uma ou duas frases',
      },
    },
    history: { about: 'Suas entrevistas até agora.' },
    problems: {
      about: 'Os problemas de treino, ou os que uma palavra encontra.',
      options: { word: 'o que procurar' },
    },
    daily: {
      about: 'Todo dia uma pergunta sobre o que faltou, aqui ou em mensagens diretas.',
      options: {
        what: 'on com um horário, off, status, now, skip, snooze ou answer',
        words: 'com on: horário, fuso, dias, etapas, nível; com answer: sua resposta',
      },
    },
    settings: {
      about: 'Com o que suas entrevistas começam; com team, o que vale aqui para todos.',
      options: {
        scope: 'team para o que vale aqui para todos, definido por quem administra o servidor',
        level: 'seu nível',
        minutes: 'quanto tempo dura uma conversa',
        mode: 'seu modo',
        language: 'seu idioma pelo código, por exemplo pt, ou any para o da sua plataforma',
        channels: 'para a equipe: onde pode haver entrevistas, ou any para qualquer lugar',
        flows: 'para a equipe: quais roteiros podem ser usados, ou any para todos',
        levels: 'para a equipe: quais níveis podem ser usados, ou any para todos',
        modes: 'para a equipe: quais modos podem ser usados, ou any para todos',
        retention: 'para a equipe: dias até uma entrevista encerrada ser apagada, ou never para nunca',
      },
    },
    channel: {
      about: 'O que vale para as entrevistas deste canal; quem o administra define.',
      options: {
        what: 'setup muda o que vale aqui, show mostra, off retira',
        flows: 'quais roteiros podem ser usados aqui, ou any para todos',
        levels: 'quais níveis podem ser usados aqui, ou any para todos',
        modes: 'quais modos podem ser usados aqui, ou any para todos',
        spectators: 'on se outros podem ler, off se a entrevista deve ficar fora da vista deles',
        starters: 'quem pode começar uma entrevista aqui: everyone para todos, ou nomes de cargos',
        cleanup: 'dias até o lugar de uma entrevista encerrada ser removido, ou never para nunca',
        language: 'o idioma das entrevistas aqui pelo código, ou any para o de quem começa',
      },
    },
    board: {
      about: 'Quem praticou quanto, com um nome à escolha; só quem quer.',
      options: {
        what: 'week, month ou all; join com um nome, leave; team e remove são de quem administra',
        words: 'com join ou remove: o nome; senão: practice, coverage ou improvement',
      },
    },
    link: {
      about: 'Une seus nomes em várias plataformas: sem código dá um, com código os une.',
      options: { code: 'o código recebido na outra plataforma, ou off', sure: 'yes, para uni-los' },
    },
    page: {
      about: 'Um relatório ou seu histórico como página para ler ou imprimir.',
      options: {
        what: 'report, history, list para seus links, withdraw para retirá-los',
        id: 'qual entrevista, ou qual link',
      },
    },
    export: { about: 'Tudo o que está guardado sobre você, em arquivos.' },
    forget: {
      about: 'Apaga tudo o que está guardado sobre você, depois de perguntar.',
      options: { sure: 'yes, para não ser mais perguntado' },
    },
    help: { about: 'Todos os comandos, ou um em detalhe.', options: { command: 'qual comando' } },
  },
}
