package dev.plantwright.live;

import dev.plantwright.sites.mqtt.LinkState;
import java.time.Instant;

/** Where the messages come from, as the link to the broker tells it. */
public sealed interface Source {
  /** Messages can arrive since then (epoch ms). */
  record Connected(long sinceMs) implements Source {}

  /** Not linked, nothing lost yet. */
  record Connecting() implements Source {}

  /**
   * The link was lost or could not be made: every value is stale.
   *
   * @param sinceMs since when, epoch ms
   * @param reason one sentence without the full stop
   * @param nextTryMs epoch ms
   */
  record Gone(long sinceMs, String reason, long nextTryMs) implements Source {}

  /**
   * What follows {@code before} when the link says {@code state}: a loss stays one until it ends.
   */
  static Source next(Source before, LinkState state, long nowMs) {
    return switch (state) {
      case LinkState.Connected(Instant since) -> new Connected(since.toEpochMilli());
      case LinkState.Retrying(String cause, Instant nextTry) ->
          new Gone(
              before instanceof Gone gone ? gone.sinceMs() : nowMs,
              cause.endsWith(".") ? cause.substring(0, cause.length() - 1) : cause,
              nextTry.toEpochMilli());
      case LinkState.Connecting() -> before instanceof Gone ? before : new Connecting();
      case LinkState.Off() ->
          before instanceof Connected ? new Gone(nowMs, "Disconnected", nowMs) : before;
    };
  }
}
