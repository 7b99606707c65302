package dev.plantwright.engine.rules.definition;

/** A request that cannot be carried out, in the product's words and with its code. */
public final class GoProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * A problem.
   *
   * @param code 1002 means not found, 3000 streams, 2201 sinks, 1000 anything else
   */
  public GoProblem(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public static GoProblem general(String message) {
    return new GoProblem(1000, message);
  }

  public static GoProblem notFound(String message) {
    return new GoProblem(1002, message);
  }

  public int code() {
    return code;
  }

  /** The same problem with words before its own. */
  public GoProblem in(String prefix) {
    return new GoProblem(code, prefix + getMessage());
  }
}
