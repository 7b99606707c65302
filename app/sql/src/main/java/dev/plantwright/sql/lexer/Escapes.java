package dev.plantwright.sql.lexer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Go's escapes inside a quoted string. */
final class Escapes {
  private final String text;
  private final int end;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int at;

  private Escapes(String text, int from, int end) {
    this.text = text;
    this.at = from;
    this.end = end;
  }

  /** The content between two quotes; empty when an escape is unknown or cut off. */
  static Optional<String> resolve(String text, int from, int end) {
    if (text.substring(from, end).indexOf('\\') < 0) {
      return Optional.of(text.substring(from, end));
    }
    Escapes escapes = new Escapes(text, from, end);
    while (escapes.at < end) {
      if (!escapes.step()) {
        return Optional.empty();
      }
    }
    return Optional.of(escapes.bytes.toString(StandardCharsets.UTF_8));
  }

  private boolean step() {
    int point = text.codePointAt(at);
    if (point != '\\') {
      at += Character.charCount(point);
      put(point);
      return true;
    }
    if (at + 1 >= end) {
      return false;
    }
    char c = text.charAt(at + 1);
    at += 2;
    return switch (c) {
      case 'a' -> put(7);
      case 'b' -> put('\b');
      case 'f' -> put('\f');
      case 'n' -> put('\n');
      case 'r' -> put('\r');
      case 't' -> put('\t');
      case 'v' -> put(11);
      case '\\', '\'', '"' -> put(c);
      case 'x' -> number(2, 16, true);
      case 'u' -> number(4, 16, false);
      case 'U' -> number(8, 16, false);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        yield number(3, 8, true);
      }
      default -> false;
    };
  }

  private boolean number(int digits, int radix, boolean asByte) {
    if (at + digits > end) {
      return false;
    }
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(text.charAt(at + i), radix);
      if (digit < 0) {
        return false;
      }
      value = value * radix + digit;
    }
    at += digits;
    if (asByte) {
      bytes.write((int) value);
      return value < 256;
    }
    return Character.isValidCodePoint((int) value) && value >= 0 && put((int) value);
  }

  private boolean put(int point) {
    bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
    return true;
  }
}
