/** How the label is distributed, in words. */
import { balanceOf } from '../../numbers/data/balance.ts'
import type { Column } from '../../numbers/data/column.ts'
import { numberText } from '../../numbers/number-text.ts'

/** In a paragraph. */
export const balanceText = (label: Column): string => {
  const balance = balanceOf(label)
  if (balance === null) return `${label.name} holds nothing.`
  if (balance.kind === 'classes') {
    const shown = balance.classes
      .slice(0, 10)
      .map(({ name, count, share }) => `${name}: ${numberText(count)} (${numberText(100 * share)} %)`)
    return `**${label.name}**: ${shown.join(', ')}. Always saying "${balance.classes[0]?.name}" is right in ${numberText(100 * balance.baseline)} %.`
  }
  const { mean, median, low, high, skewness, zeros } = balance
  return `**${label.name}**: mean ${numberText(mean)}, median ${numberText(median)}, from ${numberText(low)} to ${numberText(high)} in nine of ten rows, skewness ${numberText(skewness)}, ${numberText(100 * zeros)} % zeros.`
}
