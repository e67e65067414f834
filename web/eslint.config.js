import js from '@eslint/js'
import globals from 'globals'
import a11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import ts from 'typescript-eslint'

import { tokensOnly } from './eslint/tokensOnly.js'

export default defineConfig(
  { ignores: ['dist', 'src/api/*.gen.ts', 'eslint', 'eslint.config.js'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  a11y.flatConfigs.recommended,
  hooks.configs.flat.recommended,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
      ],
    },
  },
  { plugins: { fairview: { rules: { 'tokens-only': tokensOnly } } } },
  {
    files: ['src/**'],
    // `cssOf` is what writes colours down.
    ignores: ['**/*.test.*', 'src/testing/**', 'src/gallery/**', 'src/ui/colour.ts'],
    rules: { 'fairview/tokens-only': 'error' },
  },
  // Parts may draw what is finer than a step: hairlines, rings, the ribbon; and CodeMirror is dressed in its own CSS.
  {
    files: ['src/ui/**', 'src/features/coding/{editor,editorLook,codeView}.ts'],
    ignores: ['**/*.test.*', 'src/ui/colour.ts'],
    rules: { 'fairview/tokens-only': ['error', { sizes: false }] },
  },
  { files: ['*.config.*'], rules: { 'no-restricted-syntax': 'off' } },
)
