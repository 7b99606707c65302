package dev.plantwright.plugins.namespace;

import dev.plantwright.live.Format;
import java.util.HexFormat;

/** Bytes as people read them: offset, eight bytes, and the letters among them. */
final class Hex {
  private static final int WIDTH = 8;
  private static final HexFormat BYTES = HexFormat.ofDelimiter(" ");

  private Hex() {}

  static String dump(byte[] bytes, int most) {
    StringBuilder text = new StringBuilder();
    int length = Math.min(bytes.length, most);
    for (int start = 0; start < length; start += WIDTH) {
      int end = Math.min(start + WIDTH, length);
      String hex = BYTES.formatHex(bytes, start, end);
      text.append("%04x  %-23s  ".formatted(start, hex));
      for (int i = start; i < end; i++) {
        text.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
      }
      text.append('\n');
    }
    if (bytes.length > length) {
      text.append("… ").append(Format.size(bytes.length - (long) length)).append(" more");
    }
    return text.toString().stripTrailing();
  }
}
