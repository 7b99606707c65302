package dev.plantwright.sql.parse;

import dev.plantwright.sql.ast.StreamOptions;
import dev.plantwright.sql.lexer.Lexeme;
import dev.plantwright.sql.lexer.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code (NAME="value", ...)} behind {@code WITH}; commas between options may be left out. */
final class OptionsParser {
  private static final List<String> NAMES =
      List.of(
          "DATASOURCE",
          "FORMAT",
          "KEY",
          "CONF_KEY",
          "SHARED",
          "STRICT_VALIDATION",
          "TYPE",
          "TIMESTAMP",
          "TIMESTAMP_FORMAT",
          "RETAIN_SIZE",
          "SCHEMAID",
          "EXTRA",
          "VERSION",
          "TEMP",
          "KIND",
          "DELIMITER");
  private static final Set<String> FLAGS = Set.of("SHARED", "STRICT_VALIDATION", "TEMP");
  private static final Set<String> LOWER_CASE = Set.of("KIND", "VERSION");

  private final Cursor cursor;
  private final Map<String, String> values = new LinkedHashMap<>();

  OptionsParser(Cursor cursor) {
    this.cursor = cursor;
  }

  StreamOptions options() {
    cursor.expect(Symbol.LEFT_PAREN, "expect stream options");
    while (!cursor.accept(Symbol.RIGHT_PAREN)) {
      option();
      cursor.accept(Symbol.COMMA);
    }
    return new StreamOptions(values);
  }

  private void option() {
    Lexeme word = cursor.peek();
    String name = word.text().toUpperCase(Locale.ROOT);
    if (!word.is(Symbol.IDENTIFIER) || !NAMES.contains(name)) {
      String shown = word.is(Symbol.IDENTIFIER) ? name : word.shown();
      String expected = "unknown option keys(" + String.join("|", NAMES) + ")";
      throw cursor.found(word.span(), shown, expected);
    }
    cursor.next();
    cursor.expect(Symbol.EQ, "expect equals(=) in options");
    Lexeme value = cursor.peek();
    boolean flag = value.is(Symbol.TRUE) || value.is(Symbol.FALSE);
    if (!value.is(Symbol.STRING) && !flag) {
      throw cursor.found("expect string or boolean value in option");
    }
    cursor.next();
    check(name, value);
    String text = flag ? value.symbol().name() : value.text();
    values.put(name, LOWER_CASE.contains(name) ? text.toLowerCase(Locale.ROOT) : text);
  }

  private void check(String name, Lexeme value) {
    String text = value.shown();
    if (FLAGS.contains(name) && !text.equalsIgnoreCase("TRUE") && !text.equalsIgnoreCase("FALSE")) {
      throw cursor.found(value, "expect TRUE/FALSE value in " + name + " option");
    }
    if (name.equals("RETAIN_SIZE") && !text.matches("[+-]?\\d{1,18}")) {
      throw cursor.found(value, "expect number value in " + name + " option");
    }
    if (name.equals("EXTRA") && !Json.isValid(text)) {
      throw cursor.failure(value.span(), "invalid extra option, expect JSON string");
    }
  }
}
