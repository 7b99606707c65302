package dev.plantwright.launcher;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 20s}, {@code 1500ms}, {@code 5m}, {@code 2h}; a bare number is seconds. */
final class SpanConverter implements ITypeConverter<Duration> {
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})(ms|s|m|h|)");

  @Override
  public Duration convert(String text) {
    Matcher span = SPAN.matcher(text.strip());
    if (!span.matches()) {
      throw new TypeConversionException("'" + text + "' is no time such as 20s or 5m");
    }
    long number = Long.parseLong(span.group(1));
    return switch (span.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
