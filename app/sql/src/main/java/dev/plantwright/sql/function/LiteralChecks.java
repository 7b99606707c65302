package dev.plantwright.sql.function;

import dev.plantwright.sql.ast.Expression;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the product refuses about the values of literal arguments. */
final class LiteralChecks {
  private LiteralChecks() {}

  static Optional<String> check(String name, List<Expression> arguments) {
    return switch (name) {
      case "substring" -> substring(arguments);
      case "split_value" ->
          negative(arguments.get(2))
              ? Optional.of("The index should not be a nagtive integer.")
              : Optional.empty();
      case "mqtt" -> mqtt(arguments.getFirst());
      case "encode", "decode" -> encoding(arguments.get(1));
      case "cast" -> castType(arguments.get(1));
      default -> Optional.empty();
    };
  }

  private static Optional<String> substring(List<Expression> arguments) {
    if (!(arguments.get(1) instanceof Expression.IntegerLiteral(long start, var at))) {
      return Optional.empty();
    }
    if (start < 0) {
      return Optional.of("The start index should not be a nagtive integer.");
    }
    boolean reversed =
        arguments.size() > 2
            && arguments.get(2) instanceof Expression.IntegerLiteral(long end, var until)
            && end < start;
    return reversed
        ? Optional.of("The end index should be larger than start index.")
        : Optional.empty();
  }

  private static boolean negative(Expression argument) {
    return argument instanceof Expression.IntegerLiteral(long value, var at) && value < 0;
  }

  private static Optional<String> mqtt(Expression argument) {
    boolean known =
        argument instanceof Expression.Metadata metadata
            && Set.of("topic", "messageid").contains(metadata.name());
    return known
        ? Optional.empty()
        : Optional.of("Parameter of mqtt function can be only topic or messageid.");
  }

  private static Optional<String> encoding(Expression argument) {
    boolean unknown =
        argument instanceof Expression.StringLiteral(String name, var at)
            && !name.equalsIgnoreCase("base64");
    return unknown
        ? Optional.of("Only base64 is supported for the 2nd parameter.")
        : Optional.empty();
  }

  private static Optional<String> castType(Expression argument) {
    Set<String> types = Set.of("bigint", "float", "string", "boolean", "datetime", "bytea");
    boolean unknown =
        argument instanceof Expression.StringLiteral(String name, var at)
            && !types.contains(name.toLowerCase(Locale.ROOT));
    return unknown
        ? Optional.of(
            "Expect one of following value for the 2nd parameter: bigint, float, string, boolean,"
                + " datetime, bytea.")
        : Optional.empty();
  }
}
