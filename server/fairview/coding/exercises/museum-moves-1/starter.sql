-- One row for each object: name, room, day, number of moves.
SELECT object.name, move.room, move.day, 1
FROM object
JOIN move ON move.object_id = object.id
ORDER BY object.name, object.id;
