<?php

function deep(int $depth): int
{
    return deep($depth + 1) + 1;
}

switch (trim(fgets(STDIN))) {
    case 'right':
        echo 42, "\n";
        break;
    case 'wrong':
        echo 41, "\n";
        break;
    case 'slow':
        while (true);
    case 'hungry':
        for ($held = []; ; $held[] = str_repeat('x', 1_000_000));
    case 'greedy':
        echo strlen(str_repeat('x', 1_000_000_000_000)), "\n";
        break;
    case 'crashing':
        throw new LogicException('as asked');
    case 'deep':
        echo deep(0), "\n";
        break;
    case 'flood':
        while (true) echo str_repeat('water', 100), "\n";
    case 'sum':
        for ($sum = 0; ($line = fgets(STDIN)) !== false; $sum += (int) $line);
        echo $sum, "\n";
        break;
    case 'unicode':
        echo trim(fgets(STDIN)), " → ¡sí! ✓\n";
}
