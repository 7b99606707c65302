package dev.plantwright.sql.parse;

import dev.plantwright.sql.ast.DataType;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.text.Span;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the product refuses although it can be read. */
final class CreateChecks {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_\\-]+");
  private static final Set<String> FORMATS =
      Set.of("json", "binary", "delimited", "urlencoded", "protobuf");

  private CreateChecks() {}

  static void check(Cursor cursor, Statement.Create create, Span name) {
    String format = create.format().toLowerCase(Locale.ROOT);
    if (!FORMATS.contains(format)) {
      throw cursor.failure(name, "option 'format=" + create.format() + "' is invalid");
    }
    if (format.equals("binary")) {
      binary(cursor, create, name);
    }
    boolean lookup = create.options().get("KIND").filter("lookup"::equals).isPresent();
    if (lookup && create.type().equals("memory") && create.options().get("KEY").isEmpty()) {
      throw cursor.failure(name, "Option \"key\" is required for memory lookup table.");
    }
    if (!NAME.matcher(create.name()).matches()) {
      throw cursor.failure(
          name,
          "id '%s' contains invalid characters: only alphanumeric, hyphens and underscores are allowed"
              .formatted(create.name()));
    }
  }

  private static void binary(Cursor cursor, Statement.Create create, Span name) {
    if (create.kind() == Statement.Kind.TABLE) {
      throw cursor.failure(name, "'binary' format is not supported for table");
    }
    if (create.columns().size() > 1) {
      throw cursor.failure(name, "'binary' format stream can have only one field");
    }
    if (create.columns().size() == 1
        && create.columns().getFirst().type() != DataType.Basic.BYTEA) {
      throw cursor.failure(name, "'binary' format stream can have only bytea type field");
    }
  }
}
