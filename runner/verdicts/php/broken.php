<?php

function half(int $number): int
{
    return intdiv($number, 2)
}

echo half(4);
