package dev.plantwright.plant;

/**
 * One mistake in a plant file, as a value.
 *
 * @param code short and stable, upper case, such as {@code TAG-ADDRESS}; help pages are found by it
 * @param message one sentence that says what is wrong and what to do
 */
public record Problem(Severity severity, String code, Place place, String message) {
  public static Problem error(String code, Place place, String message) {
    return new Problem(Severity.ERROR, code, place, message);
  }

  public static Problem warning(String code, Place place, String message) {
    return new Problem(Severity.WARNING, code, place, message);
  }

  /** {@code file:line:column: error CODE text}, as the {@code check} command prints it. */
  @Override
  public String toString() {
    return "%s:%d:%d: %s %s %s"
        .formatted(
            place.file(),
            place.line(),
            place.column(),
            severity == Severity.ERROR ? "error" : "warning",
            code,
            message);
  }
}
