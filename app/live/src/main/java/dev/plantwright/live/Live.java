package dev.plantwright.live;

import dev.plantwright.sites.mqtt.LinkState;
import dev.plantwright.sites.mqtt.Message;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From broker to screen: takes in messages, keeps the namespace and its values, and gives them out
 * in three ways: the last value of each row ({@link #latest}), its past for charts ({@link
 * Latest#spark}, {@link #series}), and every message ({@link #every}, {@link #history}).
 *
 * <p>Messages come from any thread and go through a bounded inbox to the one thread that decodes
 * them and writes; {@link #accept} never waits. Everything that is given out can be read on any
 * thread.
 */
public final class Live implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Live.class);
  private static final int INBOX = 16_384;
  private static final int INBOX_FOR_ASKS = 512;
  private static final int MAX_ROWS = 1_000_000;
  private static final long RECENT_BYTES = 8L << 20;

  /** What the writing thread does next. */
  private sealed interface Work {
    record Take(Message message) implements Work {}

    record Ask(Runnable body) implements Work {}
  }

  /**
   * What came so far.
   *
   * @param messages taken in
   * @param values value rows written
   * @param dropped messages that found the inbox full
   * @param refused rows that were not made because there are too many
   */
  public record Counts(long messages, long values, long dropped, long refused) {}

  private final InstantSource clock;
  private final BlockingQueue<Work> inbox = new ArrayBlockingQueue<>(INBOX);
  private final Tree tree = new Tree(MAX_ROWS);
  private final Latest latest = new Latest(tree);
  private final Summary summary = new Summary(tree, latest);
  private final Intake intake = new Intake(tree, new RowWriter(tree, summary));
  private final Recent recent = new Recent(RECENT_BYTES);
  private final List<Every> every = new ArrayList<>();
  private final List<History> histories = new ArrayList<>();
  private final Thread writer;
  private final LongAdder dropped = new LongAdder();
  private long taken;
  private volatile Meanings meanings = Meanings.NONE;
  private volatile Source source = new Source.Connecting();
  private volatile Runnable onChange = () -> {};
  private volatile Counts counts = new Counts(0, 0, 0, 0);

  public Live(InstantSource clock) {
    this.clock = clock;
    this.writer = Thread.ofPlatform().daemon().name("live").start(this::run);
  }

  /**
   * Takes in a message; any thread, never waits.
   *
   * @return false if it was dropped because too many wait to be taken in
   */
  public boolean accept(Message message) {
    boolean taken =
        inbox.remainingCapacity() > INBOX_FOR_ASKS && inbox.offer(new Work.Take(message));
    if (!taken) {
      dropped.increment();
    }
    return taken;
  }

  public Latest latest() {
    return latest;
  }

  /**
   * Records the past of a value row from now on, with what is known of its last five minutes; the
   * row need not be there yet. To be closed.
   *
   * @param member members divided by dots, empty for the payload itself
   */
  public Series series(String topic, String member) {
    Series[] made = new Series[1];
    made[0] = new Series(topic, member, () -> ask(() -> summary.remove(made[0])));
    ask(() -> summary.add(made[0], clock.millis()));
    return made[0];
  }

  /** Every message of the topics that an MQTT filter matches, from now on. To be closed. */
  public Every every(String topicFilter, int capacity) {
    Every[] made = new Every[1];
    made[0] =
        new Every(new TopicFilter(topicFilter), capacity, () -> ask(() -> every.remove(made[0])));
    ask(() -> every.add(made[0]));
    return made[0];
  }

  /** The last messages of a topic, and those that follow. To be closed. */
  public History history(String topic) {
    History[] made = new History[1];
    made[0] = new History(topic, () -> ask(() -> histories.remove(made[0])));
    ask(
        () -> {
          made[0].begin(recent.of(topic, History.LENGTH));
          histories.add(made[0]);
          tellChange();
        });
    return made[0];
  }

  /** What the plant says of the paths; replaced when the plant changes. */
  public Meanings meanings() {
    return meanings;
  }

  public void meanings(Meanings newMeanings) {
    meanings = newMeanings;
    tellChange();
  }

  /** How the link to the broker is doing. */
  public Source source() {
    return source;
  }

  /** To be told of every change of the link that the messages come from; any one thread. */
  public void link(LinkState state) {
    source = Source.next(source, state, clock.millis());
    tellChange();
  }

  public Counts counts() {
    Counts seen = counts;
    return new Counts(seen.messages(), seen.values(), dropped.sum(), tree.refused());
  }

  /**
   * Told on the writing thread after a batch of messages was taken in, and when source or meanings
   * changed; to be cheap, such as waking a frame pump.
   */
  public void onChange(Runnable listener) {
    onChange = listener;
  }

  /** The time all ages are measured against. */
  public long nowMs() {
    return clock.millis();
  }

  /** Ends the writing thread; everything stays readable. */
  @Override
  public void close() {
    writer.interrupt();
    try {
      writer.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(Runnable body) {
    if (writer.isAlive() && !inbox.offer(new Work.Ask(body))) {
      throw new IllegalStateException("Too much is asked of the live values at once");
    }
  }

  private void run() {
    List<Work> batch = new ArrayList<>();
    try {
      while (true) {
        batch.add(inbox.take());
        inbox.drainTo(batch, 1_000);
        batch.forEach(this::work);
        batch.clear();
        counts = new Counts(taken, intake.values(), 0, 0);
        latest.changed();
        tellChange();
      }
    } catch (InterruptedException closed) {
      LOG.debug("No more live values are taken in");
    }
  }

  private void work(Work work) {
    try {
      switch (work) {
        case Work.Take(Message message) -> take(message);
        case Work.Ask(Runnable body) -> body.run();
      }
    } catch (RuntimeException e) {
      LOG.error("Live values: could not {}", work, e);
    }
  }

  private void take(Message message) {
    intake.accept(message);
    summary.rowsAdded(message.receivedMillis());
    recent.add(message);
    for (Every listener : every) {
      listener.offer(message);
    }
    for (History history : histories) {
      history.offer(message);
    }
    taken++;
  }

  private void tellChange() {
    try {
      onChange.run();
    } catch (RuntimeException e) {
      LOG.error("A listener of live values failed", e);
    }
  }
}
