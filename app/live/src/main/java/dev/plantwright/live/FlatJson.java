package dev.plantwright.live;

import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The last decoded JSON payload as flat columns, used again for the next one; confined to one
 * thread. Entry 0 is the payload itself, an object's or array's members follow it up to {@link
 * #end}.
 */
final class FlatJson {
  static final byte OBJECT = 20;
  static final byte ARRAY = 21;

  /** More entries than this are not shown as rows. */
  static final int MAX_ENTRIES = 50_000;

  /** Of a longer array only the first elements become entries. */
  static final int MAX_ELEMENTS = 32;

  private static final int MAX_DEPTH = 32;

  private final JsonFactory factory = new JsonFactory();
  private final String[] elementNames = new String[MAX_ELEMENTS];
  private String[] names = new String[64];
  private byte[] forms = new byte[64];
  private long[] bits = new long[64];
  private String[] texts = new String[64];
  private int[] ends = new int[64];
  private int size;

  FlatJson() {
    Arrays.setAll(elementNames, i -> "[" + i + "]");
  }

  /** Decodes a payload; false if it is not JSON as a whole, or has too much in it. */
  boolean decode(byte[] payload) {
    size = 0;
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), payload)) {
      JsonToken first = parser.nextToken();
      return first != null && value(parser, first, "", 0) && parser.nextToken() == null;
    } catch (JacksonException notJson) {
      return false;
    }
  }

  String name(int entry) {
    return names[entry];
  }

  /** {@link #OBJECT}, {@link #ARRAY} or a form of {@link Page}. */
  byte form(int entry) {
    return forms[entry];
  }

  long bits(int entry) {
    return bits[entry];
  }

  String text(int entry) {
    return texts[entry];
  }

  /** The entry after this one and all below it. */
  int end(int entry) {
    return ends[entry];
  }

  /** The member of an object with this name, or -1. */
  int member(int object, String name) {
    for (int entry = object + 1; entry < ends[object]; entry = ends[entry]) {
      if (names[entry].equals(name)) {
        return entry;
      }
    }
    return -1;
  }

  private boolean value(JsonParser parser, JsonToken token, String name, int depth) {
    if (size >= MAX_ENTRIES || depth > MAX_DEPTH) {
      return false;
    }
    int entry = add(name);
    boolean whole =
        switch (token) {
          case START_OBJECT -> object(parser, entry, depth);
          case START_ARRAY -> array(parser, entry, depth);
          default -> scalar(parser, token, entry);
        };
    ends[entry] = size;
    return whole;
  }

  private boolean object(JsonParser parser, int entry, int depth) {
    forms[entry] = OBJECT;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (!value(parser, parser.nextToken(), name, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean array(JsonParser parser, int entry, int depth) {
    forms[entry] = ARRAY;
    int element = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (element >= MAX_ELEMENTS) {
        parser.skipChildren();
      } else if (!value(parser, token, elementNames[element], depth + 1)) {
        return false;
      }
      element++;
    }
    bits[entry] = element;
    return true;
  }

  private boolean scalar(JsonParser parser, JsonToken token, int entry) {
    switch (token) {
      case VALUE_TRUE, VALUE_FALSE -> set(entry, Page.FLAG, token == JsonToken.VALUE_TRUE ? 1 : 0);
      case VALUE_NUMBER_INT -> integer(parser, entry);
      case VALUE_NUMBER_FLOAT ->
          set(entry, Page.REAL, Double.doubleToRawLongBits(parser.getDoubleValue()));
      case VALUE_STRING -> {
        forms[entry] = Page.TEXT;
        texts[entry] = parser.getString();
      }
      case VALUE_NULL -> set(entry, Page.MISSING, 0);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void integer(JsonParser parser, int entry) {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      set(entry, Page.REAL, Double.doubleToRawLongBits(parser.getDoubleValue()));
    } else {
      set(entry, Page.WHOLE, parser.getLongValue());
    }
  }

  private void set(int entry, byte form, long value) {
    forms[entry] = form;
    bits[entry] = value;
  }

  private int add(String name) {
    if (size == names.length) {
      int length = size * 2;
      names = Arrays.copyOf(names, length);
      forms = Arrays.copyOf(forms, length);
      bits = Arrays.copyOf(bits, length);
      texts = Arrays.copyOf(texts, length);
      ends = Arrays.copyOf(ends, length);
    }
    names[size] = name;
    texts[size] = null;
    return size++;
  }
}
