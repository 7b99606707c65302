package dev.plantwright.engine.gateway.model;

/** What the gateway does not do, with Neuron's error number and one sentence for the log. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int code;

  public Refusal(int code) {
    this(code, "error " + code);
  }

  public Refusal(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public int code() {
    return code;
  }
}
