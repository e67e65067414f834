SELECT 4 / 2;
SELECT 4 / 2 FRM nowhere;
