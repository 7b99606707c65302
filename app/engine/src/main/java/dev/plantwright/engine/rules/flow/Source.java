package dev.plantwright.engine.rules.flow;

import java.util.function.Consumer;

/** Where the rows of a rule come from; a new kind of source is an implementation. */
public interface Source extends AutoCloseable {
  /** Begins to deliver, from any thread; the receiver never waits. */
  void open(Consumer<Message> receiver);

  /** Do its messages need decoding? */
  boolean isBytes();

  /** Ends delivery; never throws. */
  @Override
  void close();
}
