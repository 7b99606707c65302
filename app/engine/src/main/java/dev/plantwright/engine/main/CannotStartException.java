package dev.plantwright.engine.main;

/** The engine cannot run; the message is one sentence for the user. */
public final class CannotStartException extends Exception {
  CannotStartException(String sentence) {
    super(sentence);
  }

  CannotStartException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
