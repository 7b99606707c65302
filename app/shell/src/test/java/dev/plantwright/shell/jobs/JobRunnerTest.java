package dev.plantwright.shell.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Jobs;
import dev.plantwright.api.testing.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
  private final List<JobRunner.Failure> failures = new ArrayList<>();
  private final JobRunner jobs = new JobRunner(failures::add);

  @AfterEach
  void close() {
    jobs.close();
  }

  @Test
  void bringsTheResultToTheFxThread() {
    List<String> got = new ArrayList<>();
    Jobs.Job<String> job =
        Fx.call(
            () ->
                jobs.start("Read", progress -> "text")
                    .then(t -> got.add(t + javafx.application.Platform.isFxApplicationThread())));
    Fx.await("the end", () -> job.state().get() == Jobs.State.DONE);
    Fx.run(() -> job.then(got::add));
    assertThat(got).containsExactly("texttrue", "text");
    assertThat(Fx.call(() -> jobs.all().getFirst().title())).isEqualTo("Read");
  }

  @Test
  void cancellingInterruptsTheBodyAndDropsItsResult() {
    AtomicBoolean interrupted = new AtomicBoolean();
    CountDownLatch started = new CountDownLatch(1);
    List<Object> got = new ArrayList<>();
    Jobs.Job<Boolean> job =
        Fx.call(
            () ->
                jobs.<Boolean>start(
                        "Sleep",
                        progress -> {
                          started.countDown();
                          try {
                            Thread.sleep(60_000);
                          } catch (InterruptedException e) {
                            interrupted.set(true);
                          }
                          return true;
                        })
                    .then(got::add));
    Fx.await("the start", () -> started.getCount() == 0);
    Fx.run(job::cancel);
    Fx.await("the interruption", interrupted::get);
    Fx.frames(2);
    assertThat(Fx.call(() -> job.state().get())).isEqualTo(Jobs.State.CANCELLED);
    assertThat(got).isEmpty();
    assertThat(failures).isEmpty();
  }

  @Test
  void aFailureNobodyHandlesCanBeRetried() {
    AtomicBoolean broken = new AtomicBoolean(true);
    Jobs.Body<Boolean> body =
        progress -> {
          if (broken.getAndSet(false)) {
            throw new java.io.IOException("no answer");
          }
          return true;
        };
    Fx.run(() -> jobs.start("Ask", body));
    Fx.await("the failure", () -> failures.size() == 1);
    assertThat(failures.getFirst().cause()).hasMessage("no answer");
    Fx.run(failures.getFirst().retry());
    Fx.await("the second try", () -> jobs.all().getFirst().state().get() == Jobs.State.DONE);
  }

  @Test
  void aHandledFailureIsNotToldTwice() {
    List<Throwable> handled = new ArrayList<>();
    Fx.run(
        () ->
            jobs.start(
                    "Ask",
                    progress -> {
                      throw new IllegalStateException("x");
                    })
                .failed(handled::add));
    Fx.await("the failure", () -> handled.size() == 1);
    assertThat(failures).isEmpty();
  }

  @Test
  void keepsABoundedPast() {
    for (int i = 0; i < 80; i++) {
      Fx.run(() -> jobs.start("Short", progress -> true));
    }
    Fx.await(
        "all ends",
        () -> jobs.all().stream().noneMatch(j -> j.state().get() == Jobs.State.RUNNING));
    Fx.run(() -> jobs.start("Last", progress -> true));
    assertThat(Fx.call(() -> jobs.all().size())).isLessThanOrEqualTo(51);
  }
}
