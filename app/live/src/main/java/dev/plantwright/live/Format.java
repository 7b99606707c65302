package dev.plantwright.live;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;

/** How values, ages, rates and sizes are written everywhere in the window; pure functions. */
public final class Format {
  /** What stands where there is nothing. */
  public static final String NOTHING = "–";

  private static final String MINUS = "\u2212";
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private Format() {}

  /** A value as a cell shows it, without its unit; {@link #NOTHING} if there is none. */
  public static String value(Value value, OptionalInt decimals) {
    return switch (value) {
      case Value.Missing() -> NOTHING;
      case Value.Whole(long whole) ->
          decimals.orElse(0) > 0 ? number(whole, decimals) : count(whole);
      case Value.Real(double real) -> number(real, decimals);
      case Value.Flag(boolean on) -> on ? "true" : "false";
      case Value.Text(String text) -> text;
      case Value.Binary(long bytes) -> size(bytes);
    };
  }

  /** Decimals as told, else 4 significant digits; very large and very small with an exponent. */
  public static String number(double number, OptionalInt decimals) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "∞" : MINUS + "∞";
    }
    double size = Math.abs(number);
    if (decimals.isPresent() && size < 1e12) {
      return plain(BigDecimal.valueOf(number).setScale(decimals.getAsInt(), RoundingMode.HALF_UP));
    }
    if (size >= 1e9 || size < 1e-4 && size > 0) {
      return scientific(number);
    }
    return plain(fourDigits(BigDecimal.valueOf(number)));
  }

  /** A whole number with commas between thousands. */
  public static String count(long number) {
    return plain(BigDecimal.valueOf(number));
  }

  /** A difference: with its sign, even when it is positive. */
  public static String change(double difference, OptionalInt decimals) {
    String text = number(difference, decimals);
    return difference > 0 && !isZero(text) ? "+" + text : text;
  }

  /** {@code 0.3 s}, {@code 48 s}, {@code 1.8 min}, {@code 24 min}, {@code 2.6 h}, {@code 3 d}. */
  public static String age(long ms) {
    if (ms < 20_000) {
      return tenths(Math.max(0, ms) / 100) + " s";
    }
    return ms < 60_000 ? ms / 1000 + " s" : longer(ms);
  }

  /** Like {@link #age} in whole numbers only, for lists and logs. */
  public static String wholeAge(long ms) {
    long seconds = Math.max(0, ms) / 1000;
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min";
    }
    return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
  }

  /** {@code 12.4/s}, {@code 1,248/s}, {@code 12.4k/s}, {@code 5/min}, {@code 0.0/s}. */
  public static String rate(double perSecond) {
    if (!(perSecond * 3600 >= 0.5)) {
      return "0.0/s";
    }
    if (perSecond < 1.0 / 60) {
      return Math.round(perSecond * 3600) + "/h";
    }
    if (perSecond < 0.1) {
      return Math.round(perSecond * 60) + "/min";
    }
    if (perSecond < 99.95) {
      return tenths(Math.round(perSecond * 10)) + "/s";
    }
    if (perSecond < 9999.5) {
      return count(Math.round(perSecond)) + "/s";
    }
    return perSecond < 999_950
        ? tenths(Math.round(perSecond / 100)) + "k/s"
        : tenths(Math.round(perSecond / 100_000)) + "M/s";
  }

  /** {@code 146 B}, {@code 12.4 kB}, {@code 3.1 MB}, {@code 194 MB}; steps of 1000. */
  public static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    String[] units = {"kB", "MB", "GB", "TB", "PB", "EB"};
    double size = bytes / 1000.0;
    int unit = 0;
    while (size >= 999.5 && unit < units.length - 1) {
      size /= 1000;
      unit++;
    }
    String number = size < 99.95 ? tenths(Math.round(size * 10)) : "" + Math.round(size);
    return number + " " + units[unit];
  }

  /** {@code 4.2 ms}, {@code 412 ms}, {@code 1.5 s}, {@code 48 s}, {@code 2 min 16 s}. */
  public static String duration(double ms) {
    if (Double.isNaN(ms)) {
      return NOTHING;
    }
    if (ms < 9.95) {
      return tenths(Math.round(ms * 10)) + " ms";
    }
    if (ms < 999.5) {
      return Math.round(ms) + " ms";
    }
    if (ms < 19_950) {
      return tenths(Math.round(ms / 100)) + " s";
    }
    long seconds = Math.round(ms / 1000);
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /** {@code 14:32:07.412}. */
  public static String clock(long epochMs, ZoneId zone) {
    return CLOCK.format(Instant.ofEpochMilli(epochMs).atZone(zone));
  }

  /** {@code 14:32:07}. */
  public static String clockSeconds(long epochMs, ZoneId zone) {
    return SECONDS.format(Instant.ofEpochMilli(epochMs).atZone(zone));
  }

  /** {@code 20 Nov 2026}. */
  public static String date(long epochMs, ZoneId zone) {
    return DATE.format(Instant.ofEpochMilli(epochMs).atZone(zone));
  }

  private static String longer(long ms) {
    long seconds = ms / 1000;
    if (seconds < 600) {
      return tenths(seconds / 6) + " min";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min";
    }
    if (seconds < 36_000) {
      return tenths(seconds / 360) + " h";
    }
    return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
  }

  private static BigDecimal fourDigits(BigDecimal number) {
    BigDecimal rounded =
        number.abs().compareTo(BigDecimal.valueOf(1000)) >= 0
            ? number.setScale(0, RoundingMode.HALF_UP)
            : number.round(FOUR_DIGITS);
    BigDecimal stripped = rounded.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static String scientific(double number) {
    BigDecimal rounded = BigDecimal.valueOf(number).round(THREE_DIGITS).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    String mantissa = plain(rounded.scaleByPowerOfTen(-exponent));
    return mantissa + "e" + (exponent < 0 ? MINUS : "") + Math.abs(exponent);
  }

  private static String tenths(long tenths) {
    return tenths / 10 + "." + tenths % 10;
  }

  private static String plain(BigDecimal number) {
    String digits = number.abs().toPlainString();
    int point = digits.indexOf('.');
    int whole = point < 0 ? digits.length() : point;
    StringBuilder text = new StringBuilder(digits.length() + 4);
    if (number.signum() < 0) {
      text.append(MINUS);
    }
    for (int i = 0; i < whole; i++) {
      if (i > 0 && (whole - i) % 3 == 0) {
        text.append(',');
      }
      text.append(digits.charAt(i));
    }
    return text.append(digits, whole, digits.length()).toString();
  }

  private static boolean isZero(String text) {
    return text.chars().allMatch(c -> c == '0' || c == '.');
  }
}
