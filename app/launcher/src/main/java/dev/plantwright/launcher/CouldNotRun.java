package dev.plantwright.launcher;

import java.io.Serial;

/** A command cannot begin: exit code 2, and the message on standard error. */
final class CouldNotRun extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  CouldNotRun(String sentence) {
    super(sentence);
  }

  CouldNotRun(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
