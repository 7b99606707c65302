package dev.plantwright.plugins.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void marksAreRoundAndHoldTheValues() {
    Scale scale = Scale.around(61.3, 88.2, 6);
    assertThat(scale.from()).isEqualTo(60);
    assertThat(scale.to()).isEqualTo(90);
    assertThat(scale.marks()).containsExactly(60.0, 65.0, 70.0, 75.0, 80.0, 85.0, 90.0);
    assertThat(scale.decimals()).isZero();
  }

  @Test
  void aConstantGetsRoomOnBothSides() {
    Scale scale = Scale.around(4, 4, 5);
    assertThat(scale.from()).isLessThan(4);
    assertThat(scale.to()).isGreaterThan(4);
  }

  @Test
  void timeMarksAreRoundInLocalTime() {
    TimeScale time = new TimeScale(1_700_000_003_000L, 1_700_000_303_000L);
    assertThat(time.marks(5, ZoneId.of("UTC")))
        .extracting(TimeScale.Mark::text)
        .containsExactly("22:14", "22:15", "22:16", "22:17", "22:18");
  }

  @Test
  void zoomKeepsTheFixedPoint() {
    TimeScale time = new TimeScale(0, 100_000).zoomed(0.5, 1);
    assertThat(time).isEqualTo(new TimeScale(50_000, 100_000));
  }
}
