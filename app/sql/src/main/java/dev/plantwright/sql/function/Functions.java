package dev.plantwright.sql.function;

import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.text.Similar;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The built-in functions by name.
 *
 * <p>A new function is one line in the class of its family; the families are listed here.
 */
public final class Functions {
  private static final Map<String, FunctionKind> KINDS = FunctionNames.kinds();
  private static final Map<String, Function> FUNCTIONS = collect();

  private Functions() {}

  private static Map<String, Function> collect() {
    Map<String, Function> functions = new HashMap<>();
    List.of(
            AggregateFunctions.all(),
            MathFunctions.all(),
            StringFunctions.all(),
            HashFunctions.all(),
            ConversionFunctions.all(),
            ContextFunctions.all())
        .forEach(family -> family.forEach(f -> functions.put(f.name(), f)));
    return Map.copyOf(functions);
  }

  /** Is it a name of the language, in lower case? */
  public static boolean isKnown(String name) {
    return KINDS.containsKey(name);
  }

  /** The kind of a known function. */
  public static FunctionKind kind(String name) {
    return KINDS.get(name);
  }

  /** Empty for functions that cannot be called yet. */
  public static Optional<Function> find(String name) {
    return Optional.ofNullable(FUNCTIONS.get(name));
  }

  /** All functions that can be called. */
  public static Collection<Function> all() {
    return FUNCTIONS.values();
  }

  /** The product's complaint about the arguments, if it has one. */
  public static Optional<String> checkArguments(String name, List<Expression> arguments) {
    Function function = FUNCTIONS.get(name);
    if (function == null) {
      return Optional.empty();
    }
    return function.signature().check(arguments).or(() -> LiteralChecks.check(name, arguments));
  }

  /** The name nearest to a mistyped one. */
  public static Optional<String> similarTo(String name) {
    return Similar.to(name.toLowerCase(Locale.ROOT), KINDS.keySet());
  }
}
