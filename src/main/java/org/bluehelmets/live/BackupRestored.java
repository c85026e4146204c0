package org.bluehelmets.live;

/** A backup was put in the place of all there was, by this process or another: what anybody was told before is over. */
public record BackupRestored() {}
