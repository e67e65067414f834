public class Broken {
  public static void main(String[] arguments) {
    System.out.println(half("four"));
  }

  static int half(int number) {
    return number / 2;
  }
}
