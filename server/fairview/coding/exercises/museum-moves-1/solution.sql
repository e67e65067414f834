WITH latest AS (
  SELECT
    object_id,
    room,
    day,
    count(*) OVER (PARTITION BY object_id) AS moves,
    row_number() OVER (PARTITION BY object_id ORDER BY day DESC) AS place
  FROM move
)
SELECT object.name, coalesce(latest.room, 'store'), coalesce(latest.day, '-'), coalesce(latest.moves, 0)
FROM object
LEFT JOIN latest ON latest.object_id = object.id AND latest.place = 1
ORDER BY object.name, object.id;
