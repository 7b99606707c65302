package dev.plantwright.engine.rules.source;

import dev.plantwright.engine.rules.flow.Message;
import dev.plantwright.engine.rules.flow.Source;
import java.util.Optional;
import java.util.function.Consumer;

/** Rows that other rules put on a topic. */
final class MemorySource implements Source {
  private final MemoryBus bus;
  private final String filter;
  private Optional<Runnable> subscription = Optional.empty();

  MemorySource(MemoryBus bus, String filter) {
    this.bus = bus;
    this.filter = filter;
  }

  @Override
  public void open(Consumer<Message> receiver) {
    subscription = Optional.of(bus.subscribe(filter, receiver));
  }

  @Override
  public boolean isBytes() {
    return false;
  }

  @Override
  public void close() {
    subscription.ifPresent(Runnable::run);
  }
}
