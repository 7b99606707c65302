package dev.plantwright.plugins.rules;

import dev.plantwright.api.code.CodeEditor.Colour;
import java.util.ArrayList;
import java.util.List;

/** Colours of JSON, also of JSON with mistakes in it. */
final class JsonColours {
  private final String text;
  private final List<Colour> colours = new ArrayList<>();
  private int at;

  private JsonColours(String text) {
    this.text = text;
  }

  static List<Colour> of(String text) {
    JsonColours scan = new JsonColours(text);
    while (scan.at < text.length()) {
      scan.next();
    }
    return scan.colours;
  }

  private void next() {
    int start = at;
    char c = text.charAt(at);
    if (c == '"') {
      string();
      add(start, isName() ? "keyword" : "string");
    } else if (c == '-' || Character.isDigit(c)) {
      skip("+-.0123456789eE");
      add(start, "number");
    } else if (Character.isLetter(c)) {
      while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
      add(start, "function");
    } else {
      at++;
    }
  }

  /** To behind the closing quote, or to the end of the line if there is none. */
  private void string() {
    at++;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      at = Math.min(text.length(), at + (text.charAt(at) == '\\' ? 2 : 1));
    }
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
    }
  }

  private boolean isName() {
    int colon = at;
    while (colon < text.length() && Character.isWhitespace(text.charAt(colon))) {
      colon++;
    }
    return colon < text.length() && text.charAt(colon) == ':';
  }

  private void skip(String characters) {
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void add(int start, String style) {
    colours.add(new Colour(start, at - start, style));
  }
}
