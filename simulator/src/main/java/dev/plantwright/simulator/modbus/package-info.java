/** Modbus TCP as a device speaks it: registers, requests, answers, exceptions. */
package dev.plantwright.simulator.modbus;
