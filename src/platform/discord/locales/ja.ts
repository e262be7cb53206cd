import type { Locale } from './locale.ts'

export const JA: Locale = {
  about: '機械学習システム設計の模擬面接です。',
  grade: 'この回答を採点する',
  own: 'あなたのもの：ボード、つないだ名前、ページ、保存されているすべて。',
  tools: {
    about: '計算します：指標、データ、見積もり、A/B テスト、図。',
    values: 'オプションまたは本文を入力のまま：--label y --score p',
    file: '調べるファイル',
    commands: {
      metrics: '正解と予測の CSV を読み、予測の良さをわかりやすく伝えます。',
      'bias-variance': '誤差から、バイアス・分散・データの不一致のどれが問題かを伝えます。',
      data: 'CSV の問題を探します：偏り、欠損、重複、ドリフト、リーク。',
      estimate: '見積もりを一行ずつ計算します。',
      'choose-metric': '判断に合う指標と、使うべきでない場合を伝えます。',
      'choose-model': '最初に使うモデル、次に試すもの、調整する項目を伝えます。',
      'ab-test': 'A/B テストを計画するか、終わったテストを読み解きます。',
      diagram: '矢印、Mermaid、DOT からシステム図を描き、足りないものを伝えます。',
    },
  },
  commands: {
    start: {
      about: '面接を始めます。何も指定しなければ、詳しいことを尋ねます。',
      options: {
        problem: '練習問題',
        level: '評価の基準となるレベル',
        minutes: '面接の長さ（分）',
        flow: 'mlsd は面接全体、sprint は一つの段階を深く、warmup は質問を一つだけ',
        focus: 'sprint の段階、または warmup の段階か評価基準。省くと自動で選ばれます',
        mode: 'coach はヒントあり、exam は時間厳守',
        scenario: '練習問題の代わりに、自分の言葉で書いた問題',
        language: '会話の言語のコード（例: ja）',
        where: 'ここ、ここで他の人に見えない形、またはダイレクトメッセージ（可能な場合）',
      },
    },
    peer: {
      about: '二人で行う面接です。あなたが答え、指名した人が質問し、ボットが時間を計ります。',
      options: {
        person: '面接官になる人',
        problem: '練習問題。指定がなければ二人とも初めての問題',
        level: '評価の基準となるレベル',
        minutes: '面接の長さ（分）',
      },
    },
    hint: { about: '正しい方向へのヒントです。回を重ねるほど具体的になり、レポートに記録されます。' },
    next: { about: '次の段階へ進みます。' },
    back: { about: '前の段階へ戻ります。' },
    skip: { about: 'この質問には答えずに進みます。' },
    repeat: { about: '質問をもう一度表示します。' },
    think: { about: '考えるための二分間です。その間は質問しません。' },
    time: { about: '今どこにいて、残り時間がどれだけあるかを示します。' },
    pause: { about: '再開するまで時計を止めます。' },
    resume: { about: '止めたところから続けます。' },
    end: { about: 'ここで面接を終え、レポートを作ります。' },
    rate: {
      about: 'レポートを見る前の、各段階の自己評価です。1 は基準に遠く、4 は基準以上、- は省略。',
      options: { ratings: '段階ごとに一つの数字を、段階の順に' },
    },
    retry: {
      about: '終わった面接の一段階をやり直し、前後を比べて示します。',
      options: { stage: 'やり直す段階' },
    },
    report: {
      about: '面接のレポートです。指定がなければ最新のものを示します。',
      options: { id: '履歴に表示されている面接の番号' },
    },
    contest: {
      about: 'レポートの判定を一つ、誤りとして記録します。モデルがあれば再判定されます。',
      options: {
        criterion: 'どの基準か（レポートにある名前）',
        reason: '判定が誤りである理由（一、二文で）',
      },
    },
    history: { about: 'これまでの面接の一覧です。' },
    problems: { about: '練習問題の一覧、または言葉で探した結果です。', options: { word: '探す言葉' } },
    daily: {
      about: 'できなかった点について毎日ひとつ質問します。ここ、またはダイレクトメッセージで。',
      options: {
        what: 'on と時刻、off、status、now、skip、snooze、answer',
        words: 'on では時刻、タイムゾーン、曜日、段階、レベル。answer では回答',
      },
    },
    settings: {
      about: '面接を始めるときの設定です。team を付けると、ここの全員に適用される設定です。',
      options: {
        scope: 'team は全員に適用される設定で、サーバーの管理者が決めます',
        level: 'あなたのレベル',
        minutes: '面接の長さ（分）',
        mode: 'あなたのモード',
        language: 'あなたの言語のコード（例: ja）。any ならプラットフォームの言語',
        channels: 'チーム用：面接を行えるチャンネル。any ならどこでも',
        flows: 'チーム用：使える進め方。any ならすべて',
        levels: 'チーム用：選べるレベル。any ならすべて',
        modes: 'チーム用：選べるモード。any ならすべて',
        retention: 'チーム用：終わった面接を削除するまでの日数。never なら削除しません',
      },
    },
    channel: {
      about: 'このチャンネルの面接に適用される設定です。チャンネルの管理者が決めます。',
      options: {
        what: 'setup で変更、show で表示、off で解除します',
        flows: 'ここで使える進め方。any ならすべて',
        levels: 'ここで選べるレベル。any ならすべて',
        modes: 'ここで選べるモード。any ならすべて',
        spectators: 'on なら他の人も読めます。off なら面接は他の人から見えません',
        starters: 'ここで面接を始められる人。everyone なら全員、またはロールの名前',
        cleanup: '終わった面接の場所を取り除くまでの日数。never なら残します',
        language: 'ここでの面接の言語のコード。any なら始めた人の言語',
      },
    },
    board: {
      about: '誰がどれだけ練習したか。希望者だけ、好きな名前で載ります。',
      options: {
        what: 'week、month、all、名前つきの join、leave。team と remove は管理者用',
        words: 'join と remove では名前、ほかは practice、coverage、improvement',
      },
    },
    link: {
      about: '複数のプラットフォームの名前をつなぎます。コードなしで発行、ありで接続。',
      options: { code: 'もう一方で受け取ったコード、または off', sure: 'つなぐなら yes' },
    },
    page: {
      about: 'レポートや履歴を、読む・印刷するためのページにします。',
      options: {
        what: 'report、history、リンク一覧の list、取り消す withdraw',
        id: 'どの面接か、どのリンクか',
      },
    },
    export: { about: 'あなたについて保存されているすべてを、ファイルで渡します。' },
    forget: {
      about: '確認のうえ、あなたについて保存されているすべてを削除します。',
      options: { sure: 'yes なら確認を省きます' },
    },
    help: {
      about: 'すべてのコマンド、または一つの詳しい説明です。',
      options: { command: '説明するコマンド' },
    },
  },
}
