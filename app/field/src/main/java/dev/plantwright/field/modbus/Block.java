package dev.plantwright.field.modbus;

import java.util.List;

/**
 * What one request reads.
 *
 * @param items positions, in what was planned, of the extents that lie in it, by address
 * @param used registers or bits that somebody wants; the rest is read along
 */
public record Block(Extent extent, List<Integer> items, int used) {}
