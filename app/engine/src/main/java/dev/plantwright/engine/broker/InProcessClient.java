package dev.plantwright.engine.broker;

import dev.plantwright.engine.broker.access.Access;
import dev.plantwright.engine.broker.codec.Properties;
import dev.plantwright.engine.broker.durability.Durability;
import dev.plantwright.engine.broker.message.Message;
import dev.plantwright.engine.broker.session.LocalSession;
import dev.plantwright.engine.broker.session.Sessions;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Crosses from any thread to the broker's loop through a bounded inbox. */
final class InProcessClient implements LocalClient {
  private static final int INBOX = 10_000;

  private final Executor loop;
  private final Sessions sessions;
  private final Durability durability;
  private final InstantSource clock;
  private final String clientId;
  private final AtomicInteger waiting = new AtomicInteger();

  /** Set and used on the loop only. */
  private LocalSession session;

  InProcessClient(
      Executor loop,
      Sessions sessions,
      Durability durability,
      InstantSource clock,
      Access.Client client,
      Consumer<Publication> receiver) {
    this.loop = loop;
    this.sessions = sessions;
    this.durability = durability;
    this.clock = clock;
    this.clientId = client.clientId();
    loop.execute(() -> session = sessions.openLocal(client, receiver(receiver)));
  }

  private static LocalSession.Receiver receiver(Consumer<Publication> receiver) {
    return (message, qos, retain) ->
        receiver.accept(new Publication(message.topic(), message.payload(), qos, retain));
  }

  @Override
  public CompletionStage<Void> publish(Publication publication) {
    return onLoop(
        done -> {
          Message message =
              Message.of(
                  publication.topic(),
                  publication.payload(),
                  publication.qos(),
                  publication.retained(),
                  clientId,
                  Properties.NONE,
                  clock.millis());
          long position = session.publish(message);
          durability.whenSafe(publication.qos() == 0 ? 0 : position, completing(done));
        });
  }

  private static Durability.Outcome completing(CompletableFuture<Void> done) {
    return new Durability.Outcome() {
      @Override
      public void safe() {
        done.complete(null);
      }

      @Override
      public void lost(String sentence) {
        done.completeExceptionally(new IllegalStateException(sentence));
      }
    };
  }

  @Override
  public CompletionStage<Void> subscribe(String filter, int qos) {
    return onLoop(
        done -> {
          session.subscribe(filter, qos);
          done.complete(null);
        });
  }

  @Override
  public CompletionStage<Void> unsubscribe(String filter) {
    return onLoop(
        done -> {
          session.unsubscribe(filter);
          done.complete(null);
        });
  }

  @Override
  public void close() {
    onLoop(
        done -> {
          sessions.closeLocal(session);
          done.complete(null);
        });
  }

  private CompletionStage<Void> onLoop(Consumer<CompletableFuture<Void>> work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    if (waiting.incrementAndGet() > INBOX) {
      waiting.decrementAndGet();
      done.completeExceptionally(
          new IllegalStateException(
              "%s gave the broker more than %d messages at a time".formatted(clientId, INBOX)));
      return done;
    }
    try {
      loop.execute(
          () -> {
            waiting.decrementAndGet();
            run(work, done);
          });
    } catch (RejectedExecutionException e) {
      done.completeExceptionally(new IllegalStateException("the broker has been stopped"));
    }
    return done;
  }

  private static void run(Consumer<CompletableFuture<Void>> work, CompletableFuture<Void> done) {
    try {
      work.accept(done);
    } catch (RuntimeException e) {
      done.completeExceptionally(e);
    }
  }
}
