package dev.plantwright.engine.gateway.driver;

/**
 * How a node stands to what it is connected to.
 *
 * @param cause why it is not connected, one sentence; empty if it is
 * @param nextTryMillis when it tries again, since the epoch; 0 if it does not wait
 */
public record LinkState(boolean connected, String cause, long nextTryMillis) {
  public static final LinkState NEW = new LinkState(false, "", 0);
  public static final LinkState UP = new LinkState(true, "", 0);
}
