using System;
using System.Collections.Generic;

static class Program {
  static void Main() {
    switch (Console.ReadLine()) {
      case "right":
        Console.WriteLine(42);
        break;
      case "wrong":
        Console.WriteLine(41);
        break;
      case "slow":
        while (true) {}
      case "hungry":
        for (var held = new List<int[]>();;) {
          var more = new int[100000];
          Array.Fill(more, held.Count);
          held.Add(more);
        }
      case "greedy":
        var much = new long[2000000000];
        Array.Fill(much, 1);
        break;
      case "crashing":
        throw new InvalidOperationException("as asked");
      case "deep":
        Console.WriteLine(Deep(0));
        break;
      case "flood":
        while (true) Console.WriteLine(new string('w', 500));
      case "sum":
        long sum = 0;
        while (Console.ReadLine() is string line) sum += long.Parse(line);
        Console.WriteLine(sum);
        break;
      case "unicode":
        Console.WriteLine(Console.ReadLine() + " → ¡sí! ✓");
        break;
    }
  }

  static long Deep(long depth) {
    return Deep(depth + 1) + 1;
  }
}
