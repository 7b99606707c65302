package dev.plantwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.live.Reading.Trust;
import org.junit.jupiter.api.Test;

class QualityTest {
  private static final long NOW = 1_000_000;
  private static final Source HERE = new Source.Connected(0);

  @Test
  void aValueThatComesIsGood() {
    assertThat(judge(reading(Trust.GOOD, 0, NOW - 1_000, 500), HERE).word()).isEqualTo("good");
  }

  @Test
  void afterThreeIntervalsItIsStale() {
    Quality quality = judge(reading(Trust.GOOD, 0, NOW - 1_501, 500), HERE);
    assertThat(quality.state()).isEqualTo(Quality.State.STALE);
    assertThat(quality.reason()).isEqualTo("Nothing for 1.5 s, expected every 500 ms.");
  }

  @Test
  void withoutALearnedIntervalItIsNeverStale() {
    assertThat(judge(reading(Trust.GOOD, 0, 1, Float.NaN), HERE).state())
        .isEqualTo(Quality.State.GOOD);
  }

  @Test
  void aLostSourceMakesEverythingStale() {
    Quality quality =
        judge(reading(Trust.BAD, 3015, NOW, 500), new Source.Gone(NOW - 5_000, "Refused", NOW));
    assertThat(quality.word()).isEqualTo("stale");
    assertThat(quality.reason()).isEqualTo("Refused, for 5.0 s.");
  }

  @Test
  void anErrorOfTheGatewayIsToldInWords() {
    Quality quality = judge(reading(Trust.BAD, 3015, NOW, 500), HERE);
    assertThat(quality)
        .isEqualTo(
            new Quality(
                Quality.State.BAD,
                "device does not answer",
                "The gateway reports: device does not answer (3015)."));
    assertThat(judge(reading(Trust.BAD, 3099, NOW, 500), HERE).word()).isEqualTo("error 3099");
  }

  @Test
  void aTagThatWaitsForItsFirstAnswerHasNoValueYet() {
    assertThat(judge(reading(Trust.BAD, 3011, NOW, 500), HERE).word()).isEqualTo("no value yet");
  }

  @Test
  void aValueThatShouldHaveChangedIsDoubted() {
    Meaning meaning = Meaning.UNKNOWN.withChangesWithin(30_000);
    Reading reading = reading(Trust.GOOD, 0, NOW, 500);
    assertThat(Quality.of(reading, meaning, HERE, NOW + 1_000 - 500).word())
        .isEqualTo("unchanged for 48 s");
  }

  @Test
  void everyErrorHasAtMostSixWords() {
    for (int code = 0; code < 5_000; code++) {
      assertThat(ErrorWords.of(code).split(" ").length).isBetween(2, 6);
    }
  }

  private static Quality judge(Reading reading, Source source) {
    return Quality.of(reading, Meaning.UNKNOWN, source, NOW);
  }

  private static Reading reading(Trust trust, int code, long heardMs, float expectedMs) {
    return new Reading(
        1,
        Reading.Kind.VALUE,
        new Value.Real(1),
        trust,
        code,
        heardMs,
        heardMs,
        1,
        NOW - 48_000,
        10,
        expectedMs,
        expectedMs,
        false);
  }
}
