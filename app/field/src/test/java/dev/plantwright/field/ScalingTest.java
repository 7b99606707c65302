package dev.plantwright.field;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScalingTest {
  private static final Scaling TENTH = new Scaling(0.1, 0, 0);

  @Test
  void shownIsDeviceTimesDecimalPlusBias() {
    assertThat(new Scaling(0.5, 10, 0).toShown(new Value.Whole(-2))).isEqualTo(new Value.Real(9));
    assertThat(new Scaling(0, 100.5, 0).toShown(new Value.Whole(65534)))
        .isEqualTo(new Value.Real(65634.5));
    assertThat(new Scaling(2, 0, 0).toShown(new Value.Unsigned(-2)))
        .isEqualTo(new Value.Real(3.6893488147419103e19));
  }

  @Test
  void withoutFactorAndBiasNothingChanges() {
    assertThat(Scaling.NONE.toShown(new Value.Whole(-2))).isEqualTo(new Value.Whole(-2));
    assertThat(TENTH.toShown(new Value.Text("x"))).isEqualTo(new Value.Text("x"));
  }

  @Test
  void aWrittenValueMustBeWholeOnTheDevice() {
    assertThat(TENTH.toDevice(DataType.INT16, new Value.Real(12.3)))
        .isEqualTo(new WriteCheck.Accepted(new Value.Whole(123)));
    assertThat(TENTH.toDevice(DataType.INT16, new Value.Real(12.34)).code()).isEqualTo(3007);
    assertThat(TENTH.toDevice(DataType.INT16, new Value.Whole(5000)).code()).isEqualTo(3020);
  }

  @Test
  void integersTakeOnlyIntegersInTheirRange() {
    assertThat(code(DataType.INT16, new Value.Real(3.0))).isEqualTo(3007);
    assertThat(code(DataType.INT16, new Value.Text("5"))).isEqualTo(3007);
    assertThat(code(DataType.INT16, new Value.Bool(true))).isEqualTo(3007);
    assertThat(code(DataType.INT16, new Value.Whole(-32768))).isZero();
    assertThat(code(DataType.INT16, new Value.Whole(32768))).isEqualTo(3020);
    assertThat(code(DataType.UINT16, new Value.Whole(-1))).isEqualTo(3020);
    assertThat(code(DataType.UINT64, new Value.Unsigned(-1))).isZero();
    assertThat(Scaling.NONE.toDevice(DataType.UINT64, new Value.Whole(-1)))
        .isEqualTo(new WriteCheck.Accepted(new Value.Unsigned(-1)));
  }

  @Test
  void bitsAreZeroOrOne() {
    assertThat(code(DataType.BIT, new Value.Whole(1))).isZero();
    assertThat(code(DataType.BIT, new Value.Whole(2))).isEqualTo(3020);
    assertThat(code(DataType.BIT, new Value.Bool(true))).isEqualTo(3007);
  }

  @Test
  void bytesTakeATextByteByByte() {
    assertThat(Scaling.NONE.toDevice(DataType.BYTES, new Value.Text("AQ")))
        .isEqualTo(new WriteCheck.Accepted(new Value.Bytes(new byte[] {65, 81})));
  }

  @Property
  void whatIsShownCanBeWrittenBack(
      @ForAll short device, @ForAll @IntRange(min = 1, max = 4) int decimals) {
    Scaling scaling = new Scaling(Math.pow(10, -decimals), 0, 0);
    Value shown = scaling.toShown(new Value.Whole(device));
    assertThat(scaling.toDevice(DataType.INT16, shown))
        .isEqualTo(new WriteCheck.Accepted(new Value.Whole(device)));
  }

  private static int code(DataType type, Value value) {
    return Scaling.NONE.toDevice(type, value).code();
  }
}
