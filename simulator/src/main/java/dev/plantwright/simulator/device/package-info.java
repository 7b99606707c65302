/** Running devices: model, line, faults and schedule of each on a thread of its own. */
package dev.plantwright.simulator.device;
