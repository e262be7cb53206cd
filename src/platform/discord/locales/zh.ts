import type { Locale } from './locale.ts'

export const ZH: Locale = {
  about: '机器学习系统设计的模拟面试。',
  grade: '评估这个回答',
  own: '属于你的：榜单、关联的名字、页面，以及存储的关于你的一切。',
  tools: {
    about: '计算：指标、数据、估算、A/B 测试、系统图。',
    values: '选项或文本，按输入的样子写：--label y --score p',
    file: '要查看的文件',
    commands: {
      metrics: '读取含标签和预测的 CSV，并说明预测有多好。',
      'bias-variance': '根据误差判断问题在偏差、方差还是数据不一致。',
      data: '检查 CSV 的问题：类别比例、缺失、重复、漂移、泄漏。',
      estimate: '逐行算出一个估算。',
      'choose-metric': '说明哪个指标适合这个决定，以及何时不该用。',
      'choose-model': '说明先用哪个模型，再试什么，调什么。',
      'ab-test': '规划 A/B 测试，或解读已结束的测试。',
      diagram: '根据箭头、Mermaid 或 DOT 画出系统图，并指出缺少什么。',
    },
  },
  commands: {
    start: {
      about: '开始一场面试。如果不填任何内容，会询问具体细节。',
      options: {
        problem: '选择哪道练习题',
        level: '衡量你的级别标准',
        minutes: '面试进行多少分钟',
        flow: 'mlsd 为完整面试,sprint 深入一个阶段,warmup 只问一个问题',
        focus: 'sprint 的阶段,或 warmup 的阶段或评分标准;不填则自动选择',
        mode: 'coach 会给提示，exam 严格计时',
        scenario: '用你自己的话描述题目，代替练习题',
        language: '对话语言的代码，例如 zh',
        where: '在这里、在这里但不让别人看到，或在私信中（在支持的地方）',
      },
    },
    peer: {
      about: '两人之间的面试：你回答，你指定的人提问，机器人计时。',
      options: {
        person: '由谁来面试你',
        problem: '选择哪道练习题；不选则用一道双方都没做过的',
        level: '衡量你的级别标准',
        minutes: '面试进行多少分钟',
      },
    },
    hint: { about: '朝正确方向的提示，每次更明确。提示会记录在报告中。' },
    next: { about: '进入下一个阶段。' },
    back: { about: '回到上一个阶段。' },
    skip: { about: '跳过这个问题，不作回答。' },
    repeat: { about: '再说一遍问题。' },
    think: { about: '两分钟思考时间，期间不提问。' },
    time: { about: '你进行到哪里，还剩多少时间。' },
    pause: { about: '暂停计时，直到你继续。' },
    resume: { about: '从暂停的地方继续。' },
    end: { about: '在这里结束面试并生成报告。' },
    rate: {
      about: '看报告之前你对每个阶段的自评：1 远低于标准，4 高于标准，- 表示跳过。',
      options: { ratings: '每个阶段一个数字，按阶段的顺序' },
    },
    retry: {
      about: '重做一场已结束面试的某个阶段，并对比前后。',
      options: { stage: '重做哪个阶段' },
    },
    report: {
      about: '一场面试的报告；不指定则是最近的一场。',
      options: { id: '哪一场面试，以历史记录中的编号为准' },
    },
    contest: {
      about: '将报告中的一项判定标记为有误；如果配置了模型，会重新判定。',
      options: { criterion: '哪一项标准，用报告中的编号', reason: '判定为何有误，用一两句话说明' },
    },
    history: { about: '你到目前为止的面试。' },
    problems: { about: '全部练习题，或用一个词查找到的练习题。', options: { word: '要查找的词' } },
    daily: {
      about: '每天一道题，针对你没答好的地方，在这里或私信里。',
      options: {
        what: 'on 加时间、off、status、now、skip、snooze 或 answer',
        words: 'on 后写时间、时区、星期、阶段、级别；answer 后写你的回答',
      },
    },
    settings: {
      about: '你的面试默认设置；加上 team 则是对这里所有人生效的设置。',
      options: {
        scope: 'team 表示对所有人生效的设置，由服务器管理者设定',
        level: '你的级别',
        minutes: '一场面试多少分钟',
        mode: '你的模式',
        language: '你的语言代码，例如 zh；any 表示平台的语言',
        channels: '团队：可以在哪些频道面试，any 表示任何频道',
        flows: '团队：可以使用哪些流程，any 表示全部',
        levels: '团队：可以选择哪些级别，any 表示全部',
        modes: '团队：可以选择哪些模式，any 表示全部',
        retention: '团队：已结束的面试在多少天后删除，never 表示不删除',
      },
    },
    channel: {
      about: '对本频道面试生效的设置，由频道管理者设定。',
      options: {
        what: 'setup 修改设置，show 查看设置，off 取消设置',
        flows: '这里可以使用哪些流程，any 表示全部',
        levels: '这里可以选择哪些级别，any 表示全部',
        modes: '这里可以选择哪些模式，any 表示全部',
        spectators: 'on 表示别人可以旁观，off 表示面试不让别人看到',
        starters: '谁可以在这里开始面试：everyone 表示所有人，或填写身份组名称',
        cleanup: '已结束面试的子区在多少天后移除，never 表示不移除',
        language: '这里面试的语言代码；any 表示发起者的语言',
      },
    },
    board: {
      about: '谁练习了多少：自愿上榜，名字自选。',
      options: {
        what: 'week、month、all；join 加名字，leave；team 和 remove 供管理员使用',
        words: 'join 或 remove 时写名字，否则写 practice、coverage 或 improvement',
      },
    },
    link: {
      about: '关联你在多个平台上的名字：不带代码给出一个，带代码则关联。',
      options: { code: '在另一平台得到的代码，或 off', sure: 'yes 表示确认关联' },
    },
    page: {
      about: '把报告或历史做成可读、可打印的页面。',
      options: {
        what: 'report、history，list 列出链接，withdraw 收回',
        id: '哪次面试，或哪个链接',
      },
    },
    export: { about: '把保存的所有关于你的内容导出为文件。' },
    forget: {
      about: '询问确认后，删除保存的所有关于你的内容。',
      options: { sure: 'yes 表示不再询问' },
    },
    help: { about: '所有命令，或其中一个的详细说明。', options: { command: '哪个命令' } },
  },
}
