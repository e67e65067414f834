<?php
ini_set("memory_limit", "-1");
$hoard = str_repeat("x", 512 << 20);
echo "all of it";
