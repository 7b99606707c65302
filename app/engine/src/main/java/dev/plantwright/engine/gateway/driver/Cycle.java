package dev.plantwright.engine.gateway.driver;

import java.util.List;

/**
 * One reading of a group.
 *
 * @param readings one for each tag, in the order of the group
 * @param requests what went over the wire
 */
public record Cycle(List<TagReading> readings, List<Request> requests) {
  /** How a request ended. */
  public enum Outcome {
    ANSWERED,
    /** The device said no. */
    REFUSED,
    SILENT,
    /** The connection broke. */
    LOST,
    /** Something came back that is no answer to what was asked. */
    UNUSABLE
  }

  /**
   * @param area in words: {@code holding register}
   * @param start address on the wire
   * @param used how many of count are wanted by tags
   * @param error one sentence, empty if there was none
   */
  public record Request(
      int unit,
      String area,
      int start,
      int count,
      int used,
      double millis,
      Outcome outcome,
      String error) {}

  boolean anyAnswer() {
    return requests.stream()
        .anyMatch(
            request ->
                request.outcome() == Outcome.ANSWERED || request.outcome() == Outcome.REFUSED);
  }

  boolean anySilence() {
    return requests.stream().anyMatch(request -> request.outcome() == Outcome.SILENT);
  }
}
