package dev.plantwright.engine.rules.flow;

import dev.plantwright.sql.format.JsonDecoder;
import dev.plantwright.sql.plan.Plan;
import dev.plantwright.sql.row.OutputRow;
import dev.plantwright.sql.run.Counters;
import dev.plantwright.sql.run.Output;
import dev.plantwright.sql.run.Run;
import dev.plantwright.sql.value.SqlError;
import dev.plantwright.sql.value.SqlPanic;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running rule: one virtual thread owns the run and the sinks; sources put messages into its
 * bounded inbox.
 */
public final class RuleFlow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RuleFlow.class);
  private static final long LONGEST_WAIT = 60_000;
  private static final long STOP_WAIT = 2_000;

  private final String ruleId;
  private final Plan plan;
  private final Source source;
  private final List<Action> actions;
  private final InstantSource clock;
  private final Inbox inbox;
  private final Run run;
  private final JsonDecoder decoder;
  private final Counters received;
  private final Counters decoded = new Counters("decoder");
  private final Thread worker;
  private volatile boolean stopping;
  private volatile long connectedAt;
  private volatile Optional<String> failure = Optional.empty();

  /**
   * A rule that does not run yet.
   *
   * @param bufferLength messages that may wait
   */
  public RuleFlow(
      String ruleId,
      Plan plan,
      Source source,
      List<Action> actions,
      int bufferLength,
      InstantSource clock) {
    this.ruleId = ruleId;
    this.plan = plan;
    this.source = source;
    this.actions = actions;
    this.clock = clock;
    this.inbox = new Inbox(bufferLength);
    this.run = plan.run(ruleId, clock, ZoneId.systemDefault(), new Results());
    this.decoder = new JsonDecoder(plan.layout(), false);
    this.received = new Counters(plan.source().name());
    this.worker = Thread.ofVirtual().name("rule-" + ruleId).unstarted(this::work);
  }

  public void start() {
    worker.start();
  }

  private void work() {
    try {
      actions.forEach(Action::open);
      source.open(inbox::offer);
      connectedAt = clock.millis();
      while (!stopping) {
        step();
      }
    } catch (InterruptedException e) {
      LOG.debug("rule {} was told to stop", ruleId);
    } catch (SqlPanic e) {
      failure = Optional.of(e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("rule {} stopped by an error of the engine", ruleId, e);
      failure = Optional.of(String.valueOf(e.getMessage()));
    } finally {
      // Closing connections may wait, which an interrupted thread cannot.
      boolean interrupted = Thread.interrupted();
      LOG.debug("rule {} ends, interrupted: {}", ruleId, interrupted);
      source.close();
      actions.forEach(Action::close);
    }
  }

  private void step() throws InterruptedException {
    Optional<Message> message = inbox.next(patience());
    run.advanceTo(clock.millis());
    message.ifPresent(this::take);
  }

  private long patience() {
    OptionalLong wake = run.nextWake();
    return wake.isEmpty()
        ? LONGEST_WAIT
        : Math.clamp(wake.getAsLong() - clock.millis(), 0, LONGEST_WAIT);
  }

  private void take(Message message) {
    long now = clock.millis();
    received.received(now);
    received.done(1);
    switch (message) {
      case Message.Members(var members, long time, var metadata) ->
          run.accept(plan.layout().row(members, time, metadata));
      case Message.Bytes(byte[] payload, long time, var metadata) -> {
        decoded.received(now);
        try {
          decoder.decode(
              payload,
              time,
              metadata,
              row -> {
                decoded.done(1);
                run.accept(row);
              });
        } catch (SqlError e) {
          decoded.failed(e.getMessage(), now);
          actions.forEach(action -> action.failed(e.getMessage()));
        }
      }
    }
  }

  private final class Results implements Output {
    @Override
    public void emitted(List<OutputRow> rows) {
      actions.forEach(action -> action.emitted(rows));
    }

    @Override
    public void failed(String operator, String message) {
      actions.forEach(action -> action.failed(message));
    }
  }

  /** Why it ended by itself; empty while it runs. */
  public Optional<String> failure() {
    return failure;
  }

  /** What its nodes have done, for a status page; from any thread. */
  public FlowStatus status() {
    return new FlowStatus(
        plan,
        received,
        decoded,
        source.isBytes(),
        inbox.size(),
        inbox.dropped(),
        connectedAt,
        run.counters(),
        actions);
  }

  /** Ends it; waits a little for what it is doing; never throws. */
  @Override
  public void close() {
    stopping = true;
    worker.interrupt();
    try {
      worker.join(STOP_WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
