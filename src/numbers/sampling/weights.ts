/** Class weights that make every class count the same. */
import { type Label, type Labels, labelAt } from '../classification/confusion.ts'
import { demandRows } from '../columns.ts'

/**
 * For each label the weight `rows / (classes * rows of the class)`, so that the classes count the same together and all
 * weights sum to the rows (scikit-learn's `class_weight="balanced"`; King and Zeng 2001). Throws BadInput without rows.
 */
export const balancedWeights = (labels: Labels): Map<Label, number> => {
  demandRows('labels', labels)
  const counts = new Map<Label, number>()
  for (let row = 0; row < labels.length; row += 1) {
    const label = labelAt('labels', row, labels[row])
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return new Map([...counts].map(([label, count]) => [label, labels.length / (counts.size * count)]))
}
