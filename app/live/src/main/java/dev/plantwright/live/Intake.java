package dev.plantwright.live;

import dev.plantwright.sites.mqtt.Message;

/** Decodes a message once and writes its rows; confined to the writing thread. */
final class Intake {
  /** A larger payload is shown by its size only. */
  static final int MAX_DECODED = 4 << 20;

  private final RowWriter writer;
  private final Tree tree;
  private final FlatJson json = new FlatJson();
  private long values;

  Intake(Tree tree, RowWriter writer) {
    this.tree = tree;
    this.writer = writer;
  }

  /** How many value rows were written so far. */
  long values() {
    return values;
  }

  void accept(Message message) {
    int topic = tree.topic(message.topic());
    if (topic == Tree.NONE) {
      return;
    }
    writer.at(message.receivedMillis(), message.retained());
    byte[] payload = message.payload();
    int first = firstByte(payload);
    if (payload.length > MAX_DECODED) {
      value(topic, Page.BINARY, payload.length, null);
    } else if ((first == '{' || first == '[' || first == '"') && json.decode(payload)) {
      decoded(topic);
    } else {
      plain(topic, payload);
    }
  }

  private static int firstByte(byte[] payload) {
    for (byte b : payload) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b;
      }
    }
    return -1;
  }

  private void decoded(int topic) {
    switch (json.form(0)) {
      case FlatJson.OBJECT -> {
        writer.carrier(topic);
        if (!gatewayReport(topic)) {
          members(topic, 0);
        }
      }
      case FlatJson.ARRAY -> {
        writer.carrier(topic);
        members(topic, 0);
      }
      default -> value(topic, json.form(0), json.bits(0), json.text(0));
    }
  }

  private void members(int row, int object) {
    for (int entry = object + 1; entry < json.end(object); entry = json.end(entry)) {
      entry(row, json.name(entry), entry);
    }
  }

  private void entry(int parent, String name, int entry) {
    int row = tree.member(parent, name);
    if (row == Tree.NONE) {
      return;
    }
    byte form = json.form(entry);
    if (form == FlatJson.OBJECT || form == FlatJson.ARRAY) {
      members(row, entry);
    } else {
      value(row, form, json.bits(entry), json.text(entry));
    }
  }

  private void value(int row, byte form, long bits, String text) {
    writer.value(row, form, bits, text);
    values++;
  }

  /**
   * A report of a Neuron gateway: {@code values} and {@code errors} by tag, or a list of {@code
   * tags}. Only the tags become rows, directly below the topic.
   */
  private boolean gatewayReport(int topic) {
    if (json.member(0, "node") < 0 || json.member(0, "group") < 0) {
      return false;
    }
    int values = json.member(0, "values");
    if (values >= 0 && json.form(values) == FlatJson.OBJECT) {
      members(topic, values);
      errors(topic, json.member(0, "errors"));
      return true;
    }
    int tags = json.member(0, "tags");
    if (tags >= 0 && json.form(tags) == FlatJson.ARRAY) {
      tags(topic, tags);
      return true;
    }
    return false;
  }

  private void errors(int topic, int errors) {
    if (errors < 0) {
      return;
    }
    for (int entry = errors + 1; entry < json.end(errors); entry = json.end(entry)) {
      error(topic, json.name(entry), entry);
    }
  }

  private void tags(int topic, int tags) {
    for (int entry = tags + 1; entry < json.end(tags); entry = json.end(entry)) {
      int name = json.member(entry, "name");
      int value = json.member(entry, "value");
      int error = json.member(entry, "error");
      if (name >= 0 && json.form(name) == Page.TEXT) {
        if (error >= 0) {
          error(topic, json.text(name), error);
        } else if (value >= 0) {
          entry(topic, json.text(name), value);
        }
      }
    }
  }

  private void error(int topic, String name, int entry) {
    int row = tree.member(topic, name);
    if (row != Tree.NONE && json.form(entry) == Page.WHOLE) {
      writer.error(row, (short) Math.clamp(json.bits(entry), 0, Short.MAX_VALUE));
      values++;
    }
  }

  private void plain(int topic, byte[] payload) {
    switch (Plain.of(payload)) {
      case Value.Missing() -> value(topic, Page.MISSING, 0, null);
      case Value.Whole(long whole) -> value(topic, Page.WHOLE, whole, null);
      case Value.Real(double real) ->
          value(topic, Page.REAL, Double.doubleToRawLongBits(real), null);
      case Value.Flag(boolean on) -> value(topic, Page.FLAG, on ? 1 : 0, null);
      case Value.Text(String text) -> value(topic, Page.TEXT, 0, text);
      case Value.Binary(long bytes) -> value(topic, Page.BINARY, bytes, null);
    }
  }
}
