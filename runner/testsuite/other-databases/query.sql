ATTACH DATABASE '/etc/passwd' AS other;
