/** The name that stands for whoever has deleted their account. Nobody else can take it (names.ts). */
export const FORMER_NAME = 'Người dùng đã rời';
