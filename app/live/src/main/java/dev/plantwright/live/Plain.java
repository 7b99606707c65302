package dev.plantwright.live;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads a payload that is not JSON: nothing, a number, true or false, text or bytes. */
final class Plain {
  private static final int MAX_NUMBER = 32;

  /** So many characters always fit a long. */
  private static final int MAX_WHOLE = 18;

  private Plain() {}

  static Value of(byte[] payload) {
    if (payload.length == 0) {
      return Value.MISSING;
    }
    String text = text(payload);
    if (text == null) {
      return new Value.Binary(payload.length);
    }
    String word = text.strip();
    if (!word.isEmpty() && word.length() <= MAX_NUMBER && looksLikeNumber(word)) {
      return number(word, text);
    }
    return switch (word) {
      case "true" -> new Value.Flag(true);
      case "false" -> new Value.Flag(false);
      default -> new Value.Text(text);
    };
  }

  private static Value number(String word, String text) {
    try {
      return word.length() <= MAX_WHOLE && isWhole(word)
          ? new Value.Whole(Long.parseLong(word))
          : new Value.Real(Double.parseDouble(word));
    } catch (NumberFormatException notNumber) {
      return new Value.Text(text);
    }
  }

  private static boolean isWhole(String text) {
    for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean looksLikeNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return false;
      }
    }
    char last = text.charAt(text.length() - 1);
    return last >= '0' && last <= '9';
  }

  /** The payload as text, null if it is not UTF-8 or holds control characters. */
  private static String text(byte[] payload) {
    boolean ascii = true;
    for (byte b : payload) {
      if (b >= 0 && b < ' ' && !Character.isWhitespace(b)) {
        return null;
      }
      ascii &= b >= 0;
    }
    return ascii ? new String(payload, StandardCharsets.US_ASCII) : decoded(payload);
  }

  private static String decoded(byte[] payload) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
    } catch (CharacterCodingException notText) {
      return null;
    }
  }
}
