SELECT 42 FROM asked WHERE word = 'right';

SELECT 41 FROM asked WHERE word = 'wrong';

WITH RECURSIVE numbers(number) AS (
  SELECT 1 FROM asked WHERE word = 'slow' UNION ALL SELECT number + 1 FROM numbers
)
SELECT count(*) FROM numbers GROUP BY number < 0;

SELECT length(hex(zeroblob(400000000))) FROM asked WHERE word = 'hungry';

SELECT abs(-9223372036854775807 - 1) FROM asked WHERE word = 'crashing';

WITH RECURSIVE numbers(number) AS (
  SELECT 1 FROM asked WHERE word = 'flood' UNION ALL SELECT number + 1 FROM numbers
)
SELECT 'water', number FROM numbers;

SELECT sum(value)
FROM asked, json_each('[' || replace(trim(rest, char(10)), char(10), ',') || ']')
WHERE word = 'sum'
GROUP BY word;

SELECT trim(rest, char(10)) || ' → ¡sí! ✓' FROM asked WHERE word = 'unicode';
