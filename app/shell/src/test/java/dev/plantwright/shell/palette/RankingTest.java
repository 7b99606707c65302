package dev.plantwright.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {
  private static final List<String> TITLES =
      List.of(
          "Deploy Changes",
          "filler/temperature",
          "over_temp",
          "New Plant from Template",
          "Show Error log",
          "Reset Perspective",
          "Temperature");

  private static Stream<Entry> entries() {
    return TITLES.stream()
        .map(t -> new Entry(t, "Command", "icon", t, "detail of " + t.length(), "", () -> {}));
  }

  private static List<String> rank(String typed, String... recent) {
    return Ranking.rank(typed, entries(), List.of(recent), 20).stream()
        .map(h -> h.entry().title())
        .toList();
  }

  @Test
  void putsThePrefixBeforeTheWordBeforeTheMiddle() {
    assertThat(rank("temp"))
        .containsExactly(
            "Temperature", "over_temp", "filler/temperature", "New Plant from Template");
    assertThat(rank("emp").getFirst()).isNotEqualTo("Deploy Changes");
  }

  @ParameterizedTest
  @CsvSource({
    "dc, Deploy Changes, '0,7'",
    "rp, Reset Perspective, '0,6'",
    "ot, over_temp, '0,5'",
    "npt, New Plant from Template, '0,4,15'",
    "log, Show Error log, '11,12,13'",
    "err lo, Show Error log, '5,6,7,11,12'"
  })
  void findsByFirstLettersAndByPieces(String typed, String title, String letters) {
    Ranking.Hit hit = Ranking.rank(typed, entries(), List.of(), 20).getFirst();
    assertThat(hit.entry().title()).isEqualTo(title);
    assertThat(String.join(",", Arrays.stream(hit.titleLetters()).mapToObj(i -> "" + i).toList()))
        .isEqualTo(letters);
  }

  @Test
  void searchesTheDetailAfterTheTitle() {
    assertThat(rank("detail of 9")).containsExactly("over_temp");
  }

  @Test
  void ofEqualOnesTheOneUsedLastComesFirst() {
    assertThat(rank("", "over_temp", "Reset Perspective"))
        .startsWith("over_temp", "Reset Perspective");
  }

  @ParameterizedTest
  @CsvSource({"tmep, temp", "depoly, deploy", "fllier, filler", "xyz, ''", "ab, ''"})
  void asksWhatWasMeant(String typed, String meant) {
    assertThat(Ranking.didYouMean(typed, entries()).orElse("")).isEqualTo(meant);
  }
}
