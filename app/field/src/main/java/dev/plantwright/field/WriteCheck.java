package dev.plantwright.field;

/** Whether a written value can go to a device; the refusals carry one sentence for the user. */
public sealed interface WriteCheck {
  /** Neuron's error number: 0, 3007 or 3020. */
  int code();

  /**
   * @param device the value as the device will hold it
   */
  record Accepted(Value device) implements WriteCheck {
    @Override
    public int code() {
      return 0;
    }
  }

  record WrongType(String message) implements WriteCheck {
    @Override
    public int code() {
      return 3007;
    }
  }

  record OutOfRange(String message) implements WriteCheck {
    @Override
    public int code() {
      return 3020;
    }
  }
}
