using System;

static class Program {
  static void Main() {
    Console.WriteLine(Half("four"));
  }

  static int Half(int number) {
    return number / 2;
  }
}
