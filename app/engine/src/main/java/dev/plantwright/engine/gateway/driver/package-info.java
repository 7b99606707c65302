/**
 * How the gateway talks to devices: what a driver must be able to do ({@link
 * dev.plantwright.engine.gateway.driver.DeviceDriver}, {@link
 * dev.plantwright.engine.gateway.driver.Device}) and the worker that supervises one device. A new
 * driver is a new package below this one, named in {@code Gateway}.
 */
package dev.plantwright.engine.gateway.driver;
