/** Driver {@code Modbus TCP}: block reads, merged writes, on digitalpetri's client. */
package dev.plantwright.engine.gateway.driver.modbus;
