"""What both twins of the hearing are asked, and what the browser's one answers.

`python -m bench.hearing.twins` makes the questions: `sound.wav`, eight seconds of silence and two made voices
at a rate that has to be brought to the model's, and `sights.json`, the mouth and the call's own voices beside
it. The browser's side answers into `answers.json` (`RECORD=1 npx vitest run src/hearing/twins.test.ts`, in
`web`). After that the tests of both sides hold themselves to the answers.
"""
