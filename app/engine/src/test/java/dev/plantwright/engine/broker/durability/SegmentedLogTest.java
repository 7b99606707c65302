package dev.plantwright.engine.broker.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.engine.broker.codec.Properties;
import dev.plantwright.engine.broker.message.Message;
import dev.plantwright.engine.broker.retained.RetainedStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log under the retained messages: what was said to be safe is there again. */
class SegmentedLogTest {
  @TempDir Path dir;
  private final ExecutorService loop = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    loop.shutdownNow();
  }

  /** A log with the store that stands on it, both owned by the loop. */
  private record Opened(SegmentedLog log, RetainedStore store) {}

  private Opened open(int segmentBytes, Durability.Policy policy) throws IOException {
    SegmentedLog log = SegmentedLog.open(dir, loop, new SegmentedLog.Options(segmentBytes, policy));
    RetainedStore store = new RetainedStore(log, InstantSource.system());
    log.replay(store::replay);
    return new Opened(log, store);
  }

  private Opened open() throws IOException {
    return open(1 << 20, Durability.Policy.PROCESS);
  }

  private <T> T onLoop(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, loop).orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** Keeps a message and waits until it is safe. */
  private void keep(Opened opened, String topic, String payload) {
    CompletableFuture<Void> safe = new CompletableFuture<>();
    loop.execute(
        () -> opened.log.whenSafe(opened.store.keep(message(topic, payload)), completing(safe)));
    safe.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static Durability.Outcome completing(CompletableFuture<Void> safe) {
    return new Durability.Outcome() {
      @Override
      public void safe() {
        safe.complete(null);
      }

      @Override
      public void lost(String sentence) {
        safe.completeExceptionally(new IllegalStateException(sentence));
      }
    };
  }

  private static Message message(String topic, String payload) {
    return new Message(
        topic,
        payload.getBytes(StandardCharsets.UTF_8),
        1,
        true,
        "p",
        Properties.NONE,
        1,
        Message.NEVER);
  }

  private List<String> kept(Opened opened) {
    return onLoop(() -> opened.store.matching("#")).stream()
        .map(m -> m.topic() + "=" + new String(m.payload(), StandardCharsets.UTF_8))
        .sorted()
        .toList();
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void what_is_safe_is_there_again_although_the_log_was_never_closed() throws IOException {
    for (Durability.Policy policy : Durability.Policy.values()) {
      Opened killed = open(1 << 20, policy);
      keep(killed, "a", "1" + policy);
      keep(killed, "b", "2");
      keep(killed, "a", "3" + policy);
      keep(killed, "b", "");
      assertThat(kept(open())).containsExactly("a=3" + policy);
    }
  }

  @Test
  void a_record_cut_off_by_the_kill_is_taken_away_and_the_log_goes_on() throws IOException {
    Opened first = open();
    keep(first, "a", "whole");
    keep(first, "b", "will be cut");
    Path file = files(".log").getFirst();
    try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(cut.length() - 3);
    }
    Opened second = open();
    assertThat(kept(second)).containsExactly("a=whole");
    keep(second, "c", "after");
    assertThat(kept(open())).containsExactly("a=whole", "c=after");
    assertThat(files(".damaged")).isEmpty();
  }

  @Test
  void a_damaged_record_is_left_out_its_file_set_aside_and_the_rest_served() throws IOException {
    Opened first = open();
    keep(first, "a", "good");
    long damaged = Files.size(files(".log").getFirst()) + Segment.RECORD_HEADER + 20;
    keep(first, "b", "to be damaged");
    keep(first, "c", "good too");
    Path file = files(".log").getFirst();
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(damaged);
      bytes.write(bytes.read() ^ 0xFF);
    }
    assertThat(kept(open())).containsExactly("a=good", "c=good too");
    assertThat(files(".damaged")).hasSize(1);
    assertThat(kept(open())).containsExactly("a=good", "c=good too");
  }

  @Test
  void a_file_that_is_no_log_is_set_aside() throws IOException {
    Files.writeString(dir.resolve("%020d.log".formatted(0)), "this is not a log of the broker");
    Opened opened = open();
    assertThat(kept(opened)).isEmpty();
    assertThat(files(".damaged")).hasSize(1);
    keep(opened, "a", "1");
    assertThat(kept(open())).containsExactly("a=1");
  }

  @Test
  void the_log_stays_short_however_often_a_topic_changes() throws IOException {
    Opened opened = open(1 << 20, Durability.Policy.PROCESS);
    String payload = "x".repeat(100_000);
    keep(opened, "kept", "for ever");
    for (int i = 0; i < 600; i++) {
      keep(opened, "t/" + i % 10, i + payload);
    }
    long size = files(".log").stream().mapToLong(f -> f.toFile().length()).sum();
    assertThat(size).isLessThan(20L << 20);
    List<String> now = kept(opened);
    assertThat(now).hasSize(11).contains("kept=for ever", "t/9=599" + payload);
    assertThat(kept(open())).isEqualTo(now);
  }

  @Test
  void a_store_that_cannot_be_written_says_so_and_goes_on_when_it_can() throws IOException {
    Opened opened = open();
    keep(opened, "a", "before");
    Path moved = dir.resolveSibling(dir.getFileName() + "-away");
    CompletableFuture<Void> lost = new CompletableFuture<>();
    Opened small = open(1, Durability.Policy.PROCESS);
    Files.move(dir, moved);
    try {
      loop.execute(() -> small.log.whenSafe(small.store.keep(message("a", "2")), completing(lost)));
      assertThat(lost.handle((_, error) -> error).orTimeout(10, TimeUnit.SECONDS).join())
          .hasMessageContaining("could not be stored");
    } finally {
      Files.move(moved, dir);
    }
    keep(small, "b", "after");
    assertThat(kept(open())).containsExactly("a=before", "b=after");
  }
}
