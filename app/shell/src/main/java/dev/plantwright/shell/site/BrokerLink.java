package dev.plantwright.shell.site;

import dev.plantwright.api.Notice;
import dev.plantwright.shell.jobs.JobRunner;
import dev.plantwright.sites.Site;
import dev.plantwright.sites.mqtt.LinkState;
import dev.plantwright.sites.mqtt.MqttLink;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The one connection to the site's broker, which feeds the live values. FX thread. */
final class BrokerLink {
  private final LocalSession.Needs needs;
  private final ReadOnlyObjectWrapper<LinkState> state =
      new ReadOnlyObjectWrapper<>(new LinkState.Off());
  private Optional<MqttLink> link = Optional.empty();
  private Optional<Site.Broker> broker = Optional.empty();

  BrokerLink(LocalSession.Needs needs) {
    this.needs = needs;
  }

  ReadOnlyObjectProperty<LinkState> state() {
    return state.getReadOnlyProperty();
  }

  /** Connects to a broker, unless the link is to this one already: it tries again by itself. */
  void to(Site.Broker wanted) {
    if (broker.filter(wanted::equals).isPresent()) {
      return;
    }
    close();
    String client = "plantwright-workbench-" + ProcessHandle.current().pid();
    MqttLink made =
        new MqttLink(
            new MqttLink.Options(wanted, client, List.of("#"), 0),
            needs.live()::accept,
            needs.clock());
    made.onState(next -> heard(made, next));
    broker = Optional.of(wanted);
    link = Optional.of(made);
    made.open();
  }

  /** On the link's thread. */
  private void heard(MqttLink from, LinkState next) {
    JobRunner.onFx(() -> show(from, next));
  }

  private void show(MqttLink from, LinkState next) {
    if (link.filter(l -> l == from).isPresent()) {
      state.set(next);
      needs.live().link(next);
    }
  }

  void publish(String topic, byte[] payload, int qos, boolean retain) {
    Optional<MqttLink> present = link;
    needs
        .jobs()
        .quietly(
            "Publish on " + topic,
            progress -> {
              present
                  .orElseThrow(() -> new IllegalStateException("No site is running."))
                  .publish(topic, payload, qos, retain);
              return true;
            })
        .failed(
            e ->
                needs
                    .tell()
                    .accept(
                        Notice.error(
                            "Nothing was published on " + topic,
                            Optional.ofNullable(e.getMessage()).orElse(e.toString()))));
  }

  void close() {
    Optional<MqttLink> former = link;
    link = Optional.empty();
    broker = Optional.empty();
    former.ifPresent(
        l ->
            needs
                .jobs()
                .quietly(
                    "Disconnect",
                    progress -> {
                      l.close();
                      return true;
                    }));
    LinkState off = new LinkState.Off();
    state.set(off);
    needs.live().link(off);
  }
}
