package dev.plantwright.sql.lexer;

import java.util.Locale;
import java.util.Set;

/** Words that act as keywords by their place; an editor colours them alike. */
final class Words {
  private static final Set<String> WORDS =
      Set.of(
          "CREATE",
          "STREAM",
          "STREAMS",
          "TABLE",
          "TABLES",
          "WITH",
          "SHOW",
          "DESCRIBE",
          "EXPLAIN",
          "DROP",
          "BIGINT",
          "FLOAT",
          "STRING",
          "BYTEA",
          "DATETIME",
          "BOOLEAN",
          "ARRAY",
          "STRUCT");

  private Words() {}

  static boolean isKeyword(String word) {
    return WORDS.contains(word.toUpperCase(Locale.ROOT));
  }
}
