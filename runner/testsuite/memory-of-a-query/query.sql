WITH RECURSIVE hoard(n, block) AS (
    SELECT 1, zeroblob(8000000)
    UNION ALL
    SELECT n + 1, block || zeroblob(8000000) FROM hoard WHERE n < 60
)
SELECT count(DISTINCT block) > 0 FROM hoard;
