/** What predictions and training cost, in money and time. */
import { numberText } from '../number-text.ts'
import { type Derived, given, positive } from './derived.ts'

/** Cost of 1,000 predictions: `machines * perHour` shared by what `rate` per second makes in an hour. Any currency. */
export const costPerThousand = (machines: number, perHour: number, rate: number): Derived => {
  const hourly = given('machines', machines) * given('perHour', perHour)
  const thousands = (positive('rate', rate) * 3600) / 1000
  const value = hourly / thousands
  const lines = [
    `${numberText(machines)} × ${numberText(perHour)} = ${numberText(hourly)} an hour`,
    `${numberText(rate)} per second × 3,600 / 1,000 = ${numberText(thousands)} thousand predictions an hour`,
    `${numberText(hourly)} / ${numberText(thousands)} = ${numberText(value)} per 1,000 predictions`,
  ]
  return { value, unit: 'per 1,000 predictions', lines }
}

/** What 1,000 predictions may cost where `money` has to last for `days` at so many predictions a day. */
export const allowedPerThousand = (money: number, days: number, perDay: number): Derived => {
  const daily = given('money', money) / positive('days', days)
  const value = daily / (positive('perDay', perDay) / 1000)
  const lines = [
    `${numberText(money)} / ${numberText(days)} days = ${numberText(daily)} a day`,
    `${numberText(daily)} / (${numberText(perDay)} / 1,000) = ${numberText(value)} per 1,000 predictions`,
  ]
  return { value, unit: 'per 1,000 predictions', lines }
}

/** `flops` in all, devices of so many FLOP per second each, and the share of that which is reached. */
export type Training = { flops: number; devices: number; perDevice: number; reached?: number }

/** Seconds of training: `flops / (devices * perDevice * reached)`; 0.4 is reached where nothing is said. */
export const trainingTime = ({ flops, devices, perDevice, reached = 0.4 }: Training): Derived => {
  const speed = positive('devices', devices) * positive('perDevice', perDevice) * positive('reached', reached)
  const value = given('flops', flops) / speed
  const lines = [
    `${numberText(devices)} × ${numberText(perDevice)} FLOP/s × ${numberText(reached)} = ${numberText(speed)} FLOP/s`,
    `${numberText(flops)} / ${numberText(speed)} = ${numberText(value)} s = ${numberText(value / 3600)} h`,
  ]
  return { value, unit: 's', lines }
}

/** FLOP to train a dense network: 6 for each parameter and token or example (Kaplan et al. 2020): 2 forward, 4 backward. */
export const trainingFlops = (parameters: number, examples: number, epochs = 1): Derived => {
  const value = 6 * given('parameters', parameters) * given('examples', examples) * given('epochs', epochs)
  const line = `6 × ${numberText(parameters)} × ${numberText(examples)} × ${numberText(epochs)} = ${numberText(value)} FLOP`
  return { value, unit: 'FLOP', lines: [line] }
}
