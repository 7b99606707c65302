package dev.plantwright.field;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "1.2345678, 0, 1.23457",
    "1.0299, 0, 1.03",
    "1.80012, 0, 1.8",
    "123456.789, 0, 123456.78906",
    "1e-7, 0, 0.0",
    "-0.0, 0, 0.0",
    "-1.0299, 0, -1.03",
    "1e20, 0, 1.00000002004088e+20",
    "16777216, 0, 16777216.0",
    "0.1, 17, 0.10000000149011612",
    "1.23456789, 3, 1.235",
    "1.5, 2, 1.5",
  })
  void floatsLoseTheNoiseOfTheirBinaryForm(float value, int precision, String text) {
    assertThat(NumberText.of(value, DataType.FLOAT, new Scaling(0, 0, precision), false))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT, 12.345678806304932, 10, 0, 12.3456788063049",
    "DOUBLE, 0.031415926, 0.01, 0, 0.03142",
    "INT16, -0.2, 0.1, 0, -0.2",
    "INT16, 9.0, 0.5, 10, 9.0",
    "UINT64, 18446744073709551615, 1, 0, 1.84467440737096e+19",
    "DOUBLE, 3.141592653589793, 0, 1, 3.14159265358979",
  })
  void whatScalingMadeOfANumberKeepsFifteenDigits(
      DataType type, double value, double decimal, double bias, String text) {
    assertThat(NumberText.of(value, type, new Scaling(decimal, bias, 0), false)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1.5, 2, 1.50", "2, 1, 2.0", "-0.004, 2, -0.00"})
  void uploadsArePaddedToThePrecision(double value, int precision, String text) {
    String actual = NumberText.of(value, DataType.DOUBLE, new Scaling(0, 0, precision), true);
    assertThat(Double.parseDouble(actual)).isEqualTo(Double.parseDouble(text) + 0.0);
    assertThat(actual.substring(actual.indexOf('.'))).hasSize(precision + 1);
  }

  @Property
  void theTextIsTheNumberToFifteenDigits(
      @ForAll @DoubleRange(min = -1e300, max = 1e300) double value) {
    if (Double.isFinite(value)) {
      assertThat(Double.parseDouble(NumberText.general(value)))
          .isCloseTo(value, org.assertj.core.data.Percentage.withPercentage(1e-12));
    }
  }

  @Property
  void aPrecisionLimitsTheDecimals(
      @ForAll float value, @ForAll @IntRange(min = 1, max = 17) int p) {
    if (Float.isFinite(value)) {
      String text = NumberText.of(value, DataType.FLOAT, new Scaling(0, 0, p), false);
      assertThat(text.length() - text.indexOf('.') - 1).isBetween(1, p);
    }
  }
}
