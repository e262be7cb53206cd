import { withDistinctNames } from './distinct.ts'
import type { View } from './figure.ts'
import type { Phrases } from './phrases.ts'
import type { Drawing, Picture } from './picture.ts'
import { confusionView } from './view/confusion.ts'
import { calibrationView, precisionRecallView, rocView } from './view/curves.ts'
import { dependenceView } from './view/dependence.ts'
import { historyView } from './view/history.ts'
import { importanceView } from './view/importance.ts'
import { learningView } from './view/learning.ts'
import { paceView } from './view/pace.ts'
import { scoresView } from './view/scores.ts'

/** What a picture of numbers shows, before it is known where; throws BadPicture where it cannot be drawn. */
export const viewOf = (picture: Exclude<Picture, Drawing>, phrases: Phrases): View => {
  const { figure, alt } = view(picture, phrases)
  return { figure: withDistinctNames(figure), alt }
}

const view = (picture: Exclude<Picture, Drawing>, phrases: Phrases): View => {
  switch (picture.kind) {
    case 'roc':
      return rocView(picture, phrases)
    case 'precision-recall':
      return precisionRecallView(picture, phrases)
    case 'calibration':
      return calibrationView(picture, phrases)
    case 'learning-curve':
      return learningView(picture, phrases)
    case 'confusion':
      return confusionView(picture, phrases)
    case 'importance':
      return importanceView(picture, phrases)
    case 'dependence':
      return dependenceView(picture, phrases)
    case 'scores':
      return scoresView(picture, phrases)
    case 'pace':
      return paceView(picture, phrases)
    case 'history':
      return historyView(picture, phrases)
  }
}
