package dev.plantwright.engine.gateway.core;

import dev.plantwright.engine.gateway.core.Node.KeptGroup;
import dev.plantwright.engine.gateway.core.Node.KeptTag;
import dev.plantwright.engine.gateway.driver.Device.TagWrite;
import dev.plantwright.engine.gateway.driver.DeviceWorker;
import dev.plantwright.engine.gateway.driver.GroupReading;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Group;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.RunState;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.engine.gateway.north.GatewayAccess.NamedValue;
import dev.plantwright.field.WriteCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading and writing, as far as the configuration decides; only on the gateway's thread. */
public final class Values {
  /**
   * A group and what was last read of it.
   *
   * @param worker empty: the node does not run
   */
  record Source(Group group, Optional<DeviceWorker> worker, Optional<GroupReading> newest) {}

  /** Checked writes and who carries them out. */
  record Order(DeviceWorker worker, List<TagWrite> writes) {}

  private final Registry registry;

  Values(Registry registry) {
    this.registry = registry;
  }

  Source source(String nodeName, String groupName) throws Refusal {
    Node node = registry.driver(nodeName);
    KeptGroup group = registry.group(node, groupName);
    Optional<GroupReading> newest = node.worker.map(worker -> worker.newest().get(group.name));
    return new Source(group.snapshot(), node.worker, newest);
  }

  DeviceWorker worker(String nodeName) throws Refusal {
    return running(registry.driver(nodeName));
  }

  private static DeviceWorker running(Node node) throws Refusal {
    if (node.state != RunState.RUNNING || node.worker.isEmpty()) {
      throw new Refusal(Code.NOT_RUNNING);
    }
    return node.worker.get();
  }

  Order order(String nodeName, Map<String, List<NamedValue>> groups, boolean several)
      throws Refusal {
    Node node = registry.driver(nodeName);
    DeviceWorker worker = running(node);
    List<TagWrite> writes = new ArrayList<>();
    for (Map.Entry<String, List<NamedValue>> entry : groups.entrySet()) {
      KeptGroup group = registry.group(node, entry.getKey());
      for (NamedValue value : entry.getValue()) {
        writes.add(several ? ofSeveral(group, value) : single(group, value));
      }
    }
    return new Order(worker, writes);
  }

  private static TagWrite single(KeptGroup group, NamedValue value) throws Refusal {
    Tag tag = tag(group, value);
    if (!tag.attributes().write()) {
      throw new Refusal(Code.NOT_WRITABLE);
    }
    return converted(tag, value);
  }

  /** Of several, the value is judged first, and a tag that is not writable is unknown. */
  private static TagWrite ofSeveral(KeptGroup group, NamedValue value) throws Refusal {
    Tag tag = tag(group, value);
    TagWrite write = converted(tag, value);
    if (!tag.attributes().write()) {
      throw new Refusal(Code.TAG_UNKNOWN);
    }
    return write;
  }

  private static Tag tag(KeptGroup group, NamedValue value) throws Refusal {
    KeptTag kept = group.tags.get(value.tag());
    if (kept == null) {
      throw new Refusal(Code.TAG_UNKNOWN, "There is no tag \"" + value.tag() + "\".");
    }
    return kept.tag();
  }

  private static TagWrite converted(Tag tag, NamedValue value) throws Refusal {
    switch (tag.type()) {
      case INT8, UINT8, WORD, DWORD, LWORD, TIME, DATE_AND_TIME ->
          throw new Refusal(Code.NOT_SUPPORTED, tag.type() + " cannot be written on Modbus.");
      default -> {
        WriteCheck check = tag.scaling().toDevice(tag.type(), value.value());
        return switch (check) {
          case WriteCheck.Accepted(var device) -> new TagWrite(tag, device);
          case WriteCheck.WrongType(String message) -> throw new Refusal(check.code(), message);
          case WriteCheck.OutOfRange(String message) -> throw new Refusal(check.code(), message);
        };
      }
    }
  }
}
