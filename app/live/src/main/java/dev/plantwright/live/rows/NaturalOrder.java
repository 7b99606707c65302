package dev.plantwright.live.rows;

/** Orders names as people do: {@code line2} before {@code line10}, {@code $SYS} last. */
final class NaturalOrder {
  private NaturalOrder() {}

  static int compare(String a, String b) {
    boolean system = a.startsWith("$");
    if (system != b.startsWith("$")) {
      return system ? 1 : -1;
    }
    int i = 0;
    int k = 0;
    while (i < a.length() && k < b.length()) {
      int endA = numberEnd(a, i);
      int endB = numberEnd(b, k);
      boolean numbers = endA > i && endB > k;
      int order =
          numbers
              ? numbers(a.substring(i, endA), b.substring(k, endB))
              : Character.compare(lower(a, i), lower(b, k));
      if (order != 0) {
        return order;
      }
      i = numbers ? endA : i + 1;
      k = numbers ? endB : k + 1;
    }
    int rest = Integer.compare(a.length() - i, b.length() - k);
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static int numbers(String a, String b) {
    String digitsA = a.replaceFirst("^0+", "");
    String digitsB = b.replaceFirst("^0+", "");
    int longer = Integer.compare(digitsA.length(), digitsB.length());
    return longer != 0 ? longer : digitsA.compareTo(digitsB);
  }

  private static int numberEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static char lower(String text, int at) {
    return Character.toLowerCase(text.charAt(at));
  }
}
