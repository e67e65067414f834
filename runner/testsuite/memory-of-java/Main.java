import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

public class Main {
  public static void main(String[] arguments) {
    List<ByteBuffer> hoard = new ArrayList<>();
    for (int step = 0; step < 100; step++) {
      ByteBuffer block = ByteBuffer.allocateDirect(10_000_000);
      for (int page = 0; page < block.capacity(); page += 4096) block.put(page, (byte) 1);
      hoard.add(block);
    }
    System.out.println("all of it");
  }
}
