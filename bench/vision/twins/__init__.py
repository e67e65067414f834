"""What both twins of the vision pipeline are asked, and what the browser's one answers.

`python -m bench.vision.twins` draws the questions: `*.png`, the puppet in poses that follow each other, and
`readings.json`, a minute of readings in which everything happens that a threshold decides. The browser's side
answers into `answers.json` (`RECORD=1 npx vitest run src/vision/twins.test.ts`, in `web`). After that the
tests of both sides hold themselves to the answers, so that whichever drifts fails its own.
"""
