import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' };

export default ts.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      '.data/',
      '**/.svelte-kit/',
      '**/node_modules/',
      'web/src/lib/paraglide/',
      'web/project.inlang/',
    ],
  },
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', unused],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // Names that say nothing; see "Style" in ARCHITECTURE.md.
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'ClassDeclaration[id.name=/(Dto|Manager|Helper|Util|Utils)$/], ClassDeclaration[id.name=/^Base[A-Z]/]',
          message: 'Name it for what it does, without Dto, Manager, Helper, Util or Base.',
        },
      ],
    },
  },
  {
    // Nest reads a constructor's parameter types at run time: `import type` would leave it without them.
    files: ['server/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['server/**/*.ts', 'shared/**/*.ts', 'bin/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  // The hub stands at the root of its origin.
  { rules: { 'svelte/no-navigation-without-resolve': 'off' } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      // Much of a screen's state is deliberately plain: what nothing renders needs no signal.
      'svelte/prefer-svelte-reactivity': 'off',
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
    },
  },
);
