package dev.plantwright.sites;

import java.io.Serial;

/**
 * A door did not do what it was asked. The message is one sentence for the user: what, where and
 * what to do.
 */
public class DoorException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String door;
  private final int status;
  private final int code;

  /**
   * @param door key of the door, such as {@code neuron}
   * @param status HTTP status; 0 when there was no answer
   * @param code the product's own error number; 0 when it gave none
   */
  public DoorException(String door, int status, int code, String sentence) {
    super(sentence);
    this.door = door;
    this.status = status;
    this.code = code;
  }

  /** As above, with what lies behind it. */
  public DoorException(String door, int status, int code, String sentence, Throwable cause) {
    super(sentence, cause);
    this.door = door;
    this.status = status;
    this.code = code;
  }

  /** Key of the door, such as {@code neuron}. */
  public String door() {
    return door;
  }

  /** HTTP status; 0 when there was no answer. */
  public int status() {
    return status;
  }

  /** The product's own error number; 0 when it gave none. */
  public int code() {
    return code;
  }

  /** True when nobody answered, so that trying again later makes sense. */
  public boolean unreachable() {
    return status == 0;
  }
}
