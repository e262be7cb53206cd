/** What an owner has to run so that the user in an address may do its work, ready to be pasted. */

/** To make the schema. */
export const grantsToMake = (name: string): string => {
  const { user, database } = partsOf(name)
  return `As its owner: GRANT CREATE ON DATABASE ${database} TO ${user};`
}

/** To use the schema, once it is there. */
export const grantsToUse = (name: string): string => {
  const { user } = partsOf(name)
  return `As its owner: GRANT USAGE ON SCHEMA mlsd TO ${user}; GRANT ALL ON ALL TABLES IN SCHEMA mlsd TO ${user};`
}

const partsOf = (name: string): { user: string; database: string } => {
  const { username, pathname } = URL.canParse(name) ? new URL(name) : { username: '', pathname: '/' }
  return { user: quoted(username), database: quoted(pathname.slice(1)) }
}

/** As an identifier; what the address leaves to a default stands for itself. */
const quoted = (part: string): string =>
  part === '' ? '(its name)' : `"${decodeURIComponent(part).replaceAll('"', '""')}"`
