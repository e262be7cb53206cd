/** Words of small talk, which a design has little use for unless its problem is about them. */
import { stem } from '../flow/stem.ts'

const LIST = `football soccer basketball tennis cricket rugby hockey baseball golf marathon gym yoga swim swimming jog
jogging bike bicycle cycling hike hiking bear ski skiing surf surfing stadium referee goalkeeper striker penalty
championship league olympics dog dogs puppy cat cats kitten pet pets horse cow pig sheep goat chicken duck
bird birds parrot hamster rabbit penguin elephant lion tiger monkey giraffe whale dolphin shark snake spider
bee butterfly bark barks barking meow paw fur weather rain rains raining rainy sunny sunshine cloudy snow
snows snowing snowy storm thunder windy foggy umbrella chilly beach vacation mountain mountains flower flowers
moon rainbow sunset sunrise neighbour neighbor neighbours neighbors mother father mum mom dad sister brother
grandma grandmother grandpa grandfather uncle aunt cousin wife husband girlfriend boyfriend baby kid kids son
daughter wedding married marry birthday family friend friends breakfast lunch dinner supper pizza pasta burger
sandwich soup salad cheese bread butter cake chocolate icecream banana bananas marmalade mushroom mushrooms
potato potatoes tomato tomatoes onion garlic flour sugar egg eggs milk coffee tea beer wine whisky vodka cook
cooking bake bakes baking recipe kitchen oven hungry thirsty delicious tasty yummy restaurant joke jokes funny
laugh laughing haha lol lmao hilarious comedy pun knock song songs sing sings singing lyrics lyric guitar
piano violin drums concert album melody dance dancing music musician karaoke movie movies cinema actor actress
netflix tv television novel poem poetry poet hobby hobbies love lover kiss kisses heart hearts dream dreams
dreaming tears crying cry smile smiling sad lonely angel darling honey sweet sweetheart romance hug goodbye
heaven tonight forever sleep sleepy sleeping tired bed pillow nap christmas easter halloween santa doctor
dentist headache flu cough sneeze haircut hair shoes shirt suit trousers jacket hat socks clothes apartment
landlord roommate hallway sofa couch balcony lawn grass fence horoscope zodiac astrology politics election
president prince princess dragon wizard unicorn pirate vampire zombie castle twinkle lala subway tram airport
flight favourite favorite colour color purple pink juggle juggling tickle clown circus lottery casino shout
shouting swamp mow mowing postman homework nice lovely awful gorgeous moonlight champion champions cried
hangover town bro dude friendship crazy`

/** Words of small talk as they are written. */
export const EVERYDAY_WORDS: readonly string[] = LIST.split(/\s+/)

const STEMS: ReadonlySet<string> = new Set(EVERYDAY_WORDS.map(stem))

/** Whether a stem belongs to small talk. */
export const everyday = (stemmed: string): boolean => STEMS.has(stemmed)
