package dev.plantwright.shell.plugins;

import dev.plantwright.api.WorkbenchPlugin;

/**
 * A plugin that could be loaded.
 *
 * @param name as errors name it
 */
public record LoadedPlugin(String name, WorkbenchPlugin plugin) {}
