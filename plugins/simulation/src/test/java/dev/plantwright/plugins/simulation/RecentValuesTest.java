package dev.plantwright.plugins.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.live.Value;
import org.junit.jupiter.api.Test;

class RecentValuesTest {
  private static final long KEEP = 8_000;

  private final RecentValues recent = new RecentValues();

  @Test
  void aValueBetweenOrNearThoseHeldIsExplained() {
    recent.add(new Value.Real(70), 0, KEEP);
    recent.add(new Value.Real(72), 500, KEEP);
    assertThat(recent.explains(new Value.Real(71))).isTrue();
    assertThat(recent.explains(new Value.Real(73))).isTrue();
    assertThat(recent.explains(new Value.Real(90))).isFalse();
    assertThat(recent.explains(new Value.Real(-1.5e9))).isFalse();
  }

  @Test
  void aValueThatIsTooOldExplainsNothing() {
    recent.add(new Value.Whole(1), 0, KEEP);
    recent.add(new Value.Whole(5), 9_000, KEEP);
    assertThat(recent.explains(new Value.Whole(1))).isFalse();
    assertThat(recent.explains(new Value.Whole(5))).isTrue();
  }

  @Test
  void aTextMustHaveBeenHeld() {
    recent.add(new Value.Text("PRODUCING"), 0, KEEP);
    recent.add(new Value.Text("STOPPED"), 500, KEEP);
    assertThat(recent.explains(new Value.Text("PRODUCING"))).isTrue();
    assertThat(recent.explains(new Value.Text("CLEANING"))).isFalse();
  }

  @Test
  void aDifferenceMeansNothingBeforeThePointWasWatched() {
    recent.add(new Value.Whole(1), 1_000, KEEP);
    assertThat(recent.knownFor(KEEP, 5_000)).isFalse();
    assertThat(recent.knownFor(KEEP, 9_000)).isTrue();
  }
}
