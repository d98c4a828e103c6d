// What is injected by token because it is a value, not a class.
export const CONFIG = Symbol('config');
/** A pg Pool beside MikroORM's, for the statements that go past the entities. */
export const POOL = Symbol('pool');
/** Where the database is, for those who keep connections of their own. */
export const DATABASE_URL = Symbol('databaseUrl');
