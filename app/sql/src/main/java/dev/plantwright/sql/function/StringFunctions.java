package dev.plantwright.sql.function;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.SqlError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Texts; arguments of other kinds are read as Go prints them. */
final class StringFunctions {
  private static final Signature ONE = Signature.of(Argument.ANY);
  private static final Signature TWO = Signature.of(Argument.STRING, Argument.STRING);

  private StringFunctions() {}

  static List<Function> all() {
    Signature padded = Signature.of(Argument.ANY, Argument.INTEGER);
    return List.of(
        body("concat", Signature.variadic(1, Argument.STRING), NullRule.BODY, (a, c) -> concat(a)),
        body("endswith", TWO, NullRule.FALSE, (a, c) -> text(a[0]).endsWith(text(a[1]))),
        body("startswith", TWO, NullRule.FALSE, (a, c) -> text(a[0]).startsWith(text(a[1]))),
        body("indexof", TWO, NullRule.BODY, (a, c) -> indexOf(a)),
        body("length", ONE, NullRule.ZERO, (a, c) -> length(a[0])),
        body("numbytes", ONE, NullRule.ZERO, (a, c) -> (long) bytes(a[0]).length),
        text("lower", s -> s.toLowerCase(Locale.ROOT)),
        text("upper", s -> s.toUpperCase(Locale.ROOT)),
        text("trim", String::strip),
        text("ltrim", String::stripLeading),
        text("rtrim", String::stripTrailing),
        text("reverse", s -> new StringBuilder(s).reverse().toString()),
        body("lpad", padded, NullRule.NULL, (a, c) -> blanks(a[1]) + text(a[0])),
        body("rpad", padded, NullRule.NULL, (a, c) -> text(a[0]) + blanks(a[1])),
        body(
            "substring",
            Signature.optional(2, Argument.ANY, Argument.INTEGER, Argument.INTEGER),
            NullRule.NULL,
            (a, c) -> substring(a)),
        body(
            "split_value",
            Signature.of(Argument.STRING, Argument.STRING, Argument.INTEGER),
            NullRule.NULL,
            (a, c) -> splitValue(a)),
        body(
            "regexp_matches",
            TWO,
            NullRule.FALSE,
            (a, c) -> compile(a[1]).matcher(text(a[0])).find()),
        body("regexp_substr", TWO, NullRule.NULL, (a, c) -> regexpSubstring(a)));
  }

  private static Function body(
      String name, Signature signature, NullRule nulls, Function.Body body) {
    return new Function.Scalar(name, signature, nulls, body);
  }

  private static Function text(String name, UnaryOperator<String> change) {
    return body(name, ONE, NullRule.NULL, (a, c) -> change.apply(text(a[0])));
  }

  private static String text(Object value) {
    return GoText.orEmpty(value);
  }

  private static byte[] bytes(Object value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  private static String concat(Object[] arguments) {
    return Arrays.stream(arguments).map(StringFunctions::text).collect(Collectors.joining());
  }

  private static Object indexOf(Object[] arguments) {
    if (arguments[0] == null || arguments[1] == null) {
      return -1L;
    }
    String text = text(arguments[0]);
    int index = text.indexOf(text(arguments[1]));
    return index < 0
        ? -1L
        : (long) text.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
  }

  private static Object length(Object value) {
    return switch (value) {
      case List<?> list -> (long) list.size();
      case Map<?, ?> map -> (long) map.size();
      default -> {
        String text = text(value);
        yield (long) text.codePointCount(0, text.length());
      }
    };
  }

  /** As many blanks as the argument says, not as many as would fill a width. */
  private static String blanks(Object argument) {
    long count = Convert.toLong(argument);
    if (count > 1_000_000) {
      throw new SqlError("cannot pad with more than 1000000 blanks");
    }
    if (count < 0) {
      throw new dev.plantwright.sql.value.SqlPanic("strings: negative Repeat count");
    }
    return " ".repeat((int) count);
  }

  private static Object substring(Object[] arguments) {
    byte[] bytes = bytes(arguments[0]);
    long start = Convert.toLong(arguments[1]);
    if (start < 0) {
      throw new SqlError("start index must be a positive number");
    }
    long end = bytes.length;
    if (arguments.length > 2) {
      end = Convert.toLong(arguments[2]);
      if (end < 0) {
        throw new SqlError("end index must be a positive number");
      }
      if (start > end) {
        throw new SqlError("start index must be smaller than end index");
      }
    }
    int from = (int) Math.min(start, bytes.length);
    int to = (int) Math.max(from, Math.min(end, bytes.length));
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static Object splitValue(Object[] arguments) {
    String separator = java.util.regex.Pattern.quote(text(arguments[1]));
    String[] parts = text(arguments[0]).split(separator, -1);
    long index = Convert.truncate(Convert.toDouble(arguments[2]));
    long at = index < 0 ? parts.length + index : index;
    if (at < 0 || at >= parts.length) {
      throw new SqlError("%d out of index array (size = %d)".formatted(index, parts.length));
    }
    return parts[(int) at];
  }

  private static Pattern compile(Object expression) {
    try {
      return Pattern.compile(text(expression));
    } catch (PatternSyntaxException e) {
      throw new SqlError(e.getMessage());
    }
  }

  private static Object regexpSubstring(Object[] arguments) {
    var matcher = compile(arguments[1]).matcher(text(arguments[0]));
    return matcher.find() ? matcher.group() : "";
  }
}
