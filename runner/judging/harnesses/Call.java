import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

class FairviewCall {
  public static void main(String[] none) throws Exception {
    PrintStream answer = System.out;
    System.setOut(System.err);
    Reader in = new Reader(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
    in.open();
«declarations»
    Object returned = Solution.«function»(«arguments»);
    StringBuilder told = new StringBuilder();
    tell(told, returned);
    answer.write((told + "\n").getBytes(StandardCharsets.UTF_8));
    answer.flush();
  }

  static long read_int(Reader in) {
    return Long.parseLong(in.word());
  }

  static double read_float(Reader in) {
    return Double.parseDouble(in.word());
  }

  static boolean read_bool(Reader in) {
    return Boolean.parseBoolean(in.word());
  }

  static String read_str(Reader in) {
    return in.text();
  }

«readers»
  static void tell(StringBuilder told, Object value) {
    if (value instanceof java.util.List) {
      String comma = "[";
      for (Object each : (java.util.List<?>) value) {
        told.append(comma);
        tell(told, each);
        comma = ",";
      }
      told.append(comma.equals("[") ? "[]" : "]");
    } else if (value instanceof String) {
      told.append('"');
      for (char each : ((String) value).toCharArray()) {
        if (each == '"' || each == '\\') told.append('\\').append(each);
        else if (each < ' ') told.append(String.format("\\u%04x", (int) each));
        else told.append(each);
      }
      told.append('"');
    } else {
      told.append(value);
    }
  }

  /** JSON as the cases have it: lists, texts, numbers, true and false. */
  static class Reader {
    final String all;
    int at;

    Reader(String all) {
      this.all = all;
    }

    char next() {
      while (" \t\r\n,".indexOf(all.charAt(at)) >= 0) at++;
      return all.charAt(at);
    }

    void open() {
      next();
      at++;
    }

    void list(Runnable one) {
      open();
      while (next() != ']') one.run();
      at++;
    }

    String word() {
      next();
      int from = at;
      while (at < all.length() && ",] \t\r\n".indexOf(all.charAt(at)) < 0) at++;
      return all.substring(from, at);
    }

    String text() {
      next();
      StringBuilder text = new StringBuilder();
      for (at++; all.charAt(at) != '"'; at++) {
        char each = all.charAt(at);
        if (each == '\\') {
          each = all.charAt(++at);
          int plain = "nrtbf".indexOf(each);
          if (plain >= 0) each = "\n\r\t\b\f".charAt(plain);
          else if (each == 'u') {
            each = (char) Integer.parseInt(all.substring(at + 1, at + 5), 16);
            at += 4;
          }
        }
        text.append(each);
      }
      at++;
      return text.toString();
    }
  }
}
