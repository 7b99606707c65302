package dev.plantwright.engine.gateway;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Makes a device what the recorded one was, as far as the recorded answers tell. */
final class RecordedDevice {
  private static final int READ_VALUES = 238;
  private static final int SILENT = 525;
  private static final int ANSWERS_AGAIN = 528;
  private static final int BYTE_ORDER = 530;
  private static final int ADDRESS_BASE = 714;
  private static final int WRITE_RESULT = 726;

  private final ModbusPeer device;

  RecordedDevice(ModbusPeer device) {
    this.device = device;
  }

  void before(int seq) {
    switch (seq) {
      case READ_VALUES -> readValues();
      case SILENT -> device.silent = true;
      case ANSWERS_AGAIN -> device.silent = false;
      case BYTE_ORDER -> {
        device.set(1, "1122334455667788");
        text(11, "ABCDEFGH");
      }
      case ADDRESS_BASE -> addressBase();
      case WRITE_RESULT -> {
        device.refuseWritesFrom = 400;
        device.ignoreWritesFrom = 500;
      }
      default -> {}
    }
  }

  private void readValues() {
    device.set(1, "fffefffefffeee90ee6b2800fffffffed5fa0e008000000000000005");
    real(15, 1.23456789f);
    device.set(17, "400921fb54442d18");
    text(31, "Hello World!");
    device.set(51, "0102030405060708");
    real(61, Float.NaN);
    real(63, Float.POSITIVE_INFINITY);
    real(65, 25.5f);
    real(67, 0.1f);
    real(69, 1.0299f);
    real(71, 1.80012f);
    real(73, 1e20f);
    real(75, 16777216f);
    real(77, -0.0f);
    real(79, 123456.789f);
    real(81, 1e-7f);
    text(101, "Gr\u00fc\u00dfe\0");
    device.set(111, "ff41ff41ff41");
    device.coils[0] = true;
    device.inputs[1] = true;
  }

  private void addressBase() {
    device.set(1, "0064006500000000");
    device.input[1] = (byte) 200;
    device.input[3] = (byte) 201;
    device.coils[0] = false;
    device.coils[1] = true;
    device.inputs[0] = true;
    device.inputs[1] = false;
  }

  private void real(int number, float value) {
    device.set(number, "%08x".formatted(Float.floatToRawIntBits(value)));
  }

  private void text(int number, String text) {
    device.set(number, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
  }
}
