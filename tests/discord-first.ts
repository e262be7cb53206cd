/**
 * vega-lite gives every Set a `toJSON`, over which discord.js stumbles while it is loaded. Files that share a worker load
 * it before any of them draws, as a bot does.
 */
import 'discord.js'
