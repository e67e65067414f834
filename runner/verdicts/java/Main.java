import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

public class Main {
  public static void main(String[] arguments) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    switch (in.readLine()) {
      case "right" -> System.out.println(42);
      case "wrong" -> System.out.println(41);
      case "slow" -> {
        while (true) {}
      }
      case "hungry" -> {
        List<int[]> held = new ArrayList<>();
        while (true) held.add(new int[100_000]);
      }
      case "greedy" -> System.out.println(new long[2_000_000_000].length);
      case "crashing" -> System.out.println(new int[1][2].length / (arguments.length));
      case "deep" -> System.out.println(deep(0));
      case "flood" -> {
        while (true) System.out.println("water".repeat(100));
      }
      case "sum" -> System.out.println(in.lines().mapToLong(Long::parseLong).sum());
      case "unicode" -> System.out.println(in.readLine() + " → ¡sí! ✓");
    }
  }

  static long deep(long depth) {
    return deep(depth + 1) + 1;
  }
}
