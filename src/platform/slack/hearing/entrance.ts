/** A way by which deliveries of Slack reach the door. */
export type Entrance = {
  /** Resolves once deliveries can come. */
  start(): Promise<void>
  /** Lets no more come; answers that are on their way still go out. */
  stop(): Promise<void>
  /** The port that is listened on, where one is. */
  port(): number | undefined
}
