@Deprecated
public class Main {
  public static void main(String[] arguments) {
    System.out.println(Main.class.getResource("/made-while-compiling") == null ? "compiled only" : "ran");
  }
}
