package dev.plantwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "83.4|83.4",
        "83.456|83.46",
        "4.20|4.2",
        "17.0|17",
        "0|0",
        "-0.0|0",
        "500.3|500.3",
        "1284306.4|1,284,306",
        "999.96|1,000",
        "-2.5|−2.5",
        "0.0012344|0.001234",
        "0.0001|0.0001",
        "-6.761e-16|−6.76e−16",
        "1.5e9|1.5e9",
        "-1.50557138e9|−1.51e9",
        "999999999|999,999,999",
        "NaN|NaN",
        "Infinity|∞",
        "-Infinity|−∞",
        "1e300|1e300"
      })
  void numbersHaveFourDigits(double number, String text) {
    assertThat(Format.number(number, OptionalInt.empty())).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "83.4|1|83.4",
        "83|2|83.00",
        "2.675|2|2.68",
        "-0.04|1|0.0",
        "1284306.5|0|1,284,307",
        "-1505571380|1|−1,505,571,380.0",
        "1e13|1|1e13"
      })
  void decimalsAreKept(double number, int decimals, String text) {
    assertThat(Format.number(number, OptionalInt.of(decimals))).isEqualTo(text);
  }

  @Test
  void valuesReadAsTheyAre() {
    OptionalInt none = OptionalInt.empty();
    assertThat(Format.value(new Value.Whole(-1_505_571_380L), none)).isEqualTo("−1,505,571,380");
    assertThat(Format.value(new Value.Whole(Long.MIN_VALUE), none))
        .isEqualTo("−9,223,372,036,854,775,808");
    assertThat(Format.value(new Value.Whole(5), OptionalInt.of(1))).isEqualTo("5.0");
    assertThat(Format.value(new Value.Flag(true), none)).isEqualTo("true");
    assertThat(Format.value(new Value.Text("PRODUCING"), none)).isEqualTo("PRODUCING");
    assertThat(Format.value(new Value.Binary(146), none)).isEqualTo("146 B");
    assertThat(Format.value(Value.MISSING, none)).isEqualTo("–");
  }

  @ParameterizedTest
  @CsvSource({"0.5,+0.5", "-0.2,−0.2", "0,0.0", "0.01,0.0"})
  void changesHaveASign(double change, String text) {
    assertThat(Format.change(change, OptionalInt.of(1))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "-5,0.0 s",
    "300,0.3 s",
    "12400,12.4 s",
    "19999,19.9 s",
    "20000,20 s",
    "48000,48 s",
    "59999,59 s",
    "60000,1.0 min",
    "110000,1.8 min",
    "599999,9.9 min",
    "600000,10 min",
    "1440000,24 min",
    "3600000,1.0 h",
    "9400000,2.6 h",
    "36000000,10 h",
    "86400000,1 d",
    "300000000,3 d"
  })
  void agesFallSilentSlowly(long ms, String text) {
    assertThat(Format.age(ms)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"999,0 s", "12400,12 s", "240000,4 min", "7200000,2 h", "172800000,2 d"})
  void wholeAgesAreWhole(long ms, String text) {
    assertThat(Format.wholeAge(ms)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0.0/s", "NaN|0.0/s", "-1|0.0/s", "0.00001|0.0/s", "0.001|4/h", "0.0833|5/min",
        "0.1|0.1/s", "2|2.0/s", "12.44|12.4/s", "99.94|99.9/s", "99.96|100/s", "412.4|412/s",
        "1248|1,248/s", "9999.6|10.0k/s", "12400|12.4k/s", "1250000|1.3M/s"
      })
  void ratesAreASecondAMinuteOrAnHour(double perSecond, String text) {
    assertThat(Format.rate(perSecond)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0 B",
        "146|146 B",
        "999|999 B",
        "1000|1.0 kB",
        "3100000|3.1 MB",
        "194000000|194 MB",
        "999600|1.0 MB",
        "99960|100 kB"
      })
  void sizesHaveTheirUnit(long bytes, String text) {
    assertThat(Format.size(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "NaN,–",
    "0.04,0.0 ms",
    "4.21,4.2 ms",
    "412.3,412 ms",
    "999.9,1.0 s",
    "1500,1.5 s",
    "48000,48 s",
    "136000,2 min 16 s",
    "7500000,2 h 5 min"
  })
  void durationsAreAsFineAsTheyAreShort(double ms, String text) {
    assertThat(Format.duration(ms)).isEqualTo(text);
  }

  @Test
  void clockAndDate() {
    long ms = 1_795_185_127_412L;
    assertThat(Format.clock(ms, ZoneOffset.UTC)).isEqualTo("14:32:07.412");
    assertThat(Format.clockSeconds(ms, ZoneOffset.UTC)).isEqualTo("14:32:07");
    assertThat(Format.date(ms, ZoneOffset.UTC)).isEqualTo("20 Nov 2026");
  }
}
