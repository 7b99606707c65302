package dev.plantwright.shell.site;

import dev.plantwright.plant.variables.VariableValues;
import dev.plantwright.sites.launch.JavaCommand;
import dev.plantwright.sites.launch.LocalSite;
import java.nio.file.Path;

/**
 * How the workbench starts the processes of the local site.
 *
 * @param java starts another process of this product
 * @param logs folder of their logs
 * @param defaultPorts false: any free ports, for several workbenches at once
 * @param secrets values of {@code ${secret:name}}
 */
public record SiteChildren(
    JavaCommand java, Path logs, boolean defaultPorts, VariableValues secrets) {
  LocalSite.Options of(Path plant) {
    return new LocalSite.Options(java, plant, logs, defaultPorts);
  }

  Path log(LocalSite.Child child) {
    return logs.resolve(child.word() + ".err");
  }
}
