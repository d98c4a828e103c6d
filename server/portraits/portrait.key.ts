/** The name of somebody's picture in the folder of files. No file of a message can have it: theirs are bare ids, which uploaders choose. */
export const portraitKey = (personId: string) => `portrait-${personId}`;
