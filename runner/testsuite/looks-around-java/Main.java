import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

public class Main {
  static void attempt(String name, Callable<?> act) {
    String how = "done";
    try {
      act.call();
    } catch (Exception | UnsatisfiedLinkError error) {
      how = "refused";
    }
    System.out.println(name + " " + how);
  }

  static Socket connected(String address, int port) throws Exception {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(address, port), 1000);
    return socket;
  }

  public static void main(String[] arguments) {
    attempt("shadow", () -> Files.readString(Path.of("/etc/shadow")));
    attempt("write", () -> Files.writeString(Path.of("/tmp/canary/new"), "x"));
    attempt("tcp", () -> connected("127.0.0.1", 4000));
    attempt("metadata", () -> connected("169.254.169.254", 80));
    attempt("dns", () -> InetAddress.getByName("example.org"));
    attempt("udp", () -> {
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getByName("1.1.1.1"), 53));
      }
      return null;
    });
    attempt("listen", () -> new ServerSocket(8000));
    attempt("others", () -> {
      if (ProcessHandle.allProcesses().count() > 3) return null;
      throw new Exception();
    });
  }
}
