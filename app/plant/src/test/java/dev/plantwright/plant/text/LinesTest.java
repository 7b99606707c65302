package dev.plantwright.plant.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LinesTest {
  @Test
  void columnsCountFromTheStartOfTheLine() {
    Lines lines = Lines.of("ab\n\r\ncd");

    assertThat(lines.count()).isEqualTo(3);
    assertThat(lines.line(5)).isEqualTo(3);
    assertThat(lines.column(6)).isEqualTo(2);
  }

  @Test
  void placesOutsideTheTextAreItsEnds() {
    Lines lines = Lines.of("ab\nc");

    assertThat(lines.offset(9, 9)).isEqualTo(4);
    assertThat(lines.line(-3)).isEqualTo(1);
    assertThat(lines.column(99)).isEqualTo(2);
  }

  @Property(tries = 200)
  void offsetOfAPlaceOfAnOffsetIsTheOffset(
      @ForAll @StringLength(max = 300) @CharRange(from = '\t', to = '\r') String text) {
    Lines lines = Lines.of(text);
    for (int i = 0; i <= text.length(); i++) {
      assertThat(lines.offset(lines.line(i), lines.column(i))).isEqualTo(i);
    }
  }
}
