package dev.plantwright.engine.broker.router;

/**
 * One filter of one session.
 *
 * @param identifier 0: none
 */
public record Subscription(
    Recipient recipient,
    String filter,
    int qos,
    boolean noLocal,
    boolean retainAsPublished,
    int identifier) {}
