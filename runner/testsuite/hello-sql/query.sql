SELECT greeting, 1, NULL, 2.5, x'ff' FROM greetings;
